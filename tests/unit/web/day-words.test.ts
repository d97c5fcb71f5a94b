import { describe, expect, it } from 'vitest';
import { dayWords } from '../../../web/shared/dates/day-words.ts';
import { daysFrom } from '../../../web/shared/dates/days.ts';

const browser = (options: Intl.DateTimeFormatOptions) => (day: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
    .format(new Date(`${day}T00:00:00Z`))
    .replaceAll(',', '');

describe('the words of days in English', () => {
  const days = daysFrom('2026-01-01', '2027-03-01');

  it.each([
    ['long', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }],
    ['middle', { day: 'numeric', month: 'long', year: 'numeric' }],
    ['short', { weekday: 'short', day: 'numeric', month: 'short' }],
  ] as const)('are the browser’s own, put together from names (%s)', (kind, options) => {
    expect(days.map(dayWords[kind])).toEqual(days.map(browser(options)));
  });

  it('name months and weekdays as the browser does', () => {
    expect(dayWords.month('2026-09')).toBe('September 2026');
    expect([1, 2, 3, 4, 5, 6, 7].map(dayWords.weekday)).toEqual([
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
      'Sunday',
    ]);
    expect([1, 7].map(dayWords.column)).toEqual(['Mo', 'Su']);
  });
});
