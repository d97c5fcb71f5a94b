import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber } from '#domain/calendar-day.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import { accountedRuns } from '#domain/insights/accounted-runs.ts';
import { addMonths } from '#domain/insights/add-months.ts';
import { bleedsByCause, bleedsByPlace } from '#domain/insights/bleed-counts.ts';
import { entryLag } from '#domain/insights/entry-lag.ts';
import { productUse, sumOf } from '#domain/insights/product-use.ts';
import { targetJoints } from '#domain/insights/target-joints.ts';
import type { Amount } from '#domain/amount.ts';
import { bleed, daysFrom, given, iu } from './insight-support.ts';

describe('target joints', () => {
  const stretch = { from: '2024-01-01', to: '2026-06-30' };
  const all = daysFrom(stretch.from, 912);
  const of = (
    days: string[],
    observed = all,
    to = stretch.to,
    last: Partial<Parameters<typeof bleed>[1]> = {},
  ) =>
    targetJoints(
      days.map((day, index) => bleed(day, index === days.length - 1 ? last : {})),
      observed,
      { ...stretch, to },
      defaultPolicy,
    );
  const left = (since: string) => [{ site: 'ankle', side: 'left', since }];

  test('have three spontaneous bleeds within six consecutive months', () => {
    expect(of(['2026-01-10', '2026-03-01', '2026-07-09'], all, '2026-07-09')).toEqual(left('2026-07-09'));
    expect(of(['2026-01-10', '2026-03-01', '2026-07-10'], all, '2026-07-10')).toEqual([]);
  });

  test('are counted for each side by itself, and an unknown cause is never spontaneous', () => {
    const three = ['2026-04-10', '2026-05-01', '2026-06-10'];
    expect(of(three)).toEqual(left('2026-06-10'));
    expect(of(three, all, stretch.to, { side: 'right' })).toEqual([]);
    expect(of(three, all, stretch.to, { cause: 'unknown' })).toEqual([]);
    expect(of(three, all, stretch.to, { site: 'thigh' })).toEqual([]);
  });

  test('are none any more after twelve observed months with two bleeds or fewer', () => {
    const three = ['2024-04-10', '2024-05-01', '2024-06-10'];
    expect(of(three, all, '2025-04-09')).toEqual(left('2024-06-10'));
    expect(of(three, all, '2025-04-10')).toEqual([]);
    expect(of([...three, '2025-01-01'], all, '2025-04-30')).toEqual(left('2024-06-10'));
    expect(of([...three, '2025-01-01'], all, '2025-05-01')).toEqual([]);
  });

  test('are not resolved by silence: one day that nobody accounted for, and the twelve months begin again', () => {
    const three = ['2024-04-10', '2024-05-01', '2024-06-10'];
    const gap = all.filter((day) => day !== '2024-12-24');
    expect(of(three, [], stretch.to)).toEqual(left('2024-06-10'));
    expect(of(three, gap, '2025-12-23')).toEqual(left('2024-06-10'));
    expect(of(three, gap, '2025-12-24')).toEqual([]);
  });
});

test('months are added over leap years and short months', () => {
  expect(addMonths('2024-08-31', -6)).toBe('2024-02-29');
  expect(addMonths('2025-08-31', -6)).toBe('2025-02-28');
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  expect(addMonths('2025-12-15', 1)).toBe('2026-01-15');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -60, max: 60 }), (offset, months) => {
      const day = addDays('1950-01-01', offset);
      const moved = addMonths(day, months);
      expect(Math.abs(dayNumber(moved) - dayNumber(day) - months * 30.4369)).toBeLessThan(4);
      expect(Number(moved.slice(8))).toBeLessThanOrEqual(Number(day.slice(8)));
    }),
  );
});

