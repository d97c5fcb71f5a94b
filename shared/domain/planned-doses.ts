import { dayFromNumber, dayNumber, weekdayOf, type LocalDate, type Weekday } from './calendar-day.ts';
import {
  isScheduled,
  planInForce,
  type LoadingPhase,
  type Plan,
  type PlannedDose,
  type ScheduledRegimen,
  type Schedule,
} from './plan.ts';

/**
 * Every dose the plans ask for from one day to another, both included, by date, then product, then ordinal.
 * A dose belongs to the local day of the patient's home zone; it has no hour.
 */
export function plannedDoses(plans: readonly Plan[], from: LocalDate, to: LocalDate): PlannedDose[] {
  const doses: PlannedDose[] = [];
  const last = dayNumber(to);
  for (let day = dayNumber(from); day <= last; day += 1) {
    const date = dayFromNumber(day);
    const plan = planInForce(plans, date);
    if (plan !== undefined) doses.push(...dosesOfDay(plan, date));
  }
  return doses;
}

/**
 * The interval of the plan in force on a day, in days: the longest gap of its most frequent running schedule.
 * `undefined` when nothing is scheduled then (on demand, no plan, a regimen that has ended).
 */
export function planIntervalDays(plans: readonly Plan[], date: LocalDate): number | undefined {
  const plan = planInForce(plans, date);
  const gaps = runningPhases(plan, date).map((phase) => longestGapDays(phase.schedule));
  return gaps.length === 0 ? undefined : Math.min(...gaps);
}

/** Days between a dose and its nearest neighbour. */
export function shortestGapDays(schedule: Schedule): number {
  return Math.min(...gapsOf(schedule));
}

/** Days between the two doses that are furthest apart. */
export function longestGapDays(schedule: Schedule): number {
  return Math.max(...gapsOf(schedule));
}

interface Phase extends LoadingPhase {
  readonly productId: string;
}

function dosesOfDay(plan: Plan, date: LocalDate): PlannedDose[] {
  const counted = new Map<string, number>();
  const doses: PlannedDose[] = [];
  for (const phase of runningPhases(plan, date)) {
    if (!fallsOn(phase, date)) continue;
    const intervalDays = shortestGapDays(phase.schedule);
    for (let n = 0; n < phase.dosesPerDay; n += 1) {
      const ordinal = (counted.get(phase.productId) ?? 0) + 1;
      counted.set(phase.productId, ordinal);
      doses.push({ date, ordinal, productId: phase.productId, amount: phase.amount, intervalDays });
    }
  }
  return doses.sort((a, b) =>
    a.productId === b.productId ? a.ordinal - b.ordinal : a.productId < b.productId ? -1 : 1,
  );
}

/** What runs on a day: routine regimens rest while a temporary one replaces them. */
function runningPhases(plan: Plan | undefined, date: LocalDate): Phase[] {
  const phases: Phase[] = [];
  const scheduled = plan?.regimens.filter(isScheduled) ?? [];
  const replaced = scheduled.some(
    (regimen) => replacesRoutine(regimen) && phaseOn(regimen, date) !== undefined,
  );
  for (const regimen of scheduled) {
    if (replaced && regimen.kind === 'routine') continue;
    const phase = phaseOn(regimen, date);
    if (phase !== undefined) phases.push({ ...phase, productId: regimen.productId });
  }
  return phases;
}

function replacesRoutine(regimen: ScheduledRegimen): boolean {
  return regimen.kind === 'temporary' && regimen.replacesRoutine === true;
}

function phaseOn(regimen: ScheduledRegimen, date: LocalDate): LoadingPhase | undefined {
  if (regimen.endDate !== undefined && date > regimen.endDate) return undefined;
  if (date >= regimen.anchorDate) return regimen;
  const { loading } = regimen;
  return loading !== undefined && date >= loading.anchorDate ? loading : undefined;
}

function fallsOn(phase: LoadingPhase, date: LocalDate): boolean {
  const { schedule } = phase;
  if ('weekdays' in schedule) return schedule.weekdays.includes(weekdayOf(date));
  return (dayNumber(date) - dayNumber(phase.anchorDate)) % cycleDays(schedule) === 0;
}

function cycleDays(schedule: { everyDays: number } | { everyWeeks: number }): number {
  return 'everyDays' in schedule ? schedule.everyDays : schedule.everyWeeks * 7;
}

function gapsOf(schedule: Schedule): number[] {
  if (!('weekdays' in schedule)) return [cycleDays(schedule)];
  const days = [...new Set<Weekday>(schedule.weekdays)].sort((a, b) => a - b);
  return days.map((day, index) => (days[index + 1] ?? (days[0] ?? day) + 7) - day);
}
