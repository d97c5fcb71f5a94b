import { describe, expect, it } from 'vitest';
import { bleedBody, treatmentBody } from '#contracts/entries.ts';
import type { Entry, Treatment } from '#contracts/entries.ts';
import type { MonthView } from '#contracts/diary.ts';
import { movedEntry } from '../../../web/diary/entry/move-body.ts';

const view = { today: '2026-11-22', homeZone: 'Europe/London' } as MonthView;
const act = { mutationId: 'm-1', typedAt: '2026-11-20T07:31:00Z' };
const read = {
  id: 'dose-1',
  version: 1,
  source: 'web',
  typedAt: '2026-11-20T07:31:00Z',
  receivedAt: '2026-11-20T07:31:00Z',
  recordedBy: 'you',
  day: '2026-11-20',
} as const;
const treatment: Treatment = {
  ...read,
  kind: 'treatment',
  when: { local: '2026-11-20T07:30', zone: 'Europe/London' },
  at: '2026-11-20T07:30:00Z',
  product: { kind: 'catalogue', id: 'elocta' },
  productName: 'Elocta',
  containers: [
    { strength: 1000, count: 2, batch: { kind: 'known', number: 'AB12' }, expiresOn: '2028-01-31' },
  ],
  amount: { value: 2000, unit: 'IU', moiety: 'FVIII' },
  reason: 'prophylaxis',
  bleeds: [],
  place: 'home',
  fromHomeStock: true,
  batchMissing: false,
};
const bleed: Entry = {
  ...read,
  kind: 'bleed',
  site: 'knee',
  side: 'left',
  cause: 'trauma',
  severity: 1,
  pain: 3,
  startedAt: { local: '2026-11-20T07:00', zone: 'Europe/London' },
  sameAs: 'of-the-wrong-child',
};

describe('an entry for the wrong child', () => {
  it('goes to the other diary as it was, and says that it was moved', () => {
    const moved = movedEntry(view, treatment);
    expect(moved).toMatchObject({
      route: 'put-treatment',
      body: { moved: true, containers: treatment.containers, amount: treatment.amount, when: treatment.when },
    });
    expect(treatmentBody.safeParse({ ...moved?.body, ...act }).success).toBe(true);
  });

  it('names nothing of the diary it leaves', () => {
    const moved = movedEntry(view, bleed);
    expect(moved).toMatchObject({ route: 'put-bleed', body: { site: 'knee', pain: 3, moved: true } });
    expect(JSON.stringify(moved)).not.toContain('wrong-child');
    expect(bleedBody.safeParse({ ...moved?.body, ...act }).success).toBe(true);
    expect(movedEntry(view, { ...treatment, bleeds: ['of-the-wrong-child'] })).toBeUndefined();
  });
});
