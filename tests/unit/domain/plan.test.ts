import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysBetween } from '#domain/calendar-day.ts';
import { comparePlans, planInForce, planStart } from '#domain/plan.ts';
import {
  longestGapDays,
  planBoundariesAfter,
  planIntervalDays,
  plannedDoses,
  shortestGapDays,
} from '#domain/planned-doses.ts';
import { anyPlans, dayAt, everyDays, everyWeeks, FIRST_DAY, plan, regimen, weekdays } from './support.ts';

const days = (...args: Parameters<typeof plannedDoses>): string[] =>
  plannedDoses(...args).map((dose) => dose.day);

test('in force is the plan with the latest effective day not after the day asked for', () => {
  const plans = [plan('2026-03-10'), plan('2026-03-01'), plan('2026-04-01')];
  expect(planInForce(plans, '2026-02-28')).toBeUndefined();
  expect(planInForce(plans, '2026-03-09')?.effectiveOn).toBe('2026-03-01');
  expect(planInForce(plans, '2026-03-10')?.effectiveOn).toBe('2026-03-10');
  expect(planInForce(plans, '2027-01-01')?.effectiveOn).toBe('2026-04-01');
  expect(planStart(plans)).toBe('2026-03-01');
  expect(planStart([])).toBeUndefined();
});

test('of two plans of one effective day the one set later corrects the other', () => {
  const first = { ...plan(FIRST_DAY), id: 'a', setAt: '2026-02-01T10:00:00Z' };
  const second = { ...plan(FIRST_DAY), id: 'b', setAt: '2026-02-01T11:00:00Z' };
  expect(planInForce([second, first], FIRST_DAY)).toBe(second);
  expect(planInForce([first, second], FIRST_DAY)).toBe(second);
  expect(comparePlans({ ...first, id: 'z' }, first)).toBe(1);
});

test('every second day counts from its anchor, also when the plan begins between two doses', () => {
  const plans = [plan('2026-03-02', regimen(everyDays(2), { anchor: '2026-03-01' }))];
  expect(days(plans, '2026-02-20', '2026-03-08')).toEqual(['2026-03-03', '2026-03-05', '2026-03-07']);
});

test('weeks and weekdays fall on the right days', () => {
  expect(days([plan(FIRST_DAY, regimen(everyWeeks(4)))], FIRST_DAY, '2026-05-01')).toEqual([
    '2026-03-01',
    '2026-03-29',
    '2026-04-26',
  ]);
  expect(days([plan(FIRST_DAY, regimen(weekdays(1, 3, 5)))], '2026-03-01', '2026-03-08')).toEqual([
    '2026-03-02',
    '2026-03-04',
    '2026-03-06',
  ]);
});

test('several doses a day of one product are numbered across regimens', () => {
  const plans = [
    plan(FIRST_DAY, regimen(everyDays(1), { dosesPerDay: 2 }), regimen(everyDays(1)), regimen(undefined)),
  ];
  expect(plannedDoses(plans, FIRST_DAY, FIRST_DAY).map((dose) => dose.ordinal)).toEqual([1, 2, 3]);
});

test('nothing is planned before the anchor, after the last day, or for bleeds and on demand', () => {
  const plans = [
    plan(
      FIRST_DAY,
      regimen(everyDays(1), { anchor: dayAt(2), until: dayAt(4) }),
      regimen(undefined, { kind: 'bleed' }),
    ),
  ];
  expect(days(plans, FIRST_DAY, dayAt(10))).toEqual([dayAt(2), dayAt(3), dayAt(4)]);
});

test('a temporary regimen that replaces lets routine rest while it runs; one that adds does not', () => {
  const temporary = { kind: 'temporary' as const, anchor: dayAt(2), until: dayAt(3), productId: 'long' };
  const routine = regimen(everyDays(1), { until: dayAt(5) });
  const ids = (effect: 'adds' | 'replaces') =>
    plannedDoses(
      [plan(FIRST_DAY, routine, regimen(everyDays(1), { ...temporary, effect }))],
      dayAt(1),
      dayAt(4),
    ).map((dose) => dose.productId);
  expect(ids('replaces')).toEqual(['octo', 'long', 'long', 'octo']);
  expect(ids('adds')).toEqual(['octo', 'long', 'octo', 'long', 'octo', 'octo']);
});

