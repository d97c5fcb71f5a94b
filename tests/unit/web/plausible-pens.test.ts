import { describe, expect, it } from 'vitest';
import { products } from '#catalogue/catalogue.ts';
import type { MonthView } from '#contracts/diary.ts';
import type { Treatment } from '#contracts/entries.ts';
import type { HeldBatch } from '#contracts/stock.ts';
import { checkBeforeSaving } from '../../../web/diary/treatment/plausible.ts';
import type { TreatmentUnsent } from '../../../web/diary/treatment/treatment-body.ts';

const view: MonthView = {
  month: '2026-06',
  today: '2026-06-10',
  homeZone: 'Europe/London',
  firstName: 'Ann',
  channel: 'online',
  centre: { name: 'A centre', phone: '', email: '', emergencyPhone: '' },
  recording: { stage: 'up-to-date', since: '2026-06-01T00:00:00Z', openDoses: [] },
  delivery: 'none',
  condition: { diagnosis: 'haemophilia-a' },
  planned: [],
  batchesMissing: [],
  twins: [],
  entries: [],
  recentBleeds: [],
  photos: [],
  openBleeds: [],
  sharedWith: [],
  emergencySites: [],
};
const pen: HeldBatch = {
  productId: 'alhemo',
  strength: 60,
  unit: 'mg',
  batch: 'PEN1',
  count: 1,
  opened: { left: 49.5, openedOn: '2026-05-02' },
  expiresOn: '2028-01-31',
  usableUntil: '2026-05-30',
  recalled: false,
};
const body = (day: string, more: Partial<TreatmentUnsent> = {}): TreatmentUnsent => ({
  when: { local: `${day}T07:30`, zone: 'Europe/London' },
  product: { kind: 'catalogue', id: 'alhemo' },
  containers: [
    { strength: 60, count: 1, batch: { kind: 'known', number: 'pen-1' }, expiresOn: '2028-01-31' },
  ],
  amount: { value: 10.5, unit: 'mg', moiety: 'concizumab' },
  reason: 'prophylaxis',
  bleeds: [],
  place: 'home',
  fromHomeStock: true,
  ...more,
});
const asked = (unsent: TreatmentUnsent, stock: readonly HeldBatch[] = [pen]): string[] =>
  checkBeforeSaving({ id: 'e1', body: unsent, view: { ...view, stock: [...stock] }, products }).questions.map(
    ({ reason }) => reason,
  );

describe('a batch that is used up by the count at home', () => {
  const used: HeldBatch = {
    productId: 'elocta',
    strength: 1000,
    unit: 'IU',
    batch: 'AB 01',
    count: 1,
    recalled: false,
  };
  const vials = (count: number, more: Partial<TreatmentUnsent> = {}): TreatmentUnsent =>
    body('2026-06-10', {
      product: { kind: 'catalogue', id: 'elocta' },
      containers: [{ strength: 1000, count, batch: { kind: 'known', number: 'ab-o1' } }],
      amount: { value: 1000 * count, unit: 'IU', moiety: 'FVIII' },
      ...more,
    });
  const asks = (unsent: TreatmentUnsent, more: Partial<MonthView> = {}): boolean =>
    checkBeforeSaving({
      id: 'e1',
      body: unsent,
      view: { ...view, stock: [used], ...more },
      products,
    }).questions.some(({ reason }) => reason === 'more-than-at-home');
  const saved = (count: number): Treatment => ({
    ...vials(count),
    fromHomeStock: true,
    kind: 'treatment',
    id: 'e1',
    version: 1,
    source: 'web',
    typedAt: '2026-06-10T06:30:00Z',
    receivedAt: '2026-06-10T06:30:00Z',
    recordedBy: 'you',
    at: '2026-06-10T06:30:00Z',
    day: '2026-06-10',
    productName: 'Elocta',
    bleeds: [],
    batchMissing: false,
  });

  it('is asked about, however it was typed, once there are not that many left', () => {
    expect([asks(vials(1)), asks(vials(2))]).toEqual([false, true]);
    expect(asks(vials(1), { stock: [{ ...used, count: 0 }] })).toBe(true);
  });
  it('is not asked about where nobody counts it, for a box from elsewhere, or one given before the count', () => {
    expect(asks(vials(2), { stock: [] })).toBe(false);
    expect(asks(vials(2, { fromHomeStock: false }))).toBe(false);
    expect(asks(vials(2, { boxFrom: { centre: 'c', patient: 'p' } }))).toBe(false);
    expect(asks(vials(2), { stockCountedAt: '2026-06-10T12:00:00Z' })).toBe(false);
    expect(asks(vials(2), { stockCountedAt: '2026-06-09T12:00:00Z' })).toBe(true);
  });
  it('gives a correction what the entry has taken already', () => {
    const stock = [{ ...used, count: 0 }];
    expect(asks(vials(2), { stock, entries: [saved(2)] })).toBe(false);
    expect(asks(vials(3), { stock, entries: [saved(2)] })).toBe(true);
  });
});

describe('a pen that is open too long', () => {
  it('is asked about where its batch was typed with the date on the pack', () => {
    expect(asked(body('2026-06-10'))).toContain('expired');
  });
  it('is not asked about on a day on which it was still good, nor without a count of the boxes', () => {
    expect(asked(body('2026-05-30'))).not.toContain('expired');
    expect(asked(body('2026-06-10'), [])).not.toContain('expired');
  });
  it('is not this one where it came from elsewhere, or is of another batch or strength', () => {
    expect(asked(body('2026-06-10', { fromHomeStock: false }))).not.toContain('expired');
    expect(asked(body('2026-06-10', { boxFrom: { centre: 'c', patient: 'p' } }))).not.toContain('expired');
    expect(asked(body('2026-06-10'), [{ ...pen, batch: 'PEN2' }])).not.toContain('expired');
    expect(asked(body('2026-06-10'), [{ ...pen, strength: 150 }])).not.toContain('expired');
  });
  it('leaves an earlier date on the pack to stand', () => {
    const [container] = body('2026-05-20').containers;
    if (container === undefined) throw new Error('No container.');
    const containers = [{ ...container, expiresOn: '2026-05-10' }];
    expect(asked(body('2026-05-20', { containers }))).toContain('expired');
  });
});
