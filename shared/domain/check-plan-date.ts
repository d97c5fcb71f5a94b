import { daysBetween, type LocalDate } from './calendar-day.ts';
import type { CentrePolicy } from './centre-policy.ts';

/**
 * Whether a plan's effective day is asked about before it is saved: one in the past changes what was already owed,
 * one far ahead is often a slip of the year. `undefined` when there is nothing to ask.
 */
export function checkPlanDate(
  effectiveOn: LocalDate,
  today: LocalDate,
  policy: Pick<CentrePolicy, 'askPlanDateBeyondDays'>,
): 'in-the-past' | 'far-ahead' | undefined {
  if (effectiveOn < today) return 'in-the-past';
  return daysBetween(today, effectiveOn) > policy.askPlanDateBeyondDays ? 'far-ahead' : undefined;
}
