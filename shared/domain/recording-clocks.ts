import { laterDay, type LocalDate } from './calendar-day.ts';
import type { PlannedDose } from './plan.ts';
import { planIntervalDays } from './planned-doses.ts';
import { addRunningDays } from './running-days.ts';
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

export type MeasureRules = Pick<RecordingContext, 'policy' | 'products'>;

/** What the clocks are read from on a day. */
export interface Moment {
  readonly startsOn: LocalDate;
  readonly day: LocalDate;
  readonly open: readonly PlannedDose[];
  readonly accounted?: LocalDate | undefined;
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

/** The clocks of a diary on a day: the form's on paper; otherwise the doses' and, where doses are rare, silence's. */
export function runningClocks(facts: RecordingFacts, moment: Moment, rules: MeasureRules): Clock[] {
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
  const second = moment.open[1];
  const isSingle = second === undefined || doseDueOn(second, facts, rules) > moment.day;
  return clockFrom('doses', doseDueOn(oldest, facts, rules), isSingle, facts, moment, rules);
}

export function doseDueOn(dose: PlannedDose, facts: RecordingFacts, { policy }: MeasureRules): LocalDate {
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

/** Orders clocks: the one furthest past due decides, of equals the one due first. */
export function mostAdvanced(a: Clock, b: Clock): number {
  return rank(b.level) - rank(a.level) || (a.dueOn < b.dueOn ? -1 : 1);
}

function rank(level: Level): number {
  return LEVELS.indexOf(level);
}
