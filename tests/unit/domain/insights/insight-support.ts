import * as fc from 'fast-check';
import type { Amount } from '#domain/amount.ts';
import { addDays } from '#domain/calendar-day.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import type { Evidence } from '#domain/evidence.ts';
import type { InsightFacts, RecordedBleed, RecordedTreatment } from '#domain/insights/insight-facts.ts';
import { BLEED_CAUSE_IDS, BLEED_SITES } from '#domain/vocabulary.ts';
import { anyEvidence, anyPlans, dayAt, products } from '../support.ts';

export const rules = { policy: defaultPolicy, products };

let made = 0;
const nextId = (): string => `i-${String((made += 1))}`;

export const bleed = (day: string, changes: Partial<RecordedBleed> = {}): RecordedBleed => ({
  id: nextId(),
  day,
  site: 'ankle',
  side: 'left',
  cause: 'spontaneous',
  ...changes,
});

export const iu = (value: number): Amount<'IU', 'FVIII'> => ({ value, unit: 'IU', moiety: 'FVIII' });

export const given = (day: string, changes: Partial<RecordedTreatment> = {}): RecordedTreatment => ({
  id: nextId(),
  day,
  productId: 'octo',
  productName: 'Octo',
  amount: iu(1000),
  bleeds: [],
  givenAt: `${day}T08:00:00Z`,
  typedAt: `${day}T09:00:00Z`,
  online: true,
  ...changes,
});

export const nothing: InsightFacts = { plans: [], evidence: [], bleeds: [], treatments: [] };
export const daysFrom = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(day, index));
/** A confirmation of each of so many days. */
export const confirmedFrom = (day: string, count: number): Evidence => ({
  id: nextId(),
  kind: 'confirmation',
  from: day,
  to: addDays(day, count - 1),
});

const anyAmount: fc.Arbitrary<Amount> = fc.record({
  value: fc.integer({ min: 1, max: 40_000 }).map((tenths) => tenths / 10),
  unit: fc.constantFrom('IU', 'mg'),
  moiety: fc.constantFrom('FVIII', 'VWF', 'emicizumab', 'unmapped'),
});
const anyDay = fc.integer({ min: -40, max: 140 }).map(dayAt);

/** A diary of about half a year around the days of the other domain tests. */
export const anyFacts: fc.Arbitrary<InsightFacts> = fc
  .record({
    plans: anyPlans,
    evidence: fc.array(anyEvidence(-40, 140), { maxLength: 12 }),
    bleeds: fc.array(
      fc.record({
        id: fc.uuid(),
        day: anyDay,
        site: fc.constantFrom(...BLEED_SITES.slice(0, 3), 'nose'),
        side: fc.constantFrom('left', 'right', 'none'),
        cause: fc.constantFrom(...BLEED_CAUSE_IDS),
      }),
      { maxLength: 10 },
    ),
    treatments: fc.array(
      fc.record({
        id: fc.uuid(),
        day: anyDay,
        productId: fc.option(fc.constantFrom('octo', 'mimetic'), { nil: undefined }),
        productName: fc.constantFrom('One', 'Two'),
        amount: anyAmount,
        hours: fc.integer({ min: 0, max: 900 }),
        online: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
  })
  .chain((facts) =>
    fc
      .record({
        first: fc.nat(),
        again: fc.nat(),
      })
      .map(({ first, again }) => {
        const bleeds = facts.bleeds.map((one, index): RecordedBleed => {
          const before = facts.bleeds[again % Math.max(facts.bleeds.length, 1)];
          return index % 3 === 2 && before !== undefined ? { ...one, sameAs: before.id } : one;
        });
        const treatments = facts.treatments.map(({ hours, ...one }): RecordedTreatment => {
          const treats = bleeds[first % Math.max(bleeds.length, 1)];
          return {
            ...one,
            bleeds: treats === undefined ? [] : [treats.id],
            givenAt: `${one.day}T08:00:00Z`,
            typedAt: new Date(Date.parse(`${one.day}T08:00:00Z`) + hours * 3_600_000).toISOString(),
          };
        });
        return { ...facts, bleeds, treatments };
      }),
  );
