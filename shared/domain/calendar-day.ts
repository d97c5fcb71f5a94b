/**
 * Whole local days as ISO text, and the arithmetic on them. A local day has no zone and no hours, so none of this
 * needs Temporal: the pages that only draw a calendar stay small.
 */

/** A local calendar day, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A point on the time line, ISO 8601 in UTC, as stored: `2026-03-29T00:30:00Z`. */
export type IsoInstant = string;

const MS_PER_DAY = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists, written `YYYY-MM-DD` (years 1000 to 9999). */
export function isLocalDate(text: string): boolean {
  const parts = PATTERN.exec(text);
  if (parts === null || text < '1000') return false;
  return isoDay(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))) === text;
}

/** Days since 1970-01-01. Throws RangeError when the text is not a day that exists. */
export function dayNumber(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`not a calendar day: ${date}`);
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) / MS_PER_DAY;
}

/** The day that is `number` days after 1970-01-01. */
export function dayFromNumber(number: number): LocalDate {
  return isoDay(number * MS_PER_DAY);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dayFromNumber(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Monday 1 to Sunday 7, as ISO 8601 numbers them. */
export function weekdayOf(date: LocalDate): number {
  const sinceMonday = (dayNumber(date) + 3) % 7; // 1970-01-01 was a Thursday
  return ((sinceMonday + 7) % 7) + 1;
}

/** The later of two days, where one or both may be missing. */
export function laterDay(a: LocalDate | undefined, b: LocalDate | undefined): LocalDate | undefined {
  if (a === undefined) return b;
  return b === undefined || a > b ? a : b;
}

function isoDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