describe('what was given', () => {
  const vwf: Amount<'IU', 'VWF'> = { value: 500, unit: 'IU', moiety: 'VWF' };
  const drug: Amount<'mg', 'emicizumab'> = { value: 10.5, unit: 'mg', moiety: 'emicizumab' };

  test('is told by product and month, and two moieties of one product are never added', () => {
    const combined = { productId: 'both', productName: 'Both' };
    const use = productUse([
      given('2026-02-01', { ...combined, amount: vwf }),
      given('2026-01-31', combined),
      given('2026-02-28', combined),
      given('2026-02-02', combined),
    ]);
    expect(use).toEqual([
      {
        ...combined,
        unit: 'IU',
        moiety: 'FVIII',
        treatments: 3,
        total: iu(3000),
        months: [
          { month: '2026-01', treatments: 1, total: iu(1000) },
          { month: '2026-02', treatments: 2, total: iu(2000) },
        ],
      },
      {
        ...combined,
        unit: 'IU',
        moiety: 'VWF',
        treatments: 1,
        total: vwf,
        months: [{ month: '2026-02', treatments: 1, total: vwf }],
      },
    ]);
  });

  test('of an unmapped product is counted and not added: two of them may be two things', () => {
    const unmapped = {
      productId: undefined,
      productName: 'From abroad',
      amount: { ...iu(5), moiety: 'unmapped' as const },
    };
    const [use] = productUse([given('2026-01-01', unmapped), given('2026-01-02', unmapped)]);
    expect(use).toMatchObject({
      treatments: 2,
      total: undefined,
      months: [{ treatments: 2, total: undefined }],
    });
  });

  test('is added without drift, and adding another unit or moiety does not compile and throws', () => {
    expect(sumOf([drug, drug, drug])?.value).toBe(31.5);
    // @ts-expect-error milligrams and international units are never added
    expect(() => sumOf<'mg', 'emicizumab'>([drug, vwf])).toThrow(TypeError);
    expect(sumOf([])).toBeUndefined();
  });
});

describe('entry lag', () => {
  const typed = (givenAt: string, typedAt: string, online = true) =>
    given('2026-03-29', { givenAt, typedAt, online });

  test('counts online entries by their instants: an hour that the clock skips moves nobody', () => {
    const lag = entryLag([
      typed('2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z'),
      typed('2026-03-28T12:00:00Z', '2026-03-29T12:00:01Z'),
      typed('2026-03-01T12:00:00Z', '2026-03-08T12:00:00Z'),
      typed('2026-03-01T12:00:00Z', '2026-03-29T12:00:00Z'),
      typed('2026-03-01T12:00:00Z', '2026-03-29T12:00:01Z'),
      typed('2026-03-01T12:00:00Z', '2026-05-29T12:00:00Z', false),
    ]);
    expect(lag).toEqual({ entries: 5, within24Hours: 1, within7Days: 3, laterThan28Days: 1 });
  });

  test('counts a treatment typed a few minutes before it was given as at once', () => {
    expect(entryLag([typed('2026-03-28T12:10:00Z', '2026-03-28T12:00:00Z')])).toMatchObject({
      entries: 1,
      within24Hours: 1,
    });
  });
});

describe('runs of accounted days', () => {
  const window = { from: '2026-03-01', to: '2026-03-31' };

  test('tell the latest and the longest, and whole weeks from Monday to Sunday', () => {
    const days = [...daysFrom('2026-03-02', 8), ...daysFrom('2026-03-20', 3)];
    expect(accountedRuns(days, window)).toEqual({
      accounted: 11,
      days: 31,
      weeks: 1,
      wholeWeeks: 4,
      latest: { from: '2026-03-20', to: '2026-03-22', days: 3 },
      longest: { from: '2026-03-02', to: '2026-03-09', days: 8 },
    });
  });

  test('are none in a silent diary, and a run over the night the clocks change is one run', () => {
    expect(accountedRuns([], window)).toEqual({ accounted: 0, days: 31, weeks: 0, wholeWeeks: 4 });
    expect(accountedRuns(daysFrom('2026-03-28', 3), window).longest?.days).toBe(3);
  });
});

test('bleeds are counted by place and side, most first, and by cause', () => {
  const bleeds = [
    bleed('2026-01-01'),
    bleed('2026-01-02', { side: 'right' }),
    bleed('2026-01-03', { side: 'right', cause: 'unknown' }),
  ];
  expect(bleedsByPlace(bleeds)).toEqual([
    { site: 'ankle', side: 'right', count: 2 },
    { site: 'ankle', side: 'left', count: 1 },
  ]);
  expect(bleedsByCause(bleeds).map(({ count }) => count)).toEqual([2, 0, 0, 1]);
});
