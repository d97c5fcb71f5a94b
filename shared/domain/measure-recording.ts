import { addDays, laterDay, type LocalDate } from './calendar-day.ts';
import { lastAccountedDay } from './evidence.ts';
import { matchDoses } from './match-doses.ts';
import type { PlannedDose } from './plan.ts';
import { planBoundariesAfter, plannedDoses } from './planned-doses.ts';
import {
  clockSteps,
  doseDueOn,
  mostAdvanced,
  runningClocks,
  type Clock,
  type Level,
  type MeasureRules,
  type Moment,
} from './recording-clocks.ts';
import type { RecordingFacts } from './recording-types.ts';
import { clockStart, firstRunningDay, isPaused } from './running-days.ts';

export interface RunningMeasure {
  readonly kind: 'running';
  readonly level: Level;
  /** The clock that decides; missing when none runs. */
  readonly clock?: Clock | undefined;
  readonly openDoses: readonly PlannedDose[];
  readonly lastAccountedDay?: LocalDate | undefined;
  /** Days to come on which the measure could be another without any event. */
  readonly wakeDays: readonly LocalDate[];
}

export type RecordingMeasure =
  | RunningMeasure
  | { readonly kind: 'stopped' }
  | { readonly kind: 'not-started'; readonly startsOn?: LocalDate | undefined }
  | {
      readonly kind: 'paused';
      readonly resumesOn: LocalDate;
      readonly openDoses: readonly PlannedDose[];
      readonly lastAccountedDay?: LocalDate | undefined;
    };

/** Planned doses are looked for this far ahead to find the next day that matters; longer quiet is looked at again. */
const AHEAD_DAYS = 62;

/** Where recording stands on a day whose clocks have run out (see `clockDay`). A function of dates only. */
export function measureRecording(
  facts: RecordingFacts,
  day: LocalDate,
  rules: MeasureRules,
): RecordingMeasure {
  if (facts.stop !== undefined) return { kind: 'stopped' };
  const startsOn = clockStart(facts);
  if (startsOn === undefined || startsOn > day) return { kind: 'not-started', startsOn };
  const { open, oldestPlanned } = openDosesAround(facts, startsOn, day, rules);
  const openDoses = open.filter((dose) => dose.day <= day);
  const accounted = accountedUntil(facts, day);
  if (isPaused(facts.pauses, day)) {
    return {
      kind: 'paused',
      resumesOn: firstRunningDay(facts.pauses, day),
      openDoses,
      lastAccountedDay: accounted,
    };
  }
  const clocks = runningClocks(facts, { startsOn, day, open, accounted }, rules);
  const clock = clocks.toSorted(mostAdvanced).at(0);
  return {
    kind: 'running',
    level: clock?.level ?? 'none',
    clock,
    openDoses,
    lastAccountedDay: accounted,
    wakeDays: wakeDays(facts, { day, open, clocks, oldestPlanned }, rules),
  };
}

/** Open doses of the look-back and of the days ahead; nothing is owed for paused days. */
function openDosesAround(
  facts: RecordingFacts,
  startsOn: LocalDate,
  day: LocalDate,
  rules: MeasureRules,
): { open: readonly PlannedDose[]; oldestPlanned: PlannedDose | undefined } {
  const from = windowStart(startsOn, day, rules);
  const doses = plannedDoses(facts.plans, from, addDays(day, AHEAD_DAYS));
  const owed = doses.filter((dose) => !isPaused(facts.pauses, dose.day));
  return { open: matchDoses(owed, facts.evidence, rules).open, oldestPlanned: owed[0] };
}

function windowStart(startsOn: LocalDate, day: LocalDate, { policy }: MeasureRules): LocalDate {
  const lookback = addDays(day, 1 - policy.openDoseLookbackDays);
  return startsOn > lookback ? startsOn : lookback;
}

/** The next morning's entries count at once: between midnight and 08:00 the clock's day is still the one before. */
function accountedUntil(facts: RecordingFacts, day: LocalDate): LocalDate | undefined {
  const latest = addDays(day, 1);
  const clip = (to: LocalDate): LocalDate => (to < latest ? to : latest);
  const { paperForm, accountedThrough } = facts;
  const begun = facts.evidence.filter((evidence) => evidence.from <= latest);
  const entered = laterDay(lastAccountedDay(begun), accountedThrough);
  const accounted = facts.channel === 'paper' ? laterDay(entered, paperForm?.to) : entered;
  return accounted === undefined ? undefined : clip(accounted);
}

interface Ahead extends Pick<Moment, 'day' | 'open'> {
  readonly clocks: readonly Clock[];
  readonly oldestPlanned: PlannedDose | undefined;
}

/**
 * The days on which something could change without an event: the next step of each clock, the next open dose coming
 * due, a planned dose leaving the look-back, a pause, a mark or a part of a plan beginning or ending.
 */
function wakeDays(
  facts: RecordingFacts,
  { day, open, clocks, oldestPlanned }: Ahead,
  rules: MeasureRules,
): LocalDate[] {
  const steps = clocks.flatMap((clock) =>
    clockSteps(clock.dueOn, facts, rules.policy).map((step) => step.on),
  );
  const nextOpen = open.find((dose) => doseDueOn(dose, facts, rules) > day);
  const comingDue = nextOpen === undefined ? [] : [doseDueOn(nextOpen, facts, rules)];
  const leaving =
    oldestPlanned === undefined || open[0] === undefined || open[0].day > day
      ? []
      : [addDays(oldestPlanned.day, rules.policy.openDoseLookbackDays)];
  const pauses = facts.pauses.map((pause) => pause.from);
  const marksAhead = facts.evidence.map((evidence) => addDays(evidence.from, -1));
  const planned = facts.plans.some((plan) => plan.regimens.some((regimen) => regimen.schedule !== undefined));
  const lookAgain = planned ? [addDays(day, AHEAD_DAYS)] : [];
  const all = [
    ...steps,
    ...comingDue,
    ...leaving,
    ...pauses,
    ...marksAhead,
    ...planBoundariesAfter(facts.plans, day),
    ...lookAgain,
  ];
  return all.filter((wake) => wake > day).sort();
}
