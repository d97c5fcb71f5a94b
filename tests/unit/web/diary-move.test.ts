import { describe, expect, it } from 'vitest';
import type { Entry, Treatment } from '#contracts/entries.ts';
import type { MonthView } from '#contracts/diary.ts';
import { movable } from '../../../web/diary/entry/move-body.ts';

const view = { today: '2026-11-22', homeZone: 'Europe/London', entries: [] as Entry[] } as MonthView;
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
  id: 'bleed-1',
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
  const holding = (...entries: readonly Entry[]) => ({ ...view, entries: [...entries] });

  it('may take along the bleeds that it is for', () => {
    const given = { ...treatment, bleeds: ['bleed-1'] };
    expect(movable(holding(given, bleed), given)).toEqual({ kind: 'treatment', others: ['bleed-1'] });
    expect(movable(holding(treatment), treatment)).toEqual({ kind: 'treatment', others: [] });
  });

  it('takes along no bleed that has gone before it', () => {
    const given = { ...treatment, bleeds: [bleed.id] };
    const gone = {
      ...bleed,
      voided: { at: given.at, reason: 'Moved to another diary', moved: true as const },
    };
    expect(movable(holding(given, gone), given)).toEqual({ kind: 'treatment', others: [] });
  });

  it('may take along the treatments that it had, and none that was removed', () => {
    const given = { ...treatment, bleeds: [bleed.id] };
    const removed = { ...given, id: 'removed', voided: { at: given.at, reason: 'Twice' } };
    expect(movable(holding(bleed, given, removed), bleed)).toEqual({ kind: 'bleed', others: [given.id] });
  });

  it('stays where it answers for one diary’s own days', () => {
    const { id, version, source, typedAt, receivedAt, recordedBy } = read;
    const common = { id, version, source, typedAt, receivedAt, recordedBy };
    const confirmed: Entry = {
      ...common,
      kind: 'confirmation',
      from: '2026-11-20',
      to: '2026-11-20',
      answers: ['no-bleeds'],
    };
    expect(movable(holding(confirmed), confirmed)).toBeUndefined();
  });
});
