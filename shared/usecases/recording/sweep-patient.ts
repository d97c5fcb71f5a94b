import type { Temporal } from 'temporal-polyfill';
import { findProduct } from '#catalogue/catalogue.ts';
import { addDays, laterDay } from '#domain/calendar-day.ts';
import { evidenceNeededFrom, lastAccountedDay, type Evidence } from '#domain/evidence.ts';
import { localDay } from '#domain/local-time.ts';
import { assessRecording } from '#domain/recording-status.ts';
import type { RecordingAssessment } from '#domain/recording-types.ts';
import { centrePolicy } from '#table/entities/centre.ts';
import type { link } from '#table/entities/diary.ts';
import { state } from '#table/entities/state.ts';
import { outbox } from '#table/entities/system.ts';
import type { Key, Stored } from '#table/entity.ts';
import { changed, type Stamp } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import { mailItem } from '#usecases/outbox/mail-item.ts';
import { queueDigest } from '#usecases/outbox/queue-digest.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { evidenceFrom, factsOf, wholePolicy } from './facts.ts';
import { isQuiet } from './reassess.ts';

type State = Stored<typeof state>;
type Link = Stored<typeof link>;

/** `moved`: the stage changed. `looked`: only the next check did. `skipped`: somebody else was faster. */
export type Swept = 'moved' | 'looked' | 'skipped';

const SWEEP = { job: 'overdue-sweep' } as const;

/** Not-taken marks may lie ahead; nothing else does. */
const AHEAD_DAYS = 31;

const read = async (context: Context, patient: State, now: Temporal.Instant) => {
  const { centre, patient: id } = patient;
  const today = localDay(now, patient.homeZone);
  const [policy, links] = await Promise.all([
    context.store.get(centrePolicy, centrePolicy.key(patient)),
    context.store.queryAll(patterns.linksOf(centre, id)),
  ]);
  const whole = wholePolicy(policy?.policy);
  const from = evidenceNeededFrom(today, whole.openDoseLookbackDays);
  const entries = await context.store.queryAll(
    patterns.entriesBetween(centre, id, from, addDays(today, AHEAD_DAYS)),
  );
  return {
    today,
    whole,
    policy: policy?.policy,
    links: links.map(({ item }) => item),
    evidence: evidenceFrom(entries.map(({ item }) => item)),
  };
};

type Read = Awaited<ReturnType<typeof read>>;

/** The part of the evidence that the next look-back may not reach any more. */
const accountedBefore = (patient: State, { evidence, today, whole }: Read): string | undefined => {
  const old = addDays(today, -whole.openDoseLookbackDays);
  return laterDay(patient.accountedThrough, lastAccountedDay(evidence.filter(({ to }) => to <= old)));
};

/** Everyone who can be mailed about this diary, each address once. */
const mailable = (links: readonly Link[]): Link[] => {
  const live = links.filter(
    ({ endedAt, confirmed, email }) => endedAt === undefined && confirmed && email !== undefined,
  );
  return [...new Map(live.map((one) => [one.account, one])).values()];
};

/** The day a mail counts for is the sweep's; whether it may go out now is for real time to say, when it is sent. */
const mailActs = (
  context: Context,
  patient: State,
  assessed: RecordingAssessment,
  links: readonly Link[],
  stamp: Stamp,
): Act[] => {
  const { mail } = assessed;
  if (mail === undefined) return [];
  return mailable(links).map((one): Act => {
    const item = mailItem(context, {
      owner: { of: 'diary', centre: patient.centre, patient: patient.patient },
      message: mail.kind,
      to: one.email ?? '',
      account: one.account,
      zone: patient.homeZone,
      values: {},
      whileRecording: { lapseId: mail.lapseId, announced: mail.kind },
      by: SWEEP.job,
      at: stamp.at,
      notBefore: context.now().toString({ smallestUnit: 'second' }),
    });
    return { act: 'put', label: 'mail', entity: outbox, item, over: 'absent' };
  });
};

const nextState = (
  now: Temporal.Instant,
  patient: State,
  assessed: RecordingAssessment,
  seen: Read,
  stamp: Stamp,
): State => {
  const { evidence: _e, policy: _p, task: _t, accountedThrough: _a, ...rest } = patient;
  const { state: recording, deliveryStatus } = assessed;
  const quiet = isQuiet(recording.stage) || recording.stage === 'stopped';
  const unreachable = assessed.mail !== undefined && mailable(seen.links).length === 0;
  const task = quiet ? undefined : assessed.task === 'call' || unreachable ? ('call' as const) : patient.task;
  const accountedThrough = accountedBefore(patient, seen);
  const since = now.toString({ smallestUnit: 'second' });
  return {
    ...rest,
    ...(quiet
      ? {}
      : {
          evidence: [...seen.evidence] as Evidence[],
          ...(seen.policy === undefined ? {} : { policy: seen.policy }),
        }),
    ...(task === undefined ? {} : { task }),
    ...(accountedThrough === undefined ? {} : { accountedThrough }),
    recording: { ...recording, openDoses: [...recording.openDoses] },
    delivery:
      deliveryStatus === patient.delivery.status ? patient.delivery : { status: deliveryStatus, since },
    ...changed(patient, stamp),
  };
};

/**
 * Looks at one patient whose clock may have run out. The transition, its mails and its audit are one transaction,
 * conditional on the state it was decided from: exactly once, however often the job runs.
 */
export const sweepPatient = async (context: Context, key: Key, now: Temporal.Instant): Promise<Swept> => {
  const patient = await context.store.get(state, key);
  const { nextCheckAt } = patient?.recording ?? {};
  if (
    patient === undefined ||
    nextCheckAt === undefined ||
    nextCheckAt > now.toString({ smallestUnit: 'second' })
  )
    return 'skipped';
  const seen = await read(context, patient, now);
  const assessed = assessRecording(
    factsOf({ ...patient, accountedThrough: accountedBefore(patient, seen) }, seen.evidence),
    {
      now,
      policy: seen.whole,
      products: findProduct,
      event: 'sweep',
      previous: patient.recording,
    },
  );
  if (assessed.centreDigest) await queueDigest(context, patient.centre, now);
  const mutationId = context.newId();
  const stamp = { at: now.toString({ smallestUnit: 'second' }), by: SWEEP.job, mutationId };
  const after = nextState(now, patient, assessed, seen, stamp);
  const moved = after.recording.stage !== patient.recording.stage;
  const audited = auditAct(
    context,
    SWEEP,
    { of: 'diary', centre: patient.centre, patient: patient.patient },
    {
      action: 'recording-status',
      mutationId,
      before: patient.recording.stage,
      after: after.recording.stage,
    },
  );
  const outcome = await context.store.transact([
    { act: 'put', label: 'state', entity: state, item: after, over: patient.version },
    ...mailActs(context, patient, assessed, seen.links, stamp),
    ...(moved ? [audited] : []),
  ]);
  if (!outcome.done) return 'skipped';
  return moved ? 'moved' : 'looked';
};
