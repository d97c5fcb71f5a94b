import { dayFromNumber, dayNumber, weekdayOf, type LocalDate } from './calendar-day.ts';
import {
  planInForce,
  type LoadingPhase,
  type Plan,
  type PlannedDose,
  type Regimen,
  type Schedule,
} from './plan.ts';

/**
 * Every dose the plans ask for from one day to another, both included, by day, then product, then ordinal.
 * A dose belongs to the local day of the patient's home zone; it has no hour.
 */
export function plannedDoses(plans: readonly Plan[], from: LocalDate, to: LocalDate): PlannedDose[] {
  const doses: PlannedDose[] = [];
  const last = dayNumber(to);
  for (let number = dayNumber(from); number <= last; number += 1) {
    const day = dayFromNumber(number);
    const plan = planInForce(plans, day);
    if (plan !== undefined) doses.push(...dosesOfDay(plan, day));
  }
  return doses;
}

/**
 * The interval of the plan in force on a day, in days: the longest gap of its most frequent running schedule.
 * `undefined` when nothing is scheduled then (on demand, no plan, a regimen that has ended).
 */
export function planIntervalDays(plans: readonly Plan[], day: LocalDate): number | undefined {
  const gaps = runningPhases(planInForce(plans, day), day).map((phase) => longestGapDays(phase.schedule));
  return gaps.length === 0 ? undefined : Math.min(...gaps);
}

/** Days between a dose and its nearest neighbour. */
export function shortestGapDays(schedule: Schedule): number {
  return Math.min(...gapsOf(schedule));
}

/** Days between the two neighbouring doses that are furthest apart. */
export function longestGapDays(schedule: Schedule): number {
  return Math.max(...gapsOf(schedule));
}

/** Days after `day` on which a plan or a part of one begins or has ended. */
export function planBoundariesAfter(plans: readonly Plan[], day: LocalDate): LocalDate[] {
  const boundaries = plans.flatMap((plan) => [
    plan.effectiveOn,
    ...plan.regimens.flatMap((regimen) => [
      regimen.anchor,
      regimen.loading?.anchor,
      regimen.until === undefined ? undefined : dayFromNumber(dayNumber(regimen.until) + 1),
    ]),
  ]);
  return boundaries.filter((boundary) => boundary !== undefined).filter((boundary) => boundary > day);
}

interface Phase extends LoadingPhase {
  readonly productId: string;
  readonly routine: boolean;
  readonly replaces: boolean;
}

function dosesOfDay(plan: Plan, day: LocalDate): PlannedDose[] {
  const counted = new Map<string, number>();
  const doses: PlannedDose[] = [];
  for (const { productId, amount, schedule, ...phase } of runningPhases(plan, day)) {
    if (!fallsOn(schedule, phase.anchor, day)) continue;
    const intervalDays = shortestGapDays(schedule);
    for (let n = 0; n < phase.dosesPerDay; n += 1) {
      const ordinal = (counted.get(productId) ?? 0) + 1;
      counted.set(productId, ordinal);
      doses.push({ day, ordinal, productId, amount, intervalDays });
    }
  }
  return doses.sort((a, b) =>
    a.productId === b.productId ? a.ordinal - b.ordinal : a.productId < b.productId ? -1 : 1,
  );
}

/** What runs on a day: routine regimens rest while a temporary one replaces them. */
function runningPhases(plan: Plan | undefined, day: LocalDate): Phase[] {
  const running = (plan?.regimens ?? [])
    .map((regimen) => phaseOn(regimen, day))
    .filter((phase) => phase !== undefined);
  const replaced = running.some((phase) => phase.replaces);
  return replaced ? running.filter((phase) => !phase.routine) : running;
}

function phaseOn(regimen: Regimen, day: LocalDate): Phase | undefined {
  const { anchor, schedule, loading, until, productId, amount, dosesPerDay } = regimen;
  if (anchor === undefined || schedule === undefined || (until !== undefined && day > until))
    return undefined;
  const of = {
    productId,
    routine: regimen.kind === 'routine',
    replaces: regimen.kind === 'temporary' && regimen.effect === 'replaces',
  };
  if (day >= anchor) return hasDays(schedule) ? { ...of, anchor, schedule, amount, dosesPerDay } : undefined;
  if (loading === undefined || day < loading.anchor || !hasDays(loading.schedule)) return undefined;
  return { ...of, ...loading };
}

function hasDays(schedule: Schedule): boolean {
  return schedule.kind !== 'weekdays' || schedule.weekdays.length > 0;
}

function fallsOn(schedule: Schedule, anchor: LocalDate, day: LocalDate): boolean {
  if (schedule.kind === 'weekdays') return schedule.weekdays.includes(weekdayOf(day));
  return (dayNumber(day) - dayNumber(anchor)) % cycleDays(schedule) === 0;
}

function cycleDays(schedule: Exclude<Schedule, { kind: 'weekdays' }>): number {
  return schedule.kind === 'every-days' ? schedule.days : schedule.weeks * 7;
}

function gapsOf(schedule: Schedule): number[] {
  if (schedule.kind !== 'weekdays') return [cycleDays(schedule)];
  const weekdays = [...new Set(schedule.weekdays)].sort((a, b) => a - b);
  const first = weekdays[0] ?? 1;
  return weekdays.map((weekday, index) => (weekdays[index + 1] ?? first + 7) - weekday);
}
