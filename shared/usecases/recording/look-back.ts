import type { Temporal } from 'temporal-polyfill';
import { findProduct } from '#catalogue/catalogue.ts';
import type { Policy } from '#contracts/centre.ts';
import { addDays, laterDay } from '#domain/calendar-day.ts';
import type { CentrePolicy } from '#domain/centre-policy.ts';
import { evidenceNeededFrom, lastAccountedDay, type Evidence } from '#domain/evidence.ts';
import { localDay } from '#domain/local-time.ts';
import type { RecordingEvent } from '#domain/recording-events.ts';
import { assessRecording } from '#domain/recording-status.ts';
import type { RecordingAssessment } from '#domain/recording-types.ts';
import { centrePolicy } from '#table/entities/centre.ts';
import type { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import type { Context } from '#usecases/ports/context.ts';
import { evidenceFrom, factsOf, wholePolicy } from './facts.ts';
import { isQuiet } from './reassess.ts';

type State = Stored<typeof state>;

/** Not-taken marks may lie ahead; nothing else does. */
const AHEAD_DAYS = 31;

/** What the diary says about the days that can still decide something. */
export interface LookBack {
  readonly today: string;
  readonly policy: Policy | undefined;
  readonly whole: CentrePolicy;
  readonly evidence: readonly Evidence[];
}

/** Reads the policy, then the diary as far back as that policy looks. */
export const lookBack = async (
  context: Context,
  patient: State,
  now: Temporal.Instant,
): Promise<LookBack> => {
  const { centre, patient: id } = patient;
  const today = localDay(now, patient.homeZone);
  const policy = (await context.store.get(centrePolicy, centrePolicy.key(patient)))?.policy;
  const whole = wholePolicy(policy);
  const from = evidenceNeededFrom(today, whole.openDoseLookbackDays);
  const entries = await context.store.queryAll(
    patterns.entriesBetween(centre, id, from, addDays(today, AHEAD_DAYS)),
  );
  return { today, policy, whole, evidence: evidenceFrom(entries.map(({ item }) => item)) };
};

/** The part of the evidence that the next look-back may not reach any more. */
const accountedBefore = (patient: State, { evidence, today, whole }: LookBack): string | undefined => {
  const old = addDays(today, -whole.openDoseLookbackDays);
  return laterDay(patient.accountedThrough, lastAccountedDay(evidence.filter(({ to }) => to <= old)));
};

const stored = (
  now: Temporal.Instant,
  patient: State,
  seen: LookBack,
  assessed: RecordingAssessment,
): State => {
  const { evidence: _e, policy: _p, task: _t, ...rest } = patient;
  const { state: recording, deliveryStatus } = assessed;
  const quiet = isQuiet(recording.stage) || recording.stage === 'stopped';
  const task = quiet ? undefined : assessed.task === 'call' ? ('call' as const) : patient.task;
  const since = now.toString({ smallestUnit: 'second' });
  return {
    ...rest,
    ...(quiet
      ? {}
      : { evidence: [...seen.evidence], ...(seen.policy === undefined ? {} : { policy: seen.policy }) }),
    ...(task === undefined ? {} : { task }),
    recording: { ...recording, openDoses: [...recording.openDoses] },
    delivery:
      deliveryStatus === patient.delivery.status ? patient.delivery : { status: deliveryStatus, since },
  };
};

/** The state after an event, decided from the dates, with what has to be done in the same write. */
export const assessState = (
  now: Temporal.Instant,
  before: State,
  seen: LookBack,
  event: RecordingEvent,
): { readonly state: State; readonly assessed: RecordingAssessment } => {
  const accountedThrough = accountedBefore(before, seen);
  const patient = accountedThrough === undefined ? before : { ...before, accountedThrough };
  const assessed = assessRecording(factsOf(patient, seen.evidence), {
    now,
    policy: seen.whole,
    products: findProduct,
    event,
    previous: patient.recording,
  });
  return { state: stored(now, patient, seen, assessed), assessed };
};
