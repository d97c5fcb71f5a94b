import { dayFromNumber, dayNumber, type LocalDate } from '../calendar-day.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** The same day some months away (earlier where negative); the last day of that month where it has no such day. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const firstOf = (month: number): LocalDate =>
    `${String(Math.floor(month / 12))}-${pad((((month % 12) + 12) % 12) + 1)}-01`;
  const length = dayNumber(firstOf(count + 1)) - dayNumber(firstOf(count));
  return dayFromNumber(dayNumber(firstOf(count)) + Math.min(Number(day.slice(8)), length) - 1);
}
