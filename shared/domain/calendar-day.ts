/**
 * Whole local days as ISO text, and the arithmetic on them. A local day has no zone and no hours, so none of this
 * needs Temporal: the pages that only draw a calendar stay small.
 */

/** A local calendar day, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A point on the time line, ISO 8601 in UTC, as stored: `2026-03-29T00:30:00Z`. */
export type IsoInstant = string;

const PATTERN = /^[1-9]\d{3}-\d{2}-\d{2}$/;
const ZERO = 48;

/** True for a day that exists, written `YYYY-MM-DD` (years 1000 to 9999). */
export function isLocalDate(text: string): boolean {
  return PATTERN.test(text) && dayFromNumber(numberOf(text)) === text;
}

/** Days since 1970-01-01. Throws RangeError when the text is not a day that exists. */
export function dayNumber(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`not a calendar day: ${date}`);
  return numberOf(date);
}

/** Days of 400 years, and days from 0000-03-01 to 1970-01-01. */
const ERA_DAYS = 146_097;
const EPOCH_DAYS = 719_468;

/**
 * The day that is `number` days after 1970-01-01. Whole-number arithmetic on years that begin in March, so that the
 * leap day is the last: the sweep does this some thousand times for a patient, too often for a Date each.
 */
export function dayFromNumber(number: number): LocalDate {
  const days = number + EPOCH_DAYS;
  const era = Math.floor(days / ERA_DAYS);
  const dayOfEra = days - era * ERA_DAYS;
  const leapDays =
    Math.trunc(dayOfEra / 1460) - Math.trunc(dayOfEra / 36_524) + Math.trunc(dayOfEra / 146_096);
  const yearOfEra = Math.trunc((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100));
  const marchMonth = Math.trunc((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.trunc((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The inverse, for text of the right pattern. */
function numberOf(date: string): number {
  const digit = (index: number): number => date.charCodeAt(index) - ZERO;
  const month = digit(5) * 10 + digit(6);
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const marchMonth = (month + 9) % 12;
  const dayOfYear = Math.trunc((153 * marchMonth + 2) / 5) + digit(8) * 10 + digit(9) - 1;
  const dayOfEra = yearOfEra * 365 + Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100) + dayOfYear;
  return era * ERA_DAYS + dayOfEra - EPOCH_DAYS;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${String(value)}` : String(value);
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
  return weekdayOfNumber(dayNumber(date));
}

/** The weekday of the day that is `number` days after 1970-01-01, a Thursday. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The later of two days, where one or both may be missing. */
export function laterDay(a: LocalDate | undefined, b: LocalDate | undefined): LocalDate | undefined {
  if (a === undefined) return b;
  return b === undefined || a > b ? a : b;
}
