import type { LocalDate } from './calendar-day.ts';

/**
 * Completed years on a day. Somebody born on 29 February completes a year on 1 March of a common year, as the law of
 * England and Wales counts it.
 */
export function ageOn(birthDate: LocalDate, day: LocalDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1;
}

/** The day on which somebody completes so many years, by the same rule: 1 March where there is no 29 February. */
export function birthdayOf(birthDate: LocalDate, age: number): LocalDate {
  const year = Number(birthDate.slice(0, 4)) + age;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const monthAndDay = birthDate.slice(5) === '02-29' && !isLeap ? '03-01' : birthDate.slice(5);
  return `${String(year).padStart(4, '0')}-${monthAndDay}`;
}
