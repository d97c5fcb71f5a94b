import { dayWords } from './day-words.ts';

/** A day that is mostly near: Sun 22 Nov; 3 January 2027 where the year is another than today's. */
export const nearDay = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? dayWords.short(day) : dayWords.middle(day);
