import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { findProduct } from '#catalogue/catalogue.ts';
import { checkPlanDate } from '#domain/check-plan-date.ts';
import { checkTreatment, type TreatmentDraft, type TreatmentSurroundings } from '#domain/check-treatment.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import { normaliseBatch } from '#domain/batch.ts';
import type { Regimen } from '#domain/plan.ts';
import { everyDays, notTaken, plan, regimen, treated } from './support.ts';

const now = Temporal.Instant.from('2026-03-10T12:00:00Z');
const surroundings: TreatmentSurroundings = { now, policy: defaultPolicy };
const known = { kind: 'known', number: 'LOT 1' } as const;

const draft = (changes: Partial<TreatmentDraft> = {}): TreatmentDraft => ({
  givenAt: Temporal.Instant.from('2026-03-10T07:00:00Z'),
  day: '2026-03-10',
  product: findProduct('advate'),
  containers: [{ strength: 1000, count: 2, batch: known }],
  amount: { value: 2000, unit: 'IU', moiety: 'FVIII' },
  reason: 'prophylaxis',
  bleedCount: 0,
  ...changes,
});
const found = (changes: Partial<TreatmentDraft>, around: Partial<TreatmentSurroundings> = {}): string[] =>
  checkTreatment(draft(changes), { ...surroundings, ...around }).map(
    ({ severity, code, pointer }) => `${severity} ${code} ${pointer}`,
  );

test('an ordinary treatment is neither refused nor asked about', () => {
  expect(found({})).toEqual([]);
});

describe('refused', () => {
  test('is what lies more than ten minutes ahead', () => {
    expect(found({ givenAt: now.add({ minutes: 10 }) })).toEqual([]);
    expect(found({ givenAt: now.add({ minutes: 11 }) })).toEqual(['block in-the-future /when/local']);
  });

  test('is a bleed treatment without a bleed', () => {
    expect(found({ reason: 'new-bleed' })).toEqual(['block empty /bleeds']);
    expect(found({ reason: 'bleed-follow-up', bleedCount: 1 })).toEqual([]);
  });

  test.each([
    [{ value: 0 }, 'block not-above-zero /amount/value'],
    [{ value: Number.NaN }, 'block not-above-zero /amount/value'],
    [{ value: 1999.5 }, 'block not-a-step /amount/value'],
    [{ unit: 'mg' as const }, 'block not-this-products /amount/unit'],
    [{ moiety: 'FIX' }, 'block not-this-products /amount/moiety'],
    [{ value: 2001 }, 'block more-than-containers /amount/value'],
  ])('is the amount %j', (amount, expected) => {
    expect(found({ amount: { value: 2000, unit: 'IU', moiety: 'FVIII', ...amount } })).toContain(expected);
  });

  test('is more than the product’s hard limit', () => {
    const containers = [{ strength: 3000, count: 10, batch: known }];
    expect(found({ containers, amount: { value: 20_001, unit: 'IU', moiety: 'FVIII' } })).toEqual([
      'block too-much /amount/value',
    ]);
  });

  test('is a container that cannot be', () => {
    const one = (changes: object) =>
      found({ containers: [{ strength: 2000, count: 1, batch: known, ...changes }] });
    expect(found({ containers: [] })).toEqual([
      'block more-than-containers /amount/value',
      'block empty /containers',
    ]);
    expect(one({ count: 0 })).toEqual(['block not-above-zero /containers/0/count']);
    expect(one({ strength: 2222 })).toEqual(['block not-this-products /containers/0/strength']);
    expect(one({ batch: { kind: 'not-needed' } })).toEqual(['block empty /containers/0/batch']);
    expect(one({ batch: { kind: 'unknown' } })).toEqual([]);
  });

  test('for a combined product is more than the containers hold of the moiety entered', () => {
    const voncento = (moiety: string, value: number) =>
      found({
        product: findProduct('voncento'),
        containers: [{ strength: 1200, count: 2, batch: known }],
        amount: { value, unit: 'IU', moiety },
      });
    expect(voncento('VWF', 2400)).toEqual([]);
    expect(voncento('FVIII', 1000)).toEqual([]);
    expect(voncento('FVIII', 1001)).toEqual(['block more-than-containers /amount/value']);
    expect(voncento('FVIII', 7000)).toContain('block too-much /amount/value');
  });

  test('is not a pen or spray with less in its name than was given, whose batch may be optional', () => {
    expect(
      found({
        product: findProduct('alhemo'),
        containers: [{ strength: 60, count: 1, batch: known }],
        amount: { value: 6.6, unit: 'mg', moiety: 'concizumab' },
      }),
    ).toEqual([]);
    expect(
      found({
        product: findProduct('desmopressin-octim'),
        containers: [{ strength: 1, count: 1, batch: { kind: 'not-needed' } }],
        amount: { value: 300, unit: 'ug', moiety: 'desmopressin' },
      }),
    ).toEqual([]);
  });

  test('of a product the catalogue does not hold is only what is impossible for any', () => {
    const other = { product: undefined, amount: { value: 5, unit: 'g' as const, moiety: 'unmapped' } };
    expect(found({ ...other, containers: [{ strength: 0.5, count: 10, batch: known }] })).toEqual([]);
    expect(found({ ...other, containers: [{ strength: 0.5, count: 9, batch: known }] })).toEqual([
      'block more-than-containers /amount/value',
    ]);
  });
});

