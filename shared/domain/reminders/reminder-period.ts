import { dayNumber, type LocalDate } from '../calendar-day.ts';

/** The periods that a reminder's link may name: nothing of the person can be told from them. */
export const REMINDER_PERIODS = ['day', 'week', 'month'] as const;
export type ReminderPeriod = (typeof REMINDER_PERIODS)[number];

const WEEK_DAYS = 7;

/**
 * The shortest period back from today that reaches the first day nothing accounts for, so that one answer is enough
 * where there was nothing to record. A diary that accounts for nothing yet is asked about a month.
 *
 * @param accountedThrough the last local day that is accounted for
 */
export function reminderPeriod(accountedThrough: LocalDate | undefined, today: LocalDate): ReminderPeriod {
  if (accountedThrough === undefined) return 'month';
  const days = dayNumber(today) - dayNumber(accountedThrough);
  if (days <= 1) return 'day';
  return days <= WEEK_DAYS ? 'week' : 'month';
}
