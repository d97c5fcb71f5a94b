import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { defaultPolicy } from '#domain/centre-policy.ts';
import { assessRecording } from '#domain/recording-status.ts';
import type {
  RecordingAssessment,
  RecordingContext,
  RecordingFacts,
  RecordingState,
} from '#domain/recording-types.ts';
import { DELIVERY_STATUSES } from '#domain/vocabulary.ts';
import { anyEvidence, anyPlans, dayAt, everyDays, FIRST_DAY, plan, products, regimen } from './support.ts';

export const zone = 'Europe/London';

export const facts = (changes: Partial<RecordingFacts> = {}): RecordingFacts => ({
  homeZone: zone,
  homeTherapy: true,
  channel: 'online',
  clockFrom: FIRST_DAY,
  plans: [plan(FIRST_DAY, regimen(everyDays(2)))],
  evidence: [],
  pauses: [],
  deliveryStatus: 'active',
  remindedOn: [],
  ...changes,
});

/** A clock time on the day that many days after {@link FIRST_DAY}, in the home zone. */
export const at = (offset: number, time = '09:00'): Temporal.Instant =>
  Temporal.PlainDateTime.from(`${dayAt(offset)}T${time}`)
    .toZonedDateTime(zone)
    .toInstant();

export const assess = (
  given: RecordingFacts,
  now: Temporal.Instant,
  changes: Partial<RecordingContext> = {},
): RecordingAssessment =>
  assessRecording(given, { now, policy: defaultPolicy, products, event: 'sweep', ...changes });

export interface Run {
  readonly state: RecordingState;
  readonly deliveryStatus: RecordingFacts['deliveryStatus'];
  /** `{day offset or instant} {what}` for each thing said. */
  readonly said: readonly string[];
}

/** Sweeps at each instant; every mail arrives the same day. */
export function sweep(
  given: RecordingFacts,
  instants: readonly Temporal.Instant[],
  previous?: RecordingState,
): Run {
  let { deliveryStatus, remindedOn } = given;
  let state = previous;
  const said: string[] = [];
  for (const now of instants) {
    const result = assess({ ...given, deliveryStatus, remindedOn }, now, { previous: state });
    state = result.state;
    deliveryStatus = result.deliveryStatus;
    const on = now.toZonedDateTimeISO(given.homeZone).toPlainDate().toString();
    if (result.mail !== undefined) {
      said.push(`${on} ${result.mail.kind}`);
      remindedOn = [...remindedOn, on];
    }
    if (result.task !== undefined) said.push(`${on} ${result.task}`);
    if (result.centreDigest) said.push(`${on} digest`);
  }
  if (state === undefined) throw new Error('a run needs at least one instant');
  return { state, deliveryStatus, said };
}

/** Instants from one day offset to another, so many hours apart. */
export function every(hours: number, from: number, to: number): Temporal.Instant[] {
  const instants: Temporal.Instant[] = [];
  const end = at(to, '23:59');
  for (let now = at(from, '00:30'); Temporal.Instant.compare(now, end) <= 0; now = now.add({ hours })) {
    instants.push(now);
  }
  return instants;
}

/** Patients of every sort, with a diary from day -5 to day 70. */
export const anyFacts: fc.Arbitrary<RecordingFacts> = fc
  .record({
    plans: anyPlans,
    evidence: fc.array(anyEvidence(-5, 70), { maxLength: 20 }),
    channel: fc.constantFrom('online' as const, 'online' as const, 'online' as const, 'paper' as const),
    clockFrom: fc.integer({ min: -10, max: 20 }).map(dayAt),
    pauses: fc.array(
      fc
        .record({ from: fc.integer({ min: 0, max: 80 }), length: fc.integer({ min: 0, max: 20 }) })
        .map(({ from, length }) => ({
          from: dayAt(from),
          to: dayAt(from + length),
          reason: 'holiday' as const,
        })),
      { maxLength: 2 },
    ),
    deliveryStatus: fc.constantFrom(...DELIVERY_STATUSES),
    remindedOn: fc.array(fc.integer({ min: 0, max: 80 }).map(dayAt), { maxLength: 4 }),
  })
  .map((changes) => facts(changes));
