import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay } from '../../../web/centre/model/read-day.ts';
import { numberReason, readNumber } from '../../../web/centre/model/read-number.ts';
import { readTime } from '../../../web/centre/model/read-time.ts';
import { typedDay } from '../../../web/centre/model/typed-day.ts';

const today = '2026-11-22';

describe('a day typed in from a paper form', () => {
  it.each([
    ['2011', '2026-11-20'],
    ['20/11', '2026-11-20'],
    ['20.11.26', '2026-11-20'],
    ['20-11-2026', '2026-11-20'],
    ['201126', '2026-11-20'],
    ['20112026', '2026-11-20'],
    ['2026-11-20', '2026-11-20'],
    [' 1 2 26 ', '2026-02-01'],
  ])('reads %s as %s, day before month', (typed, day) => {
    expect(readDay(typed, today)).toBe(day);
  });

  it('reads a day of an entry that is corrected as it puts it into the box', () => {
    expect(typedDay('2026-11-01')).toBe('01/11/2026');
    expect(readDay(typedDay('2026-11-01'), today)).toBe('2026-11-01');
    expect(typedDay('')).toBe('');
  });

  it('takes a day without its year as the latest one that has come', () => {
    expect(readDay('2211', today)).toBe('2026-11-22');
    expect(readDay('2311', today)).toBe('2025-11-23');
    expect(readDay('2902', today)).toBe('2024-02-29');
  });

  it.each(['', '3102', '31/02/26', '0013', '20/11/026', 'yesterday', '2/11/2026/1'])(
    'finds no day in "%s"',
    (typed) => {
      expect(readDay(typed, today)).toBeUndefined();
    },
  );

  it('never answers a day after today unless the year was typed', () => {
    const part = (max: number) => fc.integer({ min: 1, max }).map((value) => String(value).padStart(2, '0'));
    fc.assert(
      fc.property(part(31), part(12), (day, month) => {
        const read = readDay(`${day}${month}`, today) ?? `2026-${month}-${day}`;
        expect(read.endsWith(`${month}-${day}`)).toBe(true);
        expect(read <= today || readDay(`${day}${month}`, today) === undefined).toBe(true);
      }),
    );
  });
});

describe('a time typed in from a paper form', () => {
  it.each([
    ['7', '07:00'],
    ['730', '07:30'],
    ['0730', '07:30'],
    ['7:30', '07:30'],
    ['7.30', '07:30'],
    ['23 59', '23:59'],
  ])('reads %s as %s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });

  it.each(['', '24', '2460', '7:3', '12:345', 'noon'])('finds no time in "%s"', (typed) => {
    expect(readTime(typed)).toBeUndefined();
  });
});

describe('a number typed in from a paper form', () => {
  it('is read where it can be only one number', () => {
    expect(readNumber('2000')).toBe(2000);
    expect(readNumber('1,5')).toBe(1.5);
  });

  it('is refused where it could be a thousand times as much', () => {
    expect(readNumber('2.000')).toBeUndefined();
    expect(readNumber('2,000')).toBeUndefined();
    expect(numberReason('2,000')).toBe('unclear-number');
    expect(numberReason(' ')).toBe('empty');
    expect(numberReason('two')).toBe('not-a-number');
  });
});
