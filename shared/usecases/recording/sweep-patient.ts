import type { Temporal } from 'temporal-polyfill';
import { laterDay } from '#domain/calendar-day.ts';
import { lastAccountedDay } from '#domain/evidence.ts';
import type { RecordingAssessment } from '#domain/recording-types.ts';
import { reminderPeriod, type ReminderPeriod } from '#domain/reminders/reminder-period.ts';
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
import { assessState, lookBack, type LookBack } from './look-back.ts';

type State = Stored<typeof state>;
type Link = Stored<typeof link>;

/** `moved`: the stage changed. `looked`: only the next check did. `skipped`: somebody else was faster. */
export type Swept = 'moved' | 'looked' | 'skipped';

const SWEEP = { job: 'overdue-sweep' } as const;

/** Everyone who can be mailed about this diary, each address once. */
const mailable = (links: readonly Link[]): Link[] => {
  const live = links.filter(
    ({ endedAt, confirmed, email }) => endedAt === undefined && confirmed && email !== undefined,
  );
  return [...new Map(live.map((one) => [one.account, one])).values()];
};

/** For which days the mail's link asks: those that nothing accounts for yet. */
const periodOf = ({ accountedThrough }: State, { evidence, today }: LookBack): ReminderPeriod => {
  const begun = evidence.filter(({ from }) => from <= today);
  return reminderPeriod(laterDay(accountedThrough, lastAccountedDay(begun)), today);
};

/** The day a mail counts for is the sweep's; whether it may go out now is for real time to say, when it is sent. */
const mailActs = (
  context: Context,
  patient: State,
  assessed: RecordingAssessment,
  links: readonly Link[],
  stamp: Stamp,
  period: ReminderPeriod,
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
      locale: one.language,
      values: { period },
      whileRecording: { lapseId: mail.lapseId, announced: mail.kind },
      by: SWEEP.job,
      at: stamp.at,
      notBefore: context.now().toString({ smallestUnit: 'second' }),
    });
    return { act: 'put', label: 'mail', entity: outbox, item, over: 'absent' };
  });
};

/**
 * Looks at one patient whose clock may have run out. The transition, its mails and its audit are one transaction,
 * conditional on the state it was decided from: exactly once, however often the job runs.
 */
export const sweepPatient = async (context: Context, key: Key, now: Temporal.Instant): Promise<Swept> => {
  const patient = await context.store.get(state, key);
  const { nextCheckAt } = patient?.recording ?? {};
  const isDue = nextCheckAt !== undefined && nextCheckAt <= now.toString({ smallestUnit: 'second' });
  if (patient === undefined || !isDue) return 'skipped';
  const [seen, found] = await Promise.all([
    lookBack(context, patient, now),
    context.store.queryAll(patterns.linksOf(patient.centre, patient.patient)),
  ]);
  const links = found.map(({ item }) => item);
  const { state: next, assessed } = assessState(now, patient, seen, 'sweep');
  if (assessed.centreDigest) await queueDigest(context, patient.centre, now);
  const mutationId = context.newId();
  const stamp = { at: now.toString({ smallestUnit: 'second' }), by: SWEEP.job, mutationId };
  const unreachable = assessed.mail !== undefined && mailable(links).length === 0;
  const after: State = { ...next, ...(unreachable ? { task: 'call' } : {}), ...changed(patient, stamp) };
  const moved = after.recording.stage !== patient.recording.stage;
  const owner = { of: 'diary', centre: patient.centre, patient: patient.patient } as const;
  const audited = auditAct(context, SWEEP, owner, {
    action: 'recording-status',
    mutationId,
    before: patient.recording.stage,
    after: after.recording.stage,
  });
  const outcome = await context.store.transact([
    { act: 'put', label: 'state', entity: state, item: after, over: patient.version },
    ...mailActs(context, patient, assessed, links, stamp, periodOf(next, seen)),
    ...(moved ? [audited] : []),
  ]);
  if (!outcome.done) return 'skipped';
  return moved ? 'moved' : 'looked';
};
