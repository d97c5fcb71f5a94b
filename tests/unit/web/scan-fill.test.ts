import { describe, expect, it } from 'vitest';
import { products } from '#catalogue/catalogue.ts';
import { fillFromBox } from '../../../web/diary/scan/fill-from-box.ts';
import { knownBox, likelyBoxes } from '../../../web/diary/scan/known-boxes.ts';
import {
  emptyContainer,
  type TreatmentValues,
  typedBatch,
} from '../../../web/diary/treatment/treatment-values.ts';
import { treatmentForm } from '../../support/treatment-form.ts';

const GTIN = '09504000059118';
/** Nothing of a box is filled in yet. */
const values: TreatmentValues = { ...treatmentForm, containers: [emptyContainer], amount: '' };
const plan = {
  id: 'plan-1',
  setAt: '2026-01-01T00:00:00Z',
  effectiveOn: '2026-01-01',
  regimens: [
    {
      kind: 'routine' as const,
      productId: 'elocta',
      amount: { value: 2000, unit: 'IU' as const, moiety: 'FVIII' as const },
      anchor: '2026-01-01',
      schedule: { kind: 'every-days' as const, days: 2 },
      dosesPerDay: 1,
    },
  ],
};
const given = { view: { plan }, products };
const box = (pack: object = {}, more: object = {}) => ({
  productId: 'elocta',
  strength: 1000,
  pack: { gtin: GTIN, batch: 'B1', expiresOn: '2028-01-31', ...pack },
  ...more,
});
const filled = (...boxes: readonly ReturnType<typeof box>[]) =>
  boxes.reduce((so, one) => fillFromBox(so.values, one, given), { values, said: '' });
const batches = ({ containers }: TreatmentValues): string[] => containers.map(({ batch }) => batch);

describe('a scanned box', () => {
  it('takes the place of what was only filled in, and the next one gets a row of its own', () => {
    const repeated = { ...values, containers: [{ ...emptyContainer, strength: '1000', batch: 'LAST' }] };
    const once = fillFromBox(repeated, box(), given).values;
    expect(batches(once)).toEqual(['B1']);
    expect(batches(fillFromBox(once, box({ batch: 'B2' }), given).values)).toEqual(['B1', 'B2']);
  });

  it('does not take the place of a batch that was typed', () => {
    const typed = { ...values, containers: [{ ...emptyContainer, batch: 'TYPED', isOwn: true }] };
    expect(batches(fillFromBox(typed, box(), given).values)).toEqual(['TYPED', 'B1']);
  });

  it('whose code has no batch keeps its number while the batch is typed; over a scanned batch it is another box', () => {
    const typed = (pack: object) => {
      const [row] = filled(box(pack)).values.containers;
      if (row === undefined) throw new Error('There is no row.');
      return { ...row, ...typedBatch('B9', row) };
    };
    expect(typed({ batch: undefined })).toMatchObject({ batch: 'B9', gtin: GTIN });
    expect(typed({})).toMatchObject({ batch: 'B9', gtin: undefined });
  });

  it('is one box however often it is scanned; another serial is another box', () => {
    expect(batches(filled(box({ serial: '1' }), box({ serial: '1' })).values)).toEqual(['B1']);
    expect(batches(filled(box({ serial: '1' }), box({ serial: '2' })).values)).toEqual(['B1', 'B1']);
  });

  it('of another product changes it, with what it is measured in, and nothing once a box is in', () => {
    const other = box({}, { productId: 'novoseven', strength: 2 });
    const changed = fillFromBox(values, other, given);
    expect(changed.values).toMatchObject({ productId: 'novoseven', unit: 'mg', moiety: 'FVIIa' });
    expect(changed.said).toMatch(/changed.*not in your plan/);
    expect(filled(box(), other)).toMatchObject({ values: { productId: 'elocta' }, said: /own/ });
  });

  it('of another size lets the dose that was filled in follow the boxes again', () => {
    const repeated = {
      ...values,
      amount: '1000',
      amountTyped: true,
      containers: [{ ...emptyContainer, strength: '1000', batch: 'LAST' }],
    };
    expect(fillFromBox(repeated, box(), given).values.amountTyped).toBe(true);
    expect(fillFromBox(repeated, box({}, { strength: 2000 }), given).values.amountTyped).toBe(false);
  });

  it('without a batch leads to the field for it', () => {
    expect(filled(box({ batch: undefined }))).toMatchObject({ next: 'containers-0-batch' });
  });
});

describe('what a code stands for', () => {
  const entry = (at: string, strength: number, more: object = {}) => ({
    kind: 'treatment' as const,
    at,
    product: { kind: 'catalogue' as const, id: 'elocta' },
    containers: [{ strength, count: 1, batch: { kind: 'known' as const, number: 'B' }, gtin: GTIN }],
    ...more,
  });
  const view = (...entries: readonly object[]) => ({ entries, plan }) as never;

  it('is what was recorded last, not what was taken out, and else what the device kept', () => {
    const kept = { [GTIN]: { productId: 'advate', strength: 250 } };
    const corrected = [entry('2026-11-01T07:00:00Z', 500), entry('2026-11-02T07:00:00Z', 1000)];
    expect(knownBox(GTIN, values, view(...corrected), kept)).toMatchObject({ strength: 1000 });
    const wrong = entry('2026-11-03T07:00:00Z', 3000, { voided: { at: '2026-11-04', reason: 'x' } });
    expect(knownBox(GTIN, values, view(...corrected, wrong), kept)).toMatchObject({ strength: 1000 });
    expect(knownBox(GTIN, values, view(), kept)).toEqual({ productId: 'advate', strength: 250 });
    expect(knownBox('01234567890128', values, view(...corrected), {})).toBeUndefined();
  });

  it('is probably what the plan is made of, where nothing else is known', () => {
    const [first, second] = likelyBoxes(values, view(), products);
    expect([first, second]).toEqual([
      { productId: 'elocta', strength: 2000 },
      { productId: 'elocta', strength: 1000 },
    ]);
  });
});
