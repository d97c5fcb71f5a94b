import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  addDays,
  dayFromNumber,
  dayNumber,
  daysBetween,
  isLocalDate,
  laterDay,
  weekdayOf,
} from '#domain/calendar-day.ts';

test.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '2026-01-01T00:00', '0026-01-01', ''])(
  '%j is not a calendar day',
  (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => dayNumber(text)).toThrow(RangeError);
  },
);

test('a leap day exists only in leap years', () => {
  expect(isLocalDate('2028-02-29')).toBe(true);
  expect(isLocalDate('2026-02-29')).toBe(false);
});

test('day arithmetic agrees with Temporal', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -100_000, max: 100_000 }),
      fc.integer({ min: -4000, max: 4000 }),
      (n, by) => {
        const date = dayFromNumber(n);
        const expected = Temporal.PlainDate.from(date).add({ days: by });
        expect(addDays(date, by)).toBe(expected.toString());
        expect(weekdayOf(addDays(date, by))).toBe(expected.dayOfWeek);
        expect(daysBetween(date, addDays(date, by))).toBe(by);
      },
    ),
  );
});

test('the later day ignores a missing one', () => {
  expect(laterDay('2026-01-01', undefined)).toBe('2026-01-01');
  expect(laterDay(undefined, '2026-01-01')).toBe('2026-01-01');
  expect(laterDay('2026-01-02', '2026-01-01')).toBe('2026-01-02');
  expect(laterDay('2026-01-02', '2026-01-03')).toBe('2026-01-03');
});
