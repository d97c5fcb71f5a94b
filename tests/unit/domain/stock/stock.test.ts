import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findProduct } from '#catalogue/catalogue.ts';
import { sumExactly } from '#domain/amount.ts';
import { addDays } from '#domain/calendar-day.ts';
import { plannedDoses } from '#domain/planned-doses.ts';
import { potentialUsagePercent } from '#domain/stock/potential-usage.ts';
import { actuationsIn, balanceOf, contentOf, leftOf } from '#domain/stock/stock-balance.ts';
import { drawChange, drawsOf, openedOn, type Draw, type TreatmentUse } from '#domain/stock/stock-draws.ts';
import { isLow, supplyLeft, type Supply } from '#domain/stock/supply-left.ts';
import { freshnessOf, usableUntil } from '#domain/stock/usable-until.ts';
import { dayAt, everyDays, FIRST_DAY, plan, regimen } from '../support.ts';

const elocta = findProduct('elocta');
const alhemo = findProduct('alhemo');
const octim = findProduct('desmopressin-octim');

const use = (more: Partial<TreatmentUse> = {}): TreatmentUse => ({
  product: { kind: 'catalogue', id: 'elocta' },
  containers: [{ strength: 1000, count: 2, batch: { kind: 'known', number: 'AB 12' } }],
  amount: { value: 2000 },
  fromHomeStock: true,
  ...more,
});

const someDraws = fc.array(
  fc.record({
    productId: fc.constant('elocta'),
    normalisedBatch: fc.constantFrom('A1', 'B2', 'C3'),
    strength: fc.constantFrom(500, 1000),
    count: fc.integer({ min: 1, max: 9 }),
    drawn: fc.integer({ min: 0, max: 900 }).map((tenths) => tenths / 10),
  }),
  { maxLength: 4 },
);
const oneEach = (draws: readonly Draw[]): Draw[] => [
  ...new Map(draws.map((draw) => [`${draw.normalisedBatch}#${String(draw.strength)}`, draw])).values(),
];
const totals = (draws: readonly Draw[]): Record<string, [number, number]> => {
  const sums: Record<string, [number, number]> = {};
  for (const { normalisedBatch, strength, count, drawn } of draws) {
    const name = `${normalisedBatch}#${String(strength)}`;
    const [counted, amount] = sums[name] ?? [0, 0];
    sums[name] = [counted + count, sumExactly([amount, drawn])];
  }
  return Object.fromEntries(
    Object.entries(sums).filter(([, [counted, drawn]]) => counted !== 0 || drawn !== 0),
  );
};

describe('what a treatment takes from the stock at home', () => {
  it('takes whole containers of each batch, however much went in', () => {
    expect(drawsOf(use({ amount: { value: 1500 } }), elocta)).toEqual([
      { productId: 'elocta', normalisedBatch: 'AB12', batch: 'AB 12', strength: 1000, count: 2, drawn: 0 },
    ]);
  });
  it('adds up lines of one batch that were typed apart, so that a row is taken from once', () => {
    const line = (number: string) => ({
      strength: 1000,
      count: 1,
      batch: { kind: 'known' as const, number },
    });
    expect(drawsOf(use({ containers: [line('ab-12'), line('AB12')] }), elocta)).toMatchObject([{ count: 2 }]);
  });
  it('takes nothing that is not from home, not in the catalogue, or of an unknown batch', () => {
    const unknown = [{ strength: 1000, count: 1, batch: { kind: 'unknown' as const } }];
    expect(drawsOf(use({ fromHomeStock: false }), elocta)).toEqual([]);
    expect(drawsOf(use({ product: { kind: 'other' } }), undefined)).toEqual([]);
    expect(drawsOf(use({ containers: unknown }), elocta)).toEqual([]);
  });
  it('shares an amount from pens among them to the last tenth, and opens no new one for it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.array(fc.constantFrom(15, 60, 150), { minLength: 1, maxLength: 4 }),
        (tenths, strengths) => {
          const containers = strengths.map((strength, index) => ({
            strength,
            count: 1,
            batch: { kind: 'known' as const, number: `P${String(index)}` },
          }));
          const draws = drawsOf(
            use({ product: { kind: 'catalogue', id: 'alhemo' }, containers, amount: { value: tenths / 10 } }),
            alhemo,
          );
          expect(sumExactly(draws.map(({ drawn }) => drawn))).toBe(tenths / 10);
          expect(draws.every(({ count, drawn }) => count === 0 && drawn >= 0)).toBe(true);
        },
      ),
    );
  });
  it('comes to the corrected treatment whatever was taken before, and back to nothing when it is voided', () => {
    fc.assert(
      fc.property(someDraws.map(oneEach), someDraws.map(oneEach), (before, after) => {
        expect(totals([...before, ...drawChange(before, after)])).toEqual(totals(after));
        expect(totals([...after, ...drawChange(after, [])])).toEqual({});
        expect(drawChange(after, after)).toEqual([]);
      }),
    );
  });
});

