import { Temporal } from 'temporal-polyfill';
import type { IsoInstant, LocalDate } from './calendar-day.ts';
import { failed, ok, type Result } from './result.ts';

/**
 * Which of two clock times is meant in the hour that comes twice in autumn. Answering it for a time that comes once
 * changes nothing.
 */
export type Fold = 'earlier' | 'later';

/**
 * Why a local time is no instant: it cannot be read; the clock skips it in spring; it comes twice in autumn and
 * nobody said which; the zone is unknown.
 */
export type LocalTimeProblem = 'unreadable' | 'missing-hour' | 'doubled-hour' | 'unknown-zone';

export interface ResolvedTime {
  readonly instant: IsoInstant;
  /** Minutes ahead of UTC then. */
  readonly offsetMinutes: number;
}

const LOCAL_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/**
 * The instant of a local date and time as entered (`YYYY-MM-DDTHH:MM`) in an IANA zone. A time that the clock skips
 * is refused and one that comes twice needs `fold`: a guess would move a treatment by an hour unseen.
 */
export function resolveLocalTime(
  local: string,
  zone: string,
  fold?: Fold,
): Result<ResolvedTime, LocalTimeProblem> {
  if (!isTimeZone(zone)) return failed('unknown-zone');
  const plain = plainDateTime(local);
  if (plain === undefined) return failed('unreadable');
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.toInstant().equals(later.toInstant())) return ok(resolved(earlier));
  if (!earlier.toPlainDateTime().equals(plain)) return failed('missing-hour');
  if (fold === undefined) return failed('doubled-hour');
  return ok(resolved(fold === 'earlier' ? earlier : later));
}

/** True for an IANA zone this runtime knows; offsets such as `+01:00` are none, because they know no summer. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** An instant as a clock in a zone shows it, with `fold` where that clock shows it twice. */
export function localTimeOf(
  instant: Temporal.Instant,
  zone: string,
): { readonly local: string; readonly zone: string; readonly fold?: Fold } {
  const local = instant.toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16);
  const minute = Math.floor(instant.epochMilliseconds / 60_000);
  const fold = (['earlier', 'later'] as const).find((one) => {
    const told = resolveLocalTime(local, zone, one);
    return (
      told.ok && Math.floor(Temporal.Instant.from(told.value.instant).epochMilliseconds / 60_000) === minute
    );
  });
  const once = resolveLocalTime(local, zone).ok;
  return once || fold === undefined ? { local, zone } : { local, zone, fold };
}

/** The local day of an instant in a zone: the day a treatment counts for, in the patient's home zone. */
export function localDay(instant: Temporal.Instant, zone: string): LocalDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The local day of a stored instant. Throws RangeError when the text is none. */
export function localDayOf(instant: IsoInstant, zone: string): LocalDate {
  return localDay(Temporal.Instant.from(instant), zone);
}

/**
 * First and last day of a month (`YYYY-MM`), and the first instant-free local date-times of this month and the next:
 * the half-open bounds in which a diary sorted by local date-time holds the month.
 */
export function monthBounds(month: string): {
  firstDay: LocalDate;
  lastDay: LocalDate;
  start: string;
  end: string;
} {
  const from = Temporal.PlainYearMonth.from(month);
  const firstDay = from.toPlainDate({ day: 1 }).toString();
  const lastDay = from.toPlainDate({ day: from.daysInMonth }).toString();
  const next = from.add({ months: 1 }).toPlainDate({ day: 1 }).toString();
  return { firstDay, lastDay, start: `${firstDay}T00:00`, end: `${next}T00:00` };
}

/** Nothing that can wait is mailed from 21:00 to 08:00 home time. */
const QUIET_FROM_HOUR = 21;
const QUIET_UNTIL_HOUR = 8;

/** When something may be mailed: the instant itself by day, otherwise the next 08:00 in the zone. */
export function quietHoursEnd(instant: Temporal.Instant, zone: string): Temporal.Instant {
  const local = instant.toZonedDateTimeISO(zone);
  if (local.hour >= QUIET_UNTIL_HOUR && local.hour < QUIET_FROM_HOUR) return instant;
  const day = local.hour >= QUIET_FROM_HOUR ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  return morningOf(day.toString(), zone);
}

/** 08:00 on a day in the zone: when quiet hours end, and when a day's clocks run out. */
export function morningOf(day: LocalDate, zone: string): Temporal.Instant {
  const at = Temporal.PlainDate.from(day).toPlainDateTime({ hour: QUIET_UNTIL_HOUR });
  return at.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant();
}

/** The day whose clocks have run out by an instant: the local day, or the day before until 08:00. */
export function clockDay(instant: Temporal.Instant, zone: string): LocalDate {
  const day = instant.toZonedDateTimeISO(zone).toPlainDate();
  const reached = Temporal.Instant.compare(instant, morningOf(day.toString(), zone)) >= 0;
  return (reached ? day : day.subtract({ days: 1 })).toString();
}

function plainDateTime(local: string): Temporal.PlainDateTime | undefined {
  if (!LOCAL_PATTERN.test(local)) return undefined;
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function resolved(time: Temporal.ZonedDateTime): ResolvedTime {
  return {
    instant: time.toInstant().toString(),
    offsetMinutes: Math.round(time.offsetNanoseconds / 60_000_000_000),
  };
}
