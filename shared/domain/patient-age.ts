import type { LocalDate } from './calendar-day.ts';

/**
 * Completed years on a day. Somebody born on 29 February completes a year on 1 March of a common year, as the law of
 * England and Wales counts it.
 */
export function ageOn(birthDate: LocalDate, day: LocalDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1;
}
