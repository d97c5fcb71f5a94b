import { Temporal } from 'temporal-polyfill';

/** Everybody of the demo lives here. */
export const ZONE = 'Europe/London';

const two = (value: number): string => String(value).padStart(2, '0');

/** A local time as people enter it. */
export const localAt = (day: string, hour: number, minute: number): string =>
  `${day}T${two(hour)}:${two(minute)}`;

/** The instant of a local time; the demo's hours are never those the clock skips or doubles. */
export const instantAt = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).toInstant();

export const secondsOf = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'second' });
export const millisOf = (instant: Temporal.Instant): string =>
  instant.toString({ smallestUnit: 'millisecond' });

/** The demo's year: its days, and the moment after which nothing may lie. */
export interface Year {
  readonly now: Temporal.Instant;
  readonly today: string;
  readonly from: string;
}
