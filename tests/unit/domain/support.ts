import * as fc from 'fast-check';
import { addDays } from '#domain/calendar-day.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import type { Evidence } from '#domain/evidence.ts';
import type { MatchRules } from '#domain/match-doses.ts';
import type { Plan, Regimen, Schedule } from '#domain/plan.ts';
import type { MatchProduct } from '#domain/product.ts';
import { REASON_IDS } from '#domain/vocabulary.ts';

export const FIRST_DAY = '2026-03-01';
export const dayAt = (offset: number): string => addDays(FIRST_DAY, offset);

const catalogue: readonly MatchProduct[] = [
  { id: 'octo', class: 'FVIII standard half-life', factor: true },
  { id: 'octo-two', class: 'FVIII standard half-life', factor: true },
  { id: 'long', class: 'FVIII extended half-life', factor: true },
  { id: 'mimetic', class: 'FVIII mimetic', factor: false },
  { id: 'tablet', class: 'Adjunct', factor: false },
];
export const products = (id: string): MatchProduct | undefined =>
  catalogue.find((product) => product.id === id);
export const rules: MatchRules = { policy: defaultPolicy, products };

export const everyDays = (days: number): Schedule => ({ kind: 'every-days', days });
export const everyWeeks = (weeks: number): Schedule => ({ kind: 'every-weeks', weeks });
export const weekdays = (...days: number[]): Schedule => ({ kind: 'weekdays', weekdays: days });

export const regimen = (schedule: Schedule | undefined, changes: Partial<Regimen> = {}): Regimen => ({
  kind: schedule === undefined ? 'on-demand' : 'routine',
  productId: 'octo',
  amount: { value: 1000, unit: 'IU', moiety: 'FVIII' },
  anchor: FIRST_DAY,
  schedule,
  dosesPerDay: 1,
  ...changes,
});

export const plan = (effectiveOn: string, ...regimens: Regimen[]): Plan => ({
  id: `plan-${effectiveOn}`,
  effectiveOn,
  regimens,
});

let made = 0;
export const treated = (day: string, changes: Partial<Evidence> = {}): Evidence => ({
  id: `t-${String((made += 1))}`,
  kind: 'treatment',
  from: day,
  to: day,
  productId: 'octo',
  reason: 'prophylaxis',
  ...changes,
});
export const notTaken = (from: string, to = from, productId?: string): Evidence => ({
  id: `n-${String((made += 1))}`,
  kind: 'not-taken',
  from,
  to,
  productId,
});
export const confirmed = (from: string, to = from): Evidence => ({
  id: `c-${String((made += 1))}`,
  kind: 'confirmation',
  from,
  to,
});

export const anySchedule: fc.Arbitrary<Schedule> = fc.oneof(
  fc.integer({ min: 1, max: 10 }).map(everyDays),
  fc.integer({ min: 1, max: 4 }).map(everyWeeks),
  fc
    .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 })
    .map((days) => weekdays(...days)),
);

const anyProductId = fc.constantFrom('octo', 'octo-two', 'long', 'mimetic', 'tablet', 'unknown');

export const anyRegimen: fc.Arbitrary<Regimen> = fc
  .record({
    schedule: anySchedule,
    productId: anyProductId,
    anchor: fc.integer({ min: -20, max: 20 }).map(dayAt),
    dosesPerDay: fc.integer({ min: 1, max: 2 }),
    until: fc.option(fc.integer({ min: 10, max: 90 }).map(dayAt), { nil: undefined, freq: 4 }),
  })
  .map(({ schedule, ...changes }) => regimen(schedule, changes));

/** Plans of one patient over the three months from {@link FIRST_DAY}. */
export const anyPlans: fc.Arbitrary<Plan[]> = fc
  .array(
    fc.record({
      effectiveOn: fc.integer({ min: 0, max: 60 }).map(dayAt),
      regimens: fc.array(anyRegimen, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 2 },
  )
  .map((plans) => plans.map((one, index) => ({ ...one, id: `plan-${String(index)}` })));

export const anyEvidence = (from: number, to: number): fc.Arbitrary<Evidence> =>
  fc
    .record({
      id: fc.uuid(),
      kind: fc.constantFrom(
        'treatment' as const,
        'treatment' as const,
        'not-taken' as const,
        'confirmation' as const,
      ),
      start: fc.integer({ min: from, max: to }),
      length: fc.integer({ min: 0, max: 6 }),
      productId: anyProductId,
      reason: fc.constantFrom('prophylaxis' as const, 'prophylaxis' as const, ...REASON_IDS),
    })
    .map(({ id, kind, start, length, productId, reason }) => ({
      id,
      kind,
      from: dayAt(start),
      to: dayAt(kind === 'treatment' ? start : start + length),
      ...(kind === 'treatment' ? { productId, reason } : {}),
    }));
