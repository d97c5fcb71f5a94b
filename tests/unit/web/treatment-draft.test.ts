import { describe, expect, it } from 'vitest';
import type { EntryAct } from '../../../web/centre/model/entry-act.ts';
import {
  draftedTreatment,
  emptyLine,
  emptyTreatment,
  held,
  linesLike,
  nextTreatment,
  type TreatmentDraft,
} from '../../../web/centre/model/treatment-draft.ts';

const act: EntryAct = {
  mutationId: 'm-1',
  typedAt: '2026-11-22T09:00:00Z',
  passed: [],
  source: 'paper',
  zone: 'Europe/London',
  today: '2026-11-22',
};
const draft: TreatmentDraft = {
  ...emptyTreatment,
  day: '2011',
  time: '730',
  productId: 'elocta',
  moiety: 'FVIII',
  lines: [{ ...emptyLine, strength: '1000', count: '2', batch: 'AB1234' }],
};
const fieldsOf = (change: Partial<TreatmentDraft>): string[] => {
  const drafted = draftedTreatment({ ...draft, ...change }, act);
  return drafted.ok ? [] : drafted.fields.map(({ pointer, reason }) => `${pointer} ${reason}`);
};

describe('a treatment typed in by staff', () => {
  it('gives all that the containers hold where no total was typed', () => {
    expect(draftedTreatment(draft, act)).toEqual({
      ok: true,
      body: {
        mutationId: 'm-1',
        typedAt: '2026-11-22T09:00:00Z',
        passed: [],
        source: 'paper',
        when: { local: '2026-11-20T07:30', zone: 'Europe/London' },
        product: { kind: 'catalogue', id: 'elocta' },
        containers: [{ strength: 1000, count: 2, batch: { kind: 'known', number: 'AB1234' } }],
        amount: { value: 2000, unit: 'IU', moiety: 'FVIII' },
        reason: 'prophylaxis',
        bleeds: [],
        place: 'home',
        fromHomeStock: true,
      },
    });
  });

  it('names every field that stops it, at once', () => {
    expect(fieldsOf({ day: '', time: '2500', productId: '' })).toEqual([
      '/day empty',
      '/time not-a-time',
      '/product empty',
    ]);
  });

  it('wants the batch of each line, or why it is not known', () => {
    const line = { ...emptyLine, strength: '500' };
    expect(fieldsOf({ lines: [line] })).toEqual(['/containers/0/batch/number empty']);
    expect(fieldsOf({ lines: [{ ...line, batchUnknown: 'thrown-away' }] })).toEqual([]);
  });

  it('does not guess an amount that could be two', () => {
    expect(fieldsOf({ amount: '1.500' })).toEqual(['/amount/value unclear-number']);
  });

  it('adds tenths without leaving a trace of binary fractions', () => {
    const line = { ...emptyLine, strength: '0.1', count: '3' };
    expect(held([line])).toBe(0.3);
    expect(held([{ ...line, strength: '' }])).toBeUndefined();
  });

  it('keeps product and batch for the next line, but never the day, the time or a typed total', () => {
    expect(nextTreatment({ ...draft, amount: '1500', note: 'late' })).toEqual({
      ...draft,
      day: '',
      time: '',
      amount: '',
      note: '',
    });
  });

  it('starts from the last containers of the product without their batch', () => {
    const last = {
      product: { kind: 'catalogue' as const, id: 'elocta' },
      productName: 'Elocta',
      containers: [{ strength: 1000, count: 2, batch: { kind: 'known' as const, number: 'AB1234' } }],
      amount: { value: 2000, unit: 'IU' as const, moiety: 'FVIII' as const },
      reason: 'prophylaxis' as const,
      place: 'home' as const,
      fromHomeStock: true,
      day: '2026-11-18',
    };
    expect(linesLike(last, 'elocta')).toEqual([{ ...emptyLine, strength: '1000', count: '2' }]);
    expect(linesLike(last, 'advate')).toEqual([emptyLine]);
  });
});