describe('what is left of a batch', () => {
  it('is the containers, for single doses', () => {
    expect(leftOf({ count: 7, drawn: 0 }, elocta, 1000)).toEqual({ count: 7 });
    expect(leftOf({ count: -2, drawn: 0 }, elocta, 1000)).toEqual({ count: -2 });
  });
  it('counts the opened pen among them and says what it still holds', () => {
    expect(leftOf({ count: 3, drawn: 70.2 }, alhemo, 60)).toEqual({ count: 2, inOpened: 49.8 });
    expect(leftOf({ count: 3, drawn: 60 }, alhemo, 60)).toEqual({ count: 2 });
  });
  it('is what a stock-take counted, whatever that was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 599 }), (count, tenths) => {
        const left = { count, inOpened: tenths / 10 };
        expect(leftOf(balanceOf(left, alhemo, 60), alhemo, 60)).toEqual(left);
      }),
    );
  });
  it('of pens and sprays is never negative while no more is taken than came, whatever the order, and adds up', () => {
    const product = fc.constantFrom({ of: alhemo, strength: 60 }, { of: octim, strength: 3750 });
    fc.assert(
      fc.property(
        product,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { maxLength: 30 }),
        fc.array(fc.nat(), { minLength: 35, maxLength: 35 }),
        ({ of, strength }, deliveries, portions, keys) => {
          const content = contentOf(of, strength);
          let room = deliveries.reduce((sum, one) => sum + one, 0) * content;
          const brought = room;
          const taken = portions.map((portion) => {
            const drawn = Math.min(Math.round(portion * content * 10) / 10, room);
            room = sumExactly([room, -drawn]);
            return { count: 0, drawn };
          });
          const parts = [...deliveries.map((count) => ({ count, drawn: 0 })), ...taken];
          const inTurn = (list: typeof parts) =>
            list.reduce(
              (sum, one) => ({ count: sum.count + one.count, drawn: sumExactly([sum.drawn, one.drawn]) }),
              { count: 0, drawn: 0 },
            );
          const shuffled = parts
            .map((part, index) => ({ part, key: keys[index] ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ part }) => part);
          const left = leftOf(inTurn(parts), of, strength);
          expect(leftOf(inTurn(shuffled), of, strength)).toEqual(left);
          const { count, inOpened = content } = left;
          expect(count).toBeGreaterThanOrEqual(0);
          expect(inOpened).toBeGreaterThan(0);
          expect(inOpened).toBeLessThanOrEqual(content);
          const there = count === 0 ? 0 : sumExactly([(count - 1) * content, inOpened]);
          expect(sumExactly([there, ...taken.map(({ drawn }) => drawn)])).toBe(brought);
        },
      ),
    );
  });
  it('of a spray is told in whole sprays, and of nothing else', () => {
    expect(actuationsIn(octim, 3450)).toBe(23);
    expect(actuationsIn(octim, 149)).toBe(0);
    expect(actuationsIn(alhemo, 60)).toBeUndefined();
  });
  it('dates the opened pen by the draw that began it', () => {
    const draws = [
      { day: '2026-06-01', drawn: 40 },
      { day: '2026-06-05', drawn: 25 },
      { day: '2026-06-09', drawn: 5 },
    ];
    expect(openedOn(draws, 10)).toBe('2026-06-05');
    expect(openedOn(draws, 5)).toBe('2026-06-09');
    expect(openedOn(draws, 71)).toBeUndefined();
  });
});

