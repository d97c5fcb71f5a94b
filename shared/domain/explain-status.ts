import type { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './calendar-day.ts';
import { clockDay } from './local-time.ts';
import { measureRecording, type RecordingMeasure } from './measure-recording.ts';
import { clockSteps, LEVELS, type Clock, type Level, type MeasureRules } from './recording-clocks.ts';
import type { OpenDose, RecordingFacts } from './recording-types.ts';

/** Why recording stands where it stands. Words for them live with the pages. */
export const STATUS_REASONS = [
  'stopped',
  'no-home-therapy',
  'no-plan',
  'nothing-delivered-yet',
  'starts-later',
  'paused',
  'up-to-date',
  'doses-open',
  'one-dose-open',
  'nothing-heard',
  'form-awaited',
] as const;
export type StatusReason = (typeof STATUS_REASONS)[number];

/** One step of the ladder that follows when nothing is recorded. */
export interface StatusStep {
  readonly level: Exclude<Level, 'none'>;
  readonly on: LocalDate;
  readonly reached: boolean;
}

export interface StatusExplanation {
  readonly reason: StatusReason;
  /** The day the clock ran out or will. */
  readonly dueOn?: LocalDate | undefined;
  /** The doses of the look-back that are neither recorded nor marked not taken. */
  readonly openDoses: readonly OpenDose[];
  readonly lastAccountedDay?: LocalDate | undefined;
  readonly startsOn?: LocalDate | undefined;
  readonly resumesOn?: LocalDate | undefined;
  /** What was reached and what comes when, if nothing is recorded; short where one single dose is open. */
  readonly steps: readonly StatusStep[];
}

/** Answers "why am I lapsed?" from the same measure the status is decided by, as codes, days and doses. */
export function explainStatus(
  facts: RecordingFacts,
  now: Temporal.Instant,
  rules: MeasureRules,
): StatusExplanation {
  const day = clockDay(now, facts.homeZone);
  const measure = measureRecording(facts, day, rules);
  if (measure.kind === 'stopped') return { reason: 'stopped', openDoses: [], steps: [] };
  if (measure.kind === 'not-started') {
    const { startsOn } = measure;
    return { reason: whyNotStarted(facts), openDoses: [], steps: [], startsOn };
  }
  const seen = {
    openDoses: measure.openDoses.map(({ day: on, ordinal, productId }) => ({ day: on, ordinal, productId })),
    lastAccountedDay: measure.lastAccountedDay,
  };
  if (measure.kind === 'paused') {
    return { reason: 'paused', ...seen, resumesOn: measure.resumesOn, steps: [] };
  }
  const { clock } = measure;
  if (clock === undefined) return { reason: 'up-to-date', ...seen, steps: [] };
  return {
    reason: whyRunning(measure, clock),
    ...seen,
    dueOn: clock.dueOn,
    steps: stepsOf(clock, facts, day, rules),
  };
}

function whyNotStarted({ homeTherapy, plans, clockFrom }: RecordingFacts): StatusReason {
  if (!homeTherapy) return 'no-home-therapy';
  if (plans.length === 0) return 'no-plan';
  return clockFrom === undefined ? 'nothing-delivered-yet' : 'starts-later';
}

function whyRunning(measure: Extract<RecordingMeasure, { kind: 'running' }>, clock: Clock): StatusReason {
  if (measure.level === 'none') return 'up-to-date';
  if (clock.cause === 'doses') return clock.held ? 'one-dose-open' : 'doses-open';
  return clock.cause === 'paper-form' ? 'form-awaited' : 'nothing-heard';
}

function stepsOf(
  clock: Clock,
  facts: RecordingFacts,
  day: LocalDate,
  { policy }: MeasureRules,
): StatusStep[] {
  const isReached = clock.held && clock.level !== 'none';
  return clockSteps(clock.dueOn, facts, policy)
    .filter(({ level }) => !isReached || LEVELS.indexOf(level) <= LEVELS.indexOf('reminder-3'))
    .map(({ level, on }) => ({ level, on, reached: on <= day }));
}
