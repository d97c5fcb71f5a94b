import { addDays, laterDay, type LocalDate } from './calendar-day.ts';
import { lastAccountedDay } from './evidence.ts';
import { matchDoses } from './match-doses.ts';
import type { PlannedDose } from './plan.ts';
import { planBoundariesAfter, planIntervalDays, plannedDoses } from './planned-doses.ts';
import { addRunningDays, clockStart, firstRunningDay, isPaused } from './recording-clock.ts';
import type { RecordingContext, RecordingFacts } from './recording-types.ts';

/** How far the clock has run past due, before anything is said about it. */
export const LEVELS = ['none', 'reminder-1', 'reminder-2', 'reminder-3', 'lapsed', 'final'] as const;
export type Level = (typeof LEVELS)[number];

/** What the clock counts from: planned doses, silence where none are planned so often, the paper form. */
export type ClockCause = 'doses' | 'silence' | 'paper-form';

/** One clock: when it runs out, how far past that it is, and whether it may go past the reminders. */
export interface Clock {
  readonly cause: ClockCause;
  readonly dueOn: LocalDate;
  readonly level: Level;
  /** A single open dose is reminded of, and never more. */
  readonly held: boolean;
}

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

export type MeasureRules = Pick<RecordingContext, 'policy' | 'products'>;

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
  const open = openDosesAround(facts, startsOn, day, rules);
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
    wakeDays: wakeDays(facts, { startsOn, day, open, clocks }, rules),
  };
}

/** The days after due on which a clock takes its steps, due itself first. */
export function clockSteps(
  dueOn: LocalDate,
  facts: Pick<RecordingFacts, 'pauses'>,
  policy: MeasureRules['policy'],
): { level: Exclude<Level, 'none'>; on: LocalDate }[] {
  const after = (days: number): LocalDate => addRunningDays(dueOn, days, facts.pauses);
  return [
    { level: 'reminder-1', on: dueOn },
    { level: 'reminder-2', on: after(policy.secondReminderAfterDays) },
    { level: 'reminder-3', on: after(policy.thirdReminderAfterDays) },
    { level: 'lapsed', on: after(policy.lapsedAfterDays) },
    { level: 'final', on: after(policy.atRiskAfterDays) },
  ];
}

interface Moment {
  readonly startsOn: LocalDate;
  readonly day: LocalDate;
  readonly open: readonly PlannedDose[];
  readonly accounted?: LocalDate | undefined;
}

/** Open doses of the look-back and of the days ahead; nothing is owed for paused days. */
function openDosesAround(
  facts: RecordingFacts,
  startsOn: LocalDate,
  day: LocalDate,
  rules: MeasureRules,
): readonly PlannedDose[] {
  const from = windowStart(startsOn, day, rules);
  const doses = plannedDoses(facts.plans, from, addDays(day, AHEAD_DAYS));
  const owed = doses.filter((dose) => !isPaused(facts.pauses, dose.day));
  return matchDoses(owed, facts.evidence, rules).open;
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

function runningClocks(facts: RecordingFacts, moment: Moment, rules: MeasureRules): Clock[] {
  if (facts.channel === 'paper') {
    return [silenceClock('paper-form', rules.policy.paperFormDays, facts, moment, rules)];
  }
  const clocks: Clock[] = [];
  const doses = doseClock(facts, moment, rules);
  if (doses !== undefined) clocks.push(doses);
  const silentDays = allowedSilence(facts, moment.day, rules);
  if (silentDays !== undefined) clocks.push(silenceClock('silence', silentDays, facts, moment, rules));
  return clocks;
}

function doseClock(facts: RecordingFacts, moment: Moment, rules: MeasureRules): Clock | undefined {
  const oldest = moment.open[0];
  if (oldest === undefined) return undefined;
  const overdue = moment.open.filter((dose) => doseDueOn(dose, facts, rules) <= moment.day);
  return clockFrom('doses', doseDueOn(oldest, facts, rules), overdue.length <= 1, facts, moment, rules);
}

function doseDueOn(dose: PlannedDose, facts: RecordingFacts, { policy }: MeasureRules): LocalDate {
  return addRunningDays(dose.day, policy.dueAfterDays, facts.pauses);
}

/**
 * Days of silence allowed to those without frequent planned doses. Never less than it takes for the next dose itself
 * to be due: a four-weekly dose recorded each time must not be reminded of on the day it is planned.
 */
function allowedSilence(facts: RecordingFacts, day: LocalDate, { policy }: MeasureRules): number | undefined {
  const interval = planIntervalDays(facts.plans, day);
  if (interval === undefined) return policy.unplannedDueAfterDays;
  if (interval <= policy.longIntervalDays) return undefined;
  return Math.max(policy.unplannedDueAfterDays, interval + policy.dueAfterDays);
}

function silenceClock(
  cause: ClockCause,
  days: number,
  facts: RecordingFacts,
  moment: Moment,
  rules: MeasureRules,
): Clock {
  const since = laterDay(moment.startsOn, moment.accounted) ?? moment.startsOn;
  return clockFrom(cause, addRunningDays(since, days, facts.pauses), false, facts, moment, rules);
}

function clockFrom(
  cause: ClockCause,
  dueOn: LocalDate,
  held: boolean,
  facts: RecordingFacts,
  { day }: Moment,
  { policy }: MeasureRules,
): Clock {
  const reached = clockSteps(dueOn, facts, policy).findLast((step) => step.on <= day)?.level ?? 'none';
  const level = held && rank(reached) > rank('reminder-3') ? 'reminder-3' : reached;
  return { cause, dueOn, level, held };
}

function mostAdvanced(a: Clock, b: Clock): number {
  return rank(b.level) - rank(a.level) || (a.dueOn < b.dueOn ? -1 : 1);
}

function rank(level: Level): number {
  return LEVELS.indexOf(level);
}

/**
 * The days on which something could change without an event: the next step of each clock, the next open dose coming
 * due, the oldest planned dose leaving the look-back, a pause or a part of a plan beginning or ending.
 */
function wakeDays(
  facts: RecordingFacts,
  { startsOn, day, open, clocks }: Moment & { clocks: readonly Clock[] },
  rules: MeasureRules,
): LocalDate[] {
  const steps = clocks.flatMap((clock) =>
    clockSteps(clock.dueOn, facts, rules.policy).map((step) => step.on),
  );
  const comingDue = open.map((dose) => doseDueOn(dose, facts, rules));
  const leaving =
    open[0] === undefined || open[0].day > day
      ? []
      : plannedDoses(facts.plans, windowStart(startsOn, day, rules), day).map((dose) =>
          addDays(dose.day, rules.policy.openDoseLookbackDays),
        );
  const pauses = facts.pauses.map((pause) => pause.from);
  const planned = facts.plans.some((plan) => plan.regimens.some((regimen) => regimen.schedule !== undefined));
  const lookAgain = planned ? [addDays(day, AHEAD_DAYS)] : [];
  const all = [
    ...steps,
    ...comingDue,
    ...leaving,
    ...pauses,
    ...planBoundariesAfter(facts.plans, day),
    ...lookAgain,
  ];
  return all.filter((wake) => wake > day).sort();
}
