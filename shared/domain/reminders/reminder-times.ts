import { Temporal } from 'temporal-polyfill';
import { addDays, weekdayOf, type LocalDate } from '../calendar-day.ts';

/** Hours at which a mail that can wait may go out, home time: quiet hours are from 21:00 to 08:00. */
export const REMINDER_HOURS = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] as const;
export type ReminderHour = (typeof REMINDER_HOURS)[number];

/** What somebody wants to be mailed about; what is missing is off. */
export interface Reminders {
  /** Before a planned dose: on its day or the day before. */
  readonly plan?: { readonly on: 'day' | 'day-before'; readonly hour: ReminderHour } | undefined;
  /** Once a week, where something is to be said of the stock. Monday 1 to Sunday 7. */
  readonly stock?: { readonly weekday: number; readonly hour: ReminderHour } | undefined;
}

/** What may be said at a moment. */
export interface DueReminders {
  /** The day whose planned doses are reminded of. */
  readonly planFor?: LocalDate;
  readonly stock: boolean;
  /** Today is the day of the week on which the stock is told of. */
  readonly onStockDay: boolean;
  /** A plan reminder still comes today, for the doses of this day. */
  readonly planLater?: LocalDate;
}

const at = (day: LocalDate, hour: number, zone: string): Temporal.Instant =>
  Temporal.PlainDate.from(day)
    .toPlainDateTime({ hour })
    .toZonedDateTime(zone, { disambiguation: 'compatible' })
    .toInstant();

const isBetween = (moment: Temporal.Instant, from: Temporal.Instant, to: Temporal.Instant): boolean =>
  Temporal.Instant.compare(moment, from) >= 0 && Temporal.Instant.compare(moment, to) <= 0;

/**
 * What has come due since the clock was set. Only what falls on today: after an outage nothing stale is sent.
 *
 * @param since the moment the clock was set for
 */
export function dueReminders(
  { plan, stock }: Reminders,
  zone: string,
  since: Temporal.Instant,
  now: Temporal.Instant,
): DueReminders {
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString();
  const isDue = (hour: number): boolean => isBetween(at(today, hour, zone), since, now);
  const isAhead = (hour: number): boolean => Temporal.Instant.compare(at(today, hour, zone), now) > 0;
  const planDay = plan?.on === 'day' ? today : addDays(today, 1);
  const onStockDay = stock !== undefined && weekdayOf(today) === stock.weekday;
  return {
    ...(plan !== undefined && isDue(plan.hour) ? { planFor: planDay } : {}),
    ...(plan !== undefined && isAhead(plan.hour) ? { planLater: planDay } : {}),
    stock: onStockDay && isDue(stock.hour),
    onStockDay,
  };
}

/**
 * The next moment to look: every day at the hour of plan reminders, for a plan may change any day; once a week for the
 * stock. `undefined` where both are off.
 */
export function nextReminder(
  { plan, stock }: Reminders,
  zone: string,
  after: Temporal.Instant,
): Temporal.Instant | undefined {
  const today = after.toZonedDateTimeISO(zone).toPlainDate().toString();
  const first = (hour: number, fits: (day: LocalDate) => boolean): Temporal.Instant | undefined =>
    Array.from({ length: 9 }, (_, days) => addDays(today, days))
      .filter(fits)
      .map((day) => at(day, hour, zone))
      .find((moment) => Temporal.Instant.compare(moment, after) > 0);
  const moments = [
    plan === undefined ? undefined : first(plan.hour, () => true),
    stock === undefined ? undefined : first(stock.hour, (day) => weekdayOf(day) === stock.weekday),
  ].filter((moment) => moment !== undefined);
  return moments.sort((a, b) => Temporal.Instant.compare(a, b))[0];
}
