import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar-day.ts';
import { plannedDoses } from '#domain/planned-doses.ts';
import type { Schedule } from '#domain/plan.ts';
import { daysNeeded, insightsOf, type Insights } from '#domain/insights/insights.ts';
import type { InsightFacts } from '#domain/insights/insight-facts.ts';
import { dayAt, everyDays, everyWeeks, notTaken, plan, regimen, treated } from '../support.ts';
import { anyFacts, bleed, confirmedFrom, given, nothing, rules } from './insight-support.ts';

const TODAY = dayAt(120);
const window = { from: dayAt(0), to: dayAt(99) };
const of = (facts: Partial<InsightFacts>, asked = window, today = TODAY): Insights =>
  insightsOf({ ...nothing, ...facts }, asked, today, rules);
const shuffled = <T>(list: readonly T[]): T[] =>
  [...list.filter((_, at) => at % 2), ...list.filter((_, at) => !(at % 2))].toReversed();

describe('insights of any diary', () => {
  test('do not depend on the order of anything', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const other = {
          plans: facts.plans.toReversed(),
          evidence: shuffled(facts.evidence),
          bleeds: shuffled(facts.bleeds),
          treatments: shuffled(facts.treatments),
        };
        expect(of(other)).toEqual(of(facts));
      }),
      { numRuns: 60 },
    );
  });

  test('add up where a window is cut in two: bleeds, treatments, lag, observed days, planned doses', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 98 }), (facts, cut) => {
        const whole = of(facts);
        const parts = [
          of(facts, { from: window.from, to: dayAt(cut) }),
          of(facts, { from: dayAt(cut + 1), to: window.to }),
        ];
        const countsOf = (one: Insights): Record<string, number> => ({
          bleeds: one.bleeds.count,
          ...Object.fromEntries(one.bleeds.causes.map(({ cause, count }) => [cause, count])),
          ...Object.fromEntries(one.rates.map(({ kind, bleeds }) => [`rate-${kind}`, bleeds])),
          unobserved: one.rates[0]?.bleedsOnUnobservedDays ?? 0,
          accounted: one.accounted.accounted,
          days: one.accounted.days,
          treatments: one.use.reduce((sum, { treatments }) => sum + treatments, 0),
          thousandths: Math.round(one.use.reduce((sum, { total }) => sum + (total?.value ?? 0), 0) * 1000),
          entries: one.lag.entries,
          soon: one.lag.within24Hours,
          late: one.lag.laterThan28Days,
          planned: one.recorded.planned,
          marks: one.marks.length,
        });
        const [first, second] = parts.map(countsOf);
        for (const [name, count] of Object.entries(countsOf(whole)))
          expect([name, (first?.[name] ?? 0) + (second?.[name] ?? 0)]).toEqual([name, count]);
      }),
      { numRuns: 60 },
    );
  });

  test('need no entry from outside the days that are said to be needed', () => {
    const short = { from: dayAt(10), to: dayAt(20) };
    const { from, to } = daysNeeded(short, rules);
    const far = [addDays(from, -1), addDays(to, 1)];
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const more = {
          ...facts,
          evidence: [...facts.evidence, ...far.map((day) => treated(day))],
          bleeds: [...facts.bleeds, ...far.map((day) => bleed(day))],
          treatments: [...facts.treatments, ...far.map((day) => given(day))],
        };
        expect(of(more, short, dayAt(400))).toEqual(of(facts, short, dayAt(400)));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a rate', () => {
  test('is not given under 84 observed days, and always with its n, observed days and window', () => {
    const bleeds = [bleed(dayAt(5)), bleed(dayAt(95))];
    const rateOf = (days: number) => of({ bleeds, evidence: [confirmedFrom(dayAt(0), days)] }).rates[0];
    expect(rateOf(83)).toEqual({ kind: 'all', bleeds: 1, observedDays: 83, bleedsOnUnobservedDays: 1 });
    expect(rateOf(84)).toMatchObject({ bleeds: 1, observedDays: 84, perYear: 365.25 / 84 });
    expect(of({ bleeds }).window).toEqual(window);
  });

  test('counts a bleed once, also where a later entry is the same bleed, and knows it was treated then', () => {
    const first = bleed(dayAt(5), { cause: 'trauma' });
    const again = bleed(dayAt(6), { sameAs: first.id });
    const treatment = given(dayAt(6), { bleeds: [again.id] });
    const evidence = [confirmedFrom(dayAt(0), 100)];
    const rates = of({ bleeds: [again, first], treatments: [treatment], evidence }).rates;
    expect(rates.map(({ kind, bleeds }) => [kind, bleeds])).toEqual([
      ['all', 1],
      ['joint', 1],
      ['spontaneous', 0],
      ['treated', 1],
    ]);
    expect(of({ bleeds: [again] }).bleeds.count).toBe(1);
    const circle = [bleed(dayAt(1), { id: 'a', sameAs: 'b' }), bleed(dayAt(2), { id: 'b', sameAs: 'a' })];
    expect(of({ bleeds: circle }).bleeds.count).toBe(2);
  });

  test('counts as treated only what a factor or bypassing agent treated', () => {
    const one = bleed(dayAt(5));
    const treatedBy = (productId: string | undefined): number | undefined =>
      of({
        bleeds: [one],
        treatments: [given(dayAt(5), { productId, bleeds: [one.id] })],
        evidence: [confirmedFrom(dayAt(0), 90)],
      }).rates.find(({ kind }) => kind === 'treated')?.bleeds;
    expect([treatedBy('octo'), treatedBy('mimetic'), treatedBy('tablet'), treatedBy(undefined)]).toEqual([
      1, 0, 0, 0,
    ]);
  });
});

