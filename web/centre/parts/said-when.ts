import { dayWords } from '../../shared/dates/day-words.ts';
import { readDay } from '../model/read-day.ts';
import { readTime } from '../model/read-time.ts';
import { today } from './day-text.ts';

/** A day, and a time where there is one, as they were read from what was typed: `Fri 20 Nov 07:30`. */
export function saidWhen(day: string, time = ''): string {
  const read = readDay(day, today());
  return [read === undefined ? day : dayWords.short(read), readTime(time) ?? ''].join(' ').trim();
}