describe('asked', () => {
  const planned = (...regimens: Regimen[]): Partial<TreatmentSurroundings> => ({
    plans: [plan('2026-03-01', ...regimens)],
  });
  const routine = regimen(everyDays(2), {
    productId: 'advate',
    anchor: '2026-03-02',
    amount: { value: 2000, unit: 'IU', moiety: 'FVIII' },
  });

  test('is what happened more than 30 days ago', () => {
    expect(found({ givenAt: now.subtract({ hours: 30 * 24 }) })).toEqual([]);
    expect(found({ givenAt: now.subtract({ hours: 30 * 24 + 1 }) })).toEqual(['ask long-ago /when/local']);
  });

  test('is under half or over twice the plan’s amount', () => {
    const given = (value: number) =>
      found(
        {
          amount: { value, unit: 'IU', moiety: 'FVIII' },
          containers: [{ strength: 3000, count: 2, batch: known }],
        },
        planned(routine),
      );
    expect([given(1000), given(4000)]).toEqual([[], []]);
    expect(given(999)).toEqual(['ask less-than-half-of-plan /amount/value']);
    expect(given(4001)).toEqual(['ask more-than-twice-plan /amount/value']);
  });

  test('holds a bleed against the bleed regimen and a planned dose against the others', () => {
    const bleed = {
      ...routine,
      kind: 'bleed' as const,
      schedule: undefined,
      amount: { ...routine.amount, value: 4500 },
    };
    expect(found({}, planned(routine, bleed))).toEqual([]);
    expect(found({ reason: 'new-bleed', bleedCount: 1 }, planned(routine, bleed))).toEqual([
      'ask less-than-half-of-plan /amount/value',
    ]);
    const loading = {
      anchor: '2026-02-01',
      schedule: everyDays(1),
      dosesPerDay: 1,
      amount: { ...routine.amount, value: 800 },
    };
    expect(
      found({ amount: { value: 500, unit: 'IU', moiety: 'FVIII' } }, planned({ ...routine, loading })),
    ).toEqual([]);
  });

  test('is a product or unit that is not in the plan; without a plan nothing is', () => {
    expect(found({}, planned({ ...routine, productId: 'elocta' }))).toEqual([
      'ask product-not-in-plan /product',
    ]);
    const inVwf = { ...routine, amount: { value: 2000, unit: 'IU' as const, moiety: 'VWF' } };
    expect(found({}, planned(inVwf))).toEqual(['ask unit-not-in-plan /amount/unit']);
    expect(found({}, planned())).toEqual([]);
  });

  test('is an expired or recalled batch, however it was typed', () => {
    const isRecalled = (product: string, batch: string) =>
      product === 'advate' && batch === normaliseBatch('lot-1');
    expect(found({}, { isRecalled })).toEqual(['ask recalled /containers/0/batch']);
    const containers = [
      { strength: 2000, count: 1, batch: { kind: 'unknown' as const }, expiresOn: '2026-03-09' },
    ];
    expect(found({ containers }, { isRecalled })).toEqual(['ask expired /containers/0/expiresOn']);
    expect(found({ product: undefined }, { isRecalled })).toEqual([]);
  });

  test('is the same product again within its interval', () => {
    const treatments = (productId: string, minutes: number) => ({
      treatments: [{ productId, givenAt: draft().givenAt.subtract({ minutes }) }],
    });
    expect(found({}, treatments('advate', 359))).toEqual(['ask possible-duplicate /when/local']);
    expect(found({}, treatments('advate', -359))).toEqual(['ask possible-duplicate /when/local']);
    expect(found({}, treatments('advate', 360))).toEqual([]);
    expect(found({}, treatments('elocta', 1))).toEqual([]);
    expect(found({ product: undefined }, treatments('advate', 1))).toEqual([]);
  });

  test('is a batch of which the count at home has not that many left', () => {
    const left: TreatmentSurroundings['leftAtHome'] = ({ normalisedBatch, strength }) =>
      strength === 1000 && normalisedBatch === normaliseBatch('LOT 1') ? 2 : undefined;
    const one = { strength: 1000, count: 1, batch: known };
    const ask = (...containers: TreatmentDraft['containers']) => found({ containers }, { leftAtHome: left });
    expect(ask(one, one)).toEqual([]);
    expect(ask(one, { ...one, batch: { kind: 'known', number: 'lot-1' } }, one)).toEqual([
      'ask more-than-at-home /containers/2/batch',
    ]);
    expect(ask({ ...one, count: 3 })).toEqual(['ask more-than-at-home /containers/0/batch']);
    expect(ask({ strength: 500, count: 4, batch: known })).toEqual([]);
    expect(ask({ ...one, count: 9, batch: { kind: 'unknown' } })).toEqual([]);
  });

  test('is a dose that another entry already fills', () => {
    const around = (...evidence: NonNullable<TreatmentSurroundings['evidence']>) =>
      found({}, { ...planned(routine), products: findProduct, evidence });
    const full = ['2026-03-08', '2026-03-10', '2026-03-12'].map((day) =>
      treated(day, { productId: 'advate' }),
    );
    expect(around(...full)).toEqual(['ask dose-already-recorded /when/local']);
    expect(around(notTaken('2026-03-08'))).toEqual([]);
    expect(
      found(
        { reason: 'new-bleed', bleedCount: 1 },
        { ...planned(routine), products: findProduct, evidence: full },
      ),
    ).toEqual([]);
    expect(
      found({ reason: 'activity' }, { ...planned(routine), products: findProduct, evidence: full }),
    ).toEqual([]);
  });
});

test('a plan is asked about when it begins in the past or far ahead', () => {
  const ask = (day: string) => checkPlanDate(day, '2026-03-10', defaultPolicy);
  expect([ask('2026-03-09'), ask('2026-03-10'), ask('2026-04-07'), ask('2026-04-08')]).toEqual([
    'in-the-past',
    undefined,
    undefined,
    'far-ahead',
  ]);
});