describe('four bleeds a year, everything recorded, a leap year too', () => {
  const bleeds = ['-02-29', '-05-20', '-08-11', '-11-30'];
  const rateIn = (year: number, schedule: Schedule | undefined): number | undefined => {
    const begun = `${String(year - 1)}-12-01`;
    const plans = [plan(begun, regimen(schedule, { anchor: begun }))];
    const doses = plannedDoses(plans, begun, `${String(year + 1)}-02-28`).map(({ day }) => treated(day));
    const asked = { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` };
    const monthly = Array.from({ length: 12 }, (_, month) =>
      confirmedFrom(`${String(year)}-${String(month + 1).padStart(2, '0')}-01`, 31),
    );
    const facts = {
      plans,
      bleeds: bleeds.map((day) => bleed(`${String(year)}${year % 4 === 0 ? day : day.replace('29', '28')}`)),
      evidence: schedule === undefined ? monthly : doses,
    };
    return of(facts, asked, `${String(year + 1)}-06-01`).rates[0]?.perYear;
  };

  test.each([
    ['alternate-daily', everyDays(2)],
    ['weekly', everyWeeks(1)],
    ['four-weekly', everyWeeks(4)],
    ['on demand, with a confirmation each month', undefined],
  ])('come out near 4 when dosed %s', (_name, schedule) => {
    expect(rateIn(2025, schedule)).toBeCloseTo(4, 1);
    expect(rateIn(2028, schedule)).toBeCloseTo(4, 1);
  });
});

describe('recorded doses', () => {
  const plans = [plan(dayAt(0), regimen(everyDays(10)))];

  test('count the doses planned before today, and none that is still ahead', () => {
    const evidence = [treated(dayAt(0)), notTaken(dayAt(10))];
    expect(of({ plans, evidence }, window, dayAt(20)).recorded).toEqual({
      planned: 2,
      recorded: 1,
      percent: 50,
      to: dayAt(19),
    });
    expect(of({ plans, evidence }, window, dayAt(0)).recorded).toEqual({
      planned: 0,
      recorded: 0,
      to: dayAt(-1),
    });
  });

  test('mark the day of an open dose, and every day by the first thing that is true of it', () => {
    const evidence = [notTaken(dayAt(10)), confirmedFrom(dayAt(9), 3)];
    const facts = {
      plans,
      evidence,
      bleeds: [bleed(dayAt(1)), bleed(dayAt(2))],
      treatments: [given(dayAt(2)), given(dayAt(3))],
    };
    expect(of(facts, { from: dayAt(1), to: dayAt(25) }, dayAt(25)).marks).toEqual([
      { day: dayAt(1), mark: 'bleed' },
      { day: dayAt(2), mark: 'bleed-and-treatment' },
      { day: dayAt(3), mark: 'treatment' },
      { day: dayAt(9), mark: 'confirmed' },
      { day: dayAt(10), mark: 'not-taken' },
      { day: dayAt(11), mark: 'confirmed' },
      { day: dayAt(20), mark: 'open' },
    ]);
  });
});

test('nothing of the days to come is counted', () => {
  const facts = { bleeds: [bleed(dayAt(10))], evidence: [confirmedFrom(dayAt(0), 90)] };
  expect(of(facts, window, dayAt(9))).toMatchObject({
    window: { to: dayAt(9) },
    bleeds: { count: 0 },
    accounted: { accounted: 10, days: 10 },
  });
});
