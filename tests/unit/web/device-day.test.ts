import { describe, expect, it } from 'vitest';
import type { MonthView } from '#contracts/diary.ts';
import { asOfToday } from '../../../web/diary/state/as-of-today.ts';
import type { KeptMonth } from '../../../web/diary/state/device/copies.ts';
import { monthBegun } from '../../../web/diary/state/device/month-begun.ts';

const amount = { value: 2000, unit: 'IU', moiety: 'FVIII' } as const;
const dose = (day: string, state: MonthView['planned'][number]['state']) => ({
  day,
  ordinal: 1,
  productId: 'elocta',
  productName: 'Elocta',
  amount,
  state,
});
const view = {
  month: '2026-11',
  today: '2026-11-29',
  homeZone: 'Europe/London',
  entries: [{ id: 'old' }],
  planned: [dose('2026-11-28', 'recorded'), dose('2026-11-29', 'ahead'), dose('2026-11-30', 'ahead')],
  plan: {
    id: 'plan',
    effectiveOn: '2026-11-01',
    setAt: '2026-11-01T08:00:00Z',
    regimens: [
      {
        kind: 'routine',
        productId: 'elocta',
        amount,
        anchor: '2026-11-28',
        schedule: { kind: 'every-days', days: 2 },
        dosesPerDay: 1,
      },
    ],
  },
} as unknown as MonthView;
const read = Date.parse('2026-11-29T22:00:00Z');

describe('a month that was read before midnight', () => {
  it('is of the same day until then', () => {
    expect(asOfToday(view, read, Date.parse('2026-11-29T23:59:00Z'))).toBe(view);
  });

  it('is of the new day afterwards, and what was planned for the day before is open', () => {
    const after = asOfToday(view, read, Date.parse('2026-11-30T00:01:00Z'));
    expect(after.today).toBe('2026-11-30');
    expect(after.planned.map(({ state }) => state)).toEqual(['recorded', 'open', 'ahead']);
  });

  it('counts the days of the home zone, from the day that the server said', () => {
    const abroad = { ...view, homeZone: 'Pacific/Auckland', today: '2026-11-30' };
    // 22:00 in London is the next morning in Auckland already, so midnight in London changes nothing there.
    expect(asOfToday(abroad, read, Date.parse('2026-11-30T01:00:00Z')).today).toBe('2026-11-30');
    expect(asOfToday(abroad, read, Date.parse('2026-11-30T11:01:00Z')).today).toBe('2026-12-01');
  });

  it('never goes back, whatever a device’s clock does', () => {
    expect(asOfToday(view, read, Date.parse('2026-11-20T12:00:00Z'))).toBe(view);
  });
});

describe('a month that has begun since the last copy', () => {
  it('is empty, with what the plan plans', () => {
    const kept: KeptMonth = { place: 'x', account: 'a', at: '', centre: 'c', patient: 'p', view };
    const begun = monthBegun(kept, '2026-12').view;
    expect(begun).toMatchObject({ month: '2026-12', entries: [] });
    expect(begun.planned.slice(0, 2)).toEqual([dose('2026-12-02', 'ahead'), dose('2026-12-04', 'ahead')]);
  });
});
