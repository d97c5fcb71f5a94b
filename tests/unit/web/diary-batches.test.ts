import { describe, expect, it } from 'vitest';
import type { Treatment } from '#contracts/entries.ts';
import { boxToStartFrom, rememberedBatches } from '../../../web/diary/treatment/remembered-batches.ts';

const today = '2026-11-22';
const given = (at: string, number: string, expiresOn?: string): Treatment => ({
  kind: 'treatment',
  id: at,
  version: 1,
  source: 'web',
  typedAt: at,
  receivedAt: at,
  recordedBy: 'you',
  when: { local: at.slice(0, 16), zone: 'Europe/London' },
  at,
  day: at.slice(0, 10),
  product: { kind: 'catalogue', id: 'elocta' },
  productName: 'Elocta',
  containers: [
    {
      strength: 1000,
      count: 2,
      batch: { kind: 'known', number },
      ...(expiresOn === undefined ? {} : { expiresOn }),
    },
  ],
  amount: { value: 2000, unit: 'IU', moiety: 'FVIII' },
  reason: 'prophylaxis',
  bleeds: [],
  place: 'home',
  fromHomeStock: true,
  batchMissing: false,
});
const line = (batch: string, count: number, more = {}) => ({
  productId: 'elocta',
  strength: 1000,
  batch,
  count,
  recalled: false,
  ...more,
});
const batches = (view: Parameters<typeof rememberedBatches>[0]) =>
  rememberedBatches(view, 'elocta').map(({ batch }) => batch);

describe('remembered batches', () => {
  it('come nearest expiry first, what is out of date and undated last', () => {
    const entries = [
      given('2026-11-20T07:00:00Z', 'NONE'),
      given('2026-11-18T07:00:00Z', 'OLD', '2026-10-01'),
      given('2026-11-16T07:00:00Z', 'LATE', '2028-03-01'),
      given('2026-11-14T07:00:00Z', 'SOON', '2027-01-31'),
    ];
    expect(batches({ today, entries })).toEqual(['SOON', 'LATE', 'NONE', 'OLD']);
  });

  it('are one batch however it was typed, and none from what was taken out', () => {
    const entries = [
      given('2026-11-18T07:00:00Z', 'ab-O1'),
      given('2026-11-20T07:00:00Z', 'AB 01'),
      { ...given('2026-11-21T07:00:00Z', 'ZZ9'), voided: { at: today, reason: 'x' } },
    ];
    expect(batches({ today, entries })).toEqual(['AB 01']);
  });

  it('go by the stock where it is kept: the earlier of two dates counts, and what is used up is gone', () => {
    const stock = [
      line('FULL', 4, { expiresOn: '2027-06-30' }),
      line('WARM', 1, { expiresOn: '2028-01-31', usableUntil: '2027-02-01' }),
      line('USED', 0),
      line('OTHER', 3, { productId: 'advate' }),
    ];
    const entries = [given('2026-11-20T07:00:00Z', 'USED')];
    expect(batches({ today, entries, stock })).toEqual(['WARM', 'FULL']);
  });

  it('begin with the pen that is open, with what is left in it; not once it is over or called back', () => {
    const opened = { left: 49.8, openedOn: '2026-11-02' };
    const pen = (batch: string, more = {}) => line(batch, 1, { unit: 'mg', opened, ...more });
    const stock = [
      line('FULL', 4, { expiresOn: '2026-11-25' }),
      pen('OPEN', { expiresOn: '2028-01-31', usableUntil: '2026-11-30' }),
      pen('BACK', { expiresOn: '2026-11-28', recalled: true }),
      pen('OVER', { expiresOn: '2028-01-31', usableUntil: '2026-11-21' }),
    ];
    expect(batches({ today, entries: [], stock })).toEqual(['OPEN', 'FULL', 'BACK', 'OVER']);
    expect(rememberedBatches({ today, entries: [], stock }, 'elocta')[0]).toMatchObject({
      opened: { left: 49.8, unit: 'mg', openedOn: '2026-11-02' },
      expiresOn: '2026-11-30',
      printed: '2028-01-31',
      count: 1,
    });
  });

  it('are also the boxes of a product that has no batches, by what is left of them', () => {
    const spray = {
      productId: 'desmopressin-octim',
      strength: 150,
      unit: 'ug' as const,
      count: 2,
      opened: { left: 3000, actuations: 20, openedOn: '2026-11-02' },
      recalled: false,
    };
    const found = rememberedBatches({ today, entries: [], stock: [spray] }, 'desmopressin-octim');
    expect(found).toMatchObject([{ batch: '', count: 2, opened: { actuations: 20 } }]);
  });

  it('start from the box used last, or from the next one once that is used up or called back', () => {
    const last = { strength: 1000, batch: 'LAST' };
    const entries = [given('2026-11-20T07:00:00Z', 'LAST')];
    const start = (stock?: ReturnType<typeof line>[]) =>
      boxToStartFrom({ today, entries, stock }, 'elocta', last)?.batch;
    expect(start()).toBe('LAST');
    expect(start([line('LAST', 2), line('NEXT', 5, { expiresOn: '2026-12-01' })])).toBe('LAST');
    expect(start([line('LAST', 0), line('NEXT', 5)])).toBe('NEXT');
    expect(start([line('LAST', 2, { recalled: true }), line('NEXT', 5)])).toBe('NEXT');
    expect(start([line('LAST', 0), line('GONE', 5, { expiresOn: '2026-01-01' })])).toBeUndefined();
  });
});