test('a loading phase runs from its own anchor until the regimen’s', () => {
  const amount = { value: 180, unit: 'mg' as const, moiety: 'emicizumab' };
  const loading = { anchor: FIRST_DAY, schedule: everyWeeks(1), dosesPerDay: 1, amount };
  const plans = [plan(FIRST_DAY, regimen(everyWeeks(4), { anchor: dayAt(28), loading }))];
  const doses = plannedDoses(plans, FIRST_DAY, dayAt(60));
  expect(doses.map((dose) => dose.day)).toEqual([0, 7, 14, 21, 28, 56].map(dayAt));
  expect(doses[0]?.amount).toEqual(amount);
  expect(doses[4]?.amount.value).toBe(1000);
  expect(planIntervalDays(plans, dayAt(3))).toBe(7);
  expect(planIntervalDays(plans, dayAt(30))).toBe(28);
  expect(planIntervalDays(plans, dayAt(-1))).toBeUndefined();
});

test('the interval is the longest gap of the most frequent schedule', () => {
  expect(planIntervalDays([plan(FIRST_DAY, regimen(everyWeeks(4)), regimen(everyDays(2)))], FIRST_DAY)).toBe(
    2,
  );
  expect(planIntervalDays([plan(FIRST_DAY, regimen(undefined))], FIRST_DAY)).toBeUndefined();
  expect(shortestGapDays(weekdays(1, 2))).toBe(1);
  expect(longestGapDays(weekdays(2, 1, 2))).toBe(6);
  expect(longestGapDays(weekdays(7))).toBe(7);
});

test('weekdays with no day in them plan nothing and have no interval', () => {
  const plans = [plan(FIRST_DAY, regimen(weekdays()))];
  expect(plannedDoses(plans, FIRST_DAY, dayAt(30))).toEqual([]);
  expect(planIntervalDays(plans, FIRST_DAY)).toBeUndefined();
});

test('boundaries are the days on which something begins or has ended', () => {
  const plans = [plan(FIRST_DAY, regimen(everyDays(2), { until: dayAt(9) })), plan(dayAt(20))];
  expect(planBoundariesAfter(plans, FIRST_DAY)).toEqual([dayAt(10), dayAt(20)]);
});

test('planned doses of a window are the doses of its parts', () => {
  fc.assert(
    fc.property(
      anyPlans,
      fc.integer({ min: -5, max: 90 }),
      fc.integer({ min: -5, max: 90 }),
      (plans, a, b) => {
        const [middle, end] = [dayAt(Math.min(a, b)), dayAt(Math.max(a, b))];
        const whole = plannedDoses(plans, dayAt(-10), end);
        const parts = [...plannedDoses(plans, dayAt(-10), middle), ...plannedDoses(plans, dayAt(-10), end)];
        const late = whole.filter((dose) => dose.day > middle);
        expect(parts.filter((dose) => dose.day <= middle)).toHaveLength(2 * (whole.length - late.length));
        expect(whole).toEqual(plannedDoses([...plans].reverse(), dayAt(-10), end));
      },
    ),
  );
});

test('between two neighbouring doses of one schedule lies no less than its shortest and no more than its longest gap', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (list) => {
      const schedule = weekdays(...list);
      const found = days([plan(FIRST_DAY, regimen(schedule))], FIRST_DAY, dayAt(40));
      const gaps = found.slice(1).map((day, index) => daysBetween(found[index] ?? day, day));
      expect(Math.min(...gaps)).toBe(shortestGapDays(schedule));
      expect(Math.max(...gaps)).toBe(longestGapDays(schedule));
    }),
  );
});