describe('until when a batch may be used', () => {
  it('is the earlier of the pack and six months out of the refrigerator', () => {
    expect(usableUntil({ expiresOn: '2027-03-31' }, elocta)).toBe('2027-03-31');
    expect(usableUntil({ expiresOn: '2027-03-31', roomTemperatureSince: '2026-08-31' }, elocta)).toBe(
      '2027-02-28',
    );
    expect(usableUntil({ expiresOn: '2026-09-30', roomTemperatureSince: '2026-08-31' }, elocta)).toBe(
      '2026-09-30',
    );
  });
  it('is never later than any of its limits, and unknown only where there is none', () => {
    const days = fc.option(fc.integer({ min: 0, max: 700 }).map(dayAt), { nil: undefined });
    fc.assert(
      fc.property(days, days, days, (expiresOn, roomTemperatureSince, openedOn) => {
        const until = usableUntil(
          { expiresOn, roomTemperatureSince, openedOn },
          { roomTemperatureMonths: 6, inUseDays: 28 },
        );
        expect(until === undefined).toBe(
          [expiresOn, roomTemperatureSince, openedOn].every((day) => day === undefined),
        );
        if (until === undefined) return;
        if (expiresOn !== undefined) expect(until <= expiresOn).toBe(true);
        if (openedOn !== undefined) expect(until <= addDays(openedOn, 28)).toBe(true);
        if (roomTemperatureSince !== undefined)
          expect(until <= addDays(roomTemperatureSince, 184)).toBe(true);
      }),
    );
  });
  it('says nothing of a product that may not be kept warm', () => {
    expect(usableUntil({ roomTemperatureSince: '2026-08-31' }, {})).toBeUndefined();
  });
  it('is told a month before; the last day itself is still good', () => {
    expect(freshnessOf('2026-06-10', '2026-06-10', 30)).toBe('soon');
    expect(freshnessOf('2026-06-09', '2026-06-10', 30)).toBe('over');
    expect(freshnessOf('2026-07-11', '2026-06-10', 30)).toBe('fine');
    expect(freshnessOf(undefined, '2026-06-10', 30)).toBe('fine');
  });
});

const vials = (content: number, count: number, usableUntil?: string): Supply => ({
  productId: 'octo',
  content,
  count,
  multiDose: false,
  total: content * count,
  usableUntil,
});
const doses = (value: number, every: number, days = 120) =>
  plannedDoses(
    [plan(FIRST_DAY, regimen(everyDays(every), { amount: { value, unit: 'IU', moiety: 'FVIII' } }))],
    FIRST_DAY,
    addDays(FIRST_DAY, days),
  );

describe('how long the stock lasts by the plan', () => {
  it('counts a dose in whole vials, mixed where that fits', () => {
    expect(supplyLeft([vials(2000, 3), vials(500, 3)], doses(2500, 2), FIRST_DAY)).toEqual({
      doses: 3,
      runsOutOn: dayAt(6),
      days: 6,
    });
    expect(supplyLeft([vials(1000, 5)], doses(1500, 2), FIRST_DAY)).toMatchObject({ doses: 2 });
  });
  it('says nothing without planned doses, and nothing is low then', () => {
    expect(supplyLeft([vials(1000, 5)], [], FIRST_DAY)).toBeUndefined();
    expect(isLow(undefined, 14)).toBe(false);
  });
  it('is out today when nothing is there', () => {
    expect(supplyLeft([], doses(1000, 2), FIRST_DAY)).toEqual({ doses: 0, runsOutOn: FIRST_DAY, days: 0 });
    expect(isLow({ doses: 0, days: 0 }, 14)).toBe(true);
  });
  it('does not count on what will have expired by then', () => {
    expect(supplyLeft([vials(1000, 50, dayAt(5))], doses(1000, 2), FIRST_DAY)).toMatchObject({
      doses: 3,
      runsOutOn: dayAt(6),
    });
  });
  it('draws any portion from pens', () => {
    const pens: Supply = {
      productId: 'octo',
      content: 60,
      count: 2,
      multiDose: true,
      total: 100,
      usableUntil: undefined,
    };
    expect(supplyLeft([pens], doses(30, 1), FIRST_DAY)).toMatchObject({ doses: 3 });
  });
  it('never promises more doses than there is content, and lasts no shorter for one more vial of the planned size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 30 }),
        fc.constantFrom(500, 1000, 1500, 2250),
        (large, small, dose) => {
          const stock = [vials(1000, large), vials(250, small)];
          const left = supplyLeft(stock, doses(dose, 1), FIRST_DAY)?.doses ?? 0;
          expect(left * dose).toBeLessThanOrEqual(large * 1000 + small * 250);
          const more = supplyLeft([...stock, vials(dose, 1)], doses(dose, 1), FIRST_DAY)?.doses ?? 0;
          expect(more).toBeGreaterThanOrEqual(left);
        },
      ),
    );
  });
});

describe('potential usage', () => {
  it('is what was recorded of what could have been used', () => {
    expect(potentialUsagePercent({ days: 90, recorded: 60000, issued: 90000, stockChange: 10000 })).toBe(75);
  });
  it.each([
    ['under 28 days', { days: 27, recorded: 1, issued: 2, stockChange: 0 }],
    ['when nothing was issued', { days: 90, recorded: 1, issued: 0, stockChange: -5 }],
    ['when all that came is still there', { days: 90, recorded: 0, issued: 5, stockChange: 5 }],
  ])('is not told %s', (_, window) => {
    expect(potentialUsagePercent(window)).toBeUndefined();
  });
});
