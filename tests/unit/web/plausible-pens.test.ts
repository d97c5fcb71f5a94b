import { describe, expect, it } from 'vitest';
import { products } from '#catalogue/catalogue.ts';
import type { MonthView } from '#contracts/diary.ts';
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
