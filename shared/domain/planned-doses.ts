import { dayFromNumber, dayNumber, weekdayOfNumber, type LocalDate } from './calendar-day.ts';
import {
  comparePlans,
  planInForce,
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
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const doses: PlannedDose[] = [];
  const inOrder = [...plans].sort(comparePlans);
  inOrder.forEach((plan, index) => {
    const next = inOrder[index + 1];
    const until = next === undefined ? last : Math.min(last, dayNumber(next.effectiveOn) - 1);
    const phases = plan.regimens.flatMap(phasesOf);
    for (let day = Math.max(first, dayNumber(plan.effectiveOn)); day <= until; day += 1) {
      doses.push(...dosesOfDay(phases, day));
    }
  });
  return doses;
}

/**
 * The interval of the plan in force on a day, in days: the longest gap of its most frequent running schedule.
 * `undefined` when nothing is scheduled then (on demand, no plan, a regimen that has ended).
 */
export function planIntervalDays(plans: readonly Plan[], day: LocalDate): number | undefined {
  const phases = planInForce(plans, day)?.regimens.flatMap(phasesOf) ?? [];
  const gaps = running(phases, dayNumber(day)).map((phase) => longestGapDays(phase.schedule));
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

/** A stretch of a regimen with one schedule; days as numbers, because every day of a window is asked about. */
interface Phase extends Pick<PlannedDose, 'productId' | 'amount' | 'intervalDays'> {
  readonly schedule: Schedule;
  readonly dosesPerDay: number;
  readonly anchor: number;
  readonly last: number;
  readonly routine: boolean;
  readonly replaces: boolean;
}

function phasesOf(regimen: Regimen): Phase[] {
  const { anchor, schedule, loading, until, productId, amount, dosesPerDay } = regimen;
  if (anchor === undefined || schedule === undefined) return [];
  const last = until === undefined ? Number.POSITIVE_INFINITY : dayNumber(until);
  const of = {
    productId,
    routine: regimen.kind === 'routine',
    replaces: regimen.kind === 'temporary' && regimen.effect === 'replaces',
  };
  const start = dayNumber(anchor);
  const main = { ...of, amount, schedule, dosesPerDay, anchor: start, last };
  const before =
    loading === undefined
      ? []
      : [{ ...of, ...loading, anchor: dayNumber(loading.anchor), last: Math.min(last, start - 1) }];
  return [...before, main]
    .filter((phase) => phase.schedule.kind !== 'weekdays' || phase.schedule.weekdays.length > 0)
    .map((phase) => ({ ...phase, intervalDays: shortestGapDays(phase.schedule) }));
}

/** What runs on a day: routine regimens rest while a temporary one replaces them. */
function running(phases: readonly Phase[], day: number): Phase[] {
  const all = phases.filter((phase) => phase.anchor <= day && day <= phase.last);
  return all.some((phase) => phase.replaces) ? all.filter((phase) => !phase.routine) : all;
}

function dosesOfDay(phases: readonly Phase[], day: number): PlannedDose[] {
  const today = running(phases, day).filter((phase) => fallsOn(phase, day));
  if (today.length === 0) return [];
  const date = dayFromNumber(day);
  const counted = new Map<string, number>();
  const doses = today.flatMap(({ productId, amount, intervalDays, dosesPerDay }) =>
    Array.from({ length: dosesPerDay }, (): PlannedDose => {
      const ordinal = (counted.get(productId) ?? 0) + 1;
      counted.set(productId, ordinal);
      return { day: date, ordinal, productId, amount, intervalDays };
    }),
  );
  return doses.sort((a, b) =>
    a.productId === b.productId ? a.ordinal - b.ordinal : a.productId < b.productId ? -1 : 1,
  );
}

function fallsOn({ schedule, anchor }: Phase, day: number): boolean {
  if (schedule.kind === 'weekdays') return schedule.weekdays.includes(weekdayOfNumber(day));
  return (day - anchor) % cycleDays(schedule) === 0;
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
