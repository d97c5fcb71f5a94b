import { describe, expect, it } from 'vitest';
import { treatment } from '#contracts/entries.ts';
import type { EntryAct } from '../../../web/centre/model/entry-act.ts';
import { treatmentDraftOf } from '../../../web/centre/model/treatment-draft-of.ts';
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

describe('a treatment that staff correct', () => {
  const entry = treatment.parse({
    kind: 'treatment',
    id: 'dose-1',
    version: 1,
    source: 'web',
    typedAt: '2026-10-25T01:31:00Z',
    receivedAt: '2026-10-25T01:31:00Z',
    recordedBy: 'Robin',
    // The hour that comes twice.
    when: { local: '2026-10-25T01:30', zone: 'Europe/London', fold: 'later' },
    at: '2026-10-25T01:30:00Z',
    day: '2026-10-25',
    product: { kind: 'catalogue', id: 'elocta' },
    productName: 'Elocta',
    containers: [
      {
        strength: 1000,
        count: 1,
        batch: { kind: 'known', number: 'AB12' },
        expiresOn: '2028-01-31',
        gtin: '07350031440010',
        serial: 'S1',
      },
    ],
    amount: { value: 1000, unit: 'IU', moiety: 'FVIII' },
    reason: 'prophylaxis',
    place: 'home',
    fromHomeStock: true,
    batchMissing: false,
  });
  const asked = treatmentDraftOf(entry);
  const sent = (change: Partial<TreatmentDraft>) => {
    const drafted = draftedTreatment({ ...asked, ...change }, act);
    return drafted.ok ? drafted.body : undefined;
  };

  it('shows the day as it is typed', () => {
    expect(asked).toMatchObject({ day: '25/10/2026', time: '01:30' });
  });

  it('keeps what the form does not show: the hour of two, and the code of the box', () => {
    expect(sent({ note: 'By the nurse' })).toMatchObject({
      when: entry.when,
      containers: entry.containers,
      note: 'By the nurse',
    });
  });

  it('drops them where they are no longer true', () => {
    expect(sent({ time: '0330' })?.when).toEqual({ local: '2026-10-25T03:30', zone: 'Europe/London' });
    const [line = emptyLine] = asked.lines;
    const [other] = sent({ lines: [{ ...line, strength: '500' }] })?.containers ?? [];
    expect(other).toEqual({
      strength: 500,
      count: 1,
      batch: { kind: 'known', number: 'AB12' },
      expiresOn: '2028-01-31',
    });
    expect(sent({ productId: 'advate' })?.containers[0]).not.toHaveProperty('serial');
  });
});
