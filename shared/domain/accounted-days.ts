import { addDays, dayFromNumber, dayNumber, type LocalDate } from './calendar-day.ts';
import type { CentrePolicy } from './centre-policy.ts';
import type { Evidence } from './evidence.ts';
import type { Plan } from './plan.ts';
import { planIntervalDays } from './planned-doses.ts';

type AccountingPolicy = Pick<CentrePolicy, 'accountedExtraDays' | 'accountedDaysWithoutPlan'>;

/** The longest interval a plan may have (13 weeks) and some: how far behind an entry can still account for. */
const FURTHEST_BACK_DAYS = 100;

/**
 * The local days between two days (both included) that the diary accounts for, in order: the observed days. Silence is
 * not zero: an entry accounts for its day and back to the previous accounted day, but for no more days than the plan's
 * interval and a little (14 without a plan). A confirmation accounts for exactly the period it names.
 *
 * @param evidence of the window and of 100 days after it, so that the entry after the last gap is seen
 */
export function accountedDays(
  evidence: readonly Evidence[],
  plans: readonly Plan[],
  window: { readonly from: LocalDate; readonly to: LocalDate },
  policy: AccountingPolicy,
): LocalDate[] {
  const spoken = daysSpokenOf(evidence, window);
  const accounted = new Set(spoken);
  for (const entry of evidence) {
    if (entry.kind === 'confirmation') continue;
    const first = dayNumber(entry.from);
    const reach = reachDays(plans, entry.from, policy);
    for (let day = first - 1; day > first - reach && !spoken.has(day); day -= 1) accounted.add(day);
  }
  const [from, to] = [dayNumber(window.from), dayNumber(window.to)];
  return [...accounted]
    .filter((day) => day >= from && day <= to)
    .sort((a, b) => a - b)
    .map(dayFromNumber);
}

/** How many days an entry of that day accounts for, its own included. */
function reachDays(plans: readonly Plan[], day: LocalDate, policy: AccountingPolicy): number {
  const interval = planIntervalDays(plans, day);
  return interval === undefined ? policy.accountedDaysWithoutPlan : interval + policy.accountedExtraDays;
}

/** Every day some entry names itself, near the window; an absurdly long period costs no more than the window. */
function daysSpokenOf(
  evidence: readonly Evidence[],
  window: { readonly from: LocalDate; readonly to: LocalDate },
): Set<number> {
  const earliest = dayNumber(addDays(window.from, -FURTHEST_BACK_DAYS));
  const latest = dayNumber(addDays(window.to, FURTHEST_BACK_DAYS));
  const spoken = new Set<number>();
  for (const { from, to } of evidence) {
    const last = Math.min(dayNumber(to), latest);
    for (let day = Math.max(dayNumber(from), earliest); day <= last; day += 1) spoken.add(day);
  }
  return spoken;
}
