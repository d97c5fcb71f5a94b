import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountedDays } from '#domain/accounted-days.ts';
import { bleedRate, type CountedBleed } from '#domain/bleed-rates.ts';
import { addDays } from '#domain/calendar-day.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import type { Evidence } from '#domain/evidence.ts';
import { plannedDoses } from '#domain/planned-doses.ts';
import type { Schedule } from '#domain/plan.ts';
import {
  anyEvidence,
  anyPlans,
  confirmed,
  dayAt,
  everyDays,
  everyWeeks,
  FIRST_DAY,
  notTaken,
  plan,
  regimen,
  treated,
  weekdays,
} from './support.ts';

const alternate = [plan('2026-01-01', regimen(everyDays(2)))];
const window = { from: dayAt(0), to: dayAt(20) };
const days = (evidence: Evidence[], plans = alternate): string[] =>
  accountedDays(evidence, plans, window, defaultPolicy);
const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => dayAt(from + index));

test('an entry accounts for its day and back, at most the interval and two days', () => {
  expect(days([treated(dayAt(10))])).toEqual(range(7, 10));
});

test('an entry accounts back to the previous accounted day only', () => {
  expect(days([treated(dayAt(10)), treated(dayAt(9))])).toEqual(range(6, 10));
  expect(days([confirmed(dayAt(9)), treated(dayAt(10))])).toEqual([dayAt(9), dayAt(10)]);
});

test('without a plan an entry accounts for 14 days', () => {
  expect(days([treated(dayAt(20))], [])).toEqual(range(7, 20));
});

test('a confirmation accounts for exactly its period; a not-taken mark for its days and back', () => {
  expect(days([confirmed(dayAt(3), dayAt(6))])).toEqual(range(3, 6));
  expect(days([notTaken(dayAt(8), dayAt(9))])).toEqual(range(5, 9));
});

test('an entry after the window accounts for days inside it, and days outside are left out', () => {
  expect(days([treated(dayAt(22)), treated(dayAt(-1))])).toEqual(range(19, 20));
});

test('a plan with uneven weekdays leaves no day out of a complete diary', () => {
  const plans = [plan(dayAt(-30), regimen(weekdays(1, 2), { anchor: dayAt(-30) }))];
  const all = plannedDoses(plans, dayAt(-10), dayAt(30)).map((dose) => treated(dose.day));
  expect(days(all, plans)).toEqual(range(0, 20));
});

test('silence accounts for nothing, and an endless period costs nothing', () => {
  expect(days([])).toEqual([]);
  expect(days([confirmed('1900-01-01', '2999-12-31')])).toEqual(range(0, 20));
});

test('order is irrelevant, each day counts once, and one entry more never takes a named day away', () => {
  fc.assert(
    fc.property(fc.array(anyEvidence(-5, 30), { maxLength: 12 }), anyPlans, (evidence, plans) => {
      const found = days(evidence, plans);
      expect(days(evidence.toReversed(), plans)).toEqual(found);
      expect(found).toEqual([...new Set(found)].sort());
      for (const { from, to } of evidence) {
        for (const day of range(0, 20).filter((day) => from <= day && day <= to))
          expect(found).toContain(day);
      }
    }),
  );
});

describe('four bleeds a year, everything recorded', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' };
  const bleeds: CountedBleed[] = ['2026-02-03', '2026-05-20', '2026-08-11', '2026-11-30'].map((day) => ({
    day,
    site: 'ankle',
    cause: 'spontaneous',
    treated: true,
  }));
  const onBleedDays = bleeds.map(({ day }) => treated(day, { reason: 'new-bleed' }));
  const rateOf = (evidence: Evidence[], schedule: Schedule | undefined) => {
    const plans = [plan('2025-12-01', regimen(schedule, { anchor: '2025-12-01' }))];
    const doses = plannedDoses(plans, '2025-12-01', '2027-02-28').map((dose) => treated(dose.day));
    const all = [...doses, ...onBleedDays, ...evidence];
    return bleedRate('all', bleeds, accountedDays(all, plans, year, defaultPolicy), defaultPolicy);
  };

  test.each([
    ['alternate-daily', everyDays(2)],
    ['weekly', everyWeeks(1)],
    ['four-weekly', everyWeeks(4)],
  ])('come out near 4 when dosed %s', (_name, schedule) => {
    expect(rateOf([], schedule)).toMatchObject({ bleeds: 4, observedDays: 365 });
    expect(rateOf([], schedule).perYear).toBeCloseTo(4, 1);
  });

  test('come out near 4 on demand, with a confirmation each month', () => {
    const months = Array.from({ length: 12 }, (_, index) =>
      addDays(`2026-${String(index + 1).padStart(2, '0')}-01`, 0),
    );
    const confirmations = months.map((first) => confirmed(first, addDays(first, 30)));
    expect(rateOf(confirmations, undefined).perYear).toBeCloseTo(4, 1);
  });

  test('have no rate on demand when only the bleeds are recorded: silence is not zero', () => {
    const rate = rateOf([], undefined);
    expect(rate).toEqual({ bleeds: 4, observedDays: 56, bleedsOnUnobservedDays: 0 });
  });
});

describe('a bleed rate', () => {
  const observed = Array.from({ length: 100 }, (_, index) => dayAt(index));
  const bleed = (changes: Partial<CountedBleed>): CountedBleed => ({
    day: FIRST_DAY,
    site: 'nose',
    cause: 'unknown',
    treated: false,
    ...changes,
  });

  test('counts what its kind says; an unknown cause is never spontaneous', () => {
    const bleeds = [
      bleed({}),
      bleed({ site: 'knee' }),
      bleed({ cause: 'spontaneous' }),
      bleed({ treated: true }),
      bleed({ day: dayAt(200) }),
    ];
    const count = (kind: Parameters<typeof bleedRate>[0]) =>
      bleedRate(kind, bleeds, observed, defaultPolicy).bleeds;
    expect([count('all'), count('joint'), count('spontaneous'), count('treated')]).toEqual([4, 1, 1, 1]);
    expect(bleedRate('all', bleeds, observed, defaultPolicy).bleedsOnUnobservedDays).toBe(1);
  });

  test('is not given under 84 observed days, nor for none at all', () => {
    expect(bleedRate('all', [], observed.slice(0, 83), defaultPolicy)).not.toHaveProperty('perYear');
    expect(bleedRate('all', [], observed.slice(0, 84), defaultPolicy).perYear).toBe(0);
    expect(bleedRate('all', [], [], { minimumRateDays: 0 })).not.toHaveProperty('perYear');
  });
});
