import type { RecallContactBody } from '#contracts/recall.ts';
import type {
  CountedBody,
  DeliveredBody,
  RecallBody,
  TakenBackBody,
  WarmedBody,
  WastedBody,
} from '#contracts/stock.ts';
import { addDays } from '#domain/calendar-day.ts';
import type { About } from './example.ts';

/** A batch that every test's diary may hold, apart from the one that treatments are recorded with. */
export const heldBox = { productId: 'elocta', strength: 2000, batch: 'HB-77 01' } as const;

const told = ({ act, today }: About) => ({
  mutationId: act,
  typedAt: `${addDays(today, -1)}T20:00:00Z`,
  on: addDays(today, -1),
  passed: ['counted-since'],
});

export const deliveredBody = (about: About): DeliveredBody => ({
  ...told(about),
  how: 'typed',
  lines: [{ ...heldBox, count: 10, expiresOn: addDays(about.today, 300) }],
});

export const countedBody = (about: About): CountedBody => ({
  ...told(about),
  lines: [{ ...heldBox, count: 7 }],
});

export const wastedBody = (about: About): WastedBody => ({
  ...told(about),
  ...heldBox,
  count: 1,
  reason: 'broken',
});

export const warmedBody = (about: About): WarmedBody => ({ ...told(about), ...heldBox });

/** A delivery that every test's diary has. */
export const KNOWN_DELIVERY = 'known-delivery';

export const takenBackBody = (about: About): TakenBackBody => ({
  ...told(about),
  delivery: KNOWN_DELIVERY,
});

/** A recall that every test's centre has. */
export const KNOWN_RECALL = 'known-recall';

export const recallContactBody = ({ act }: About): RecallContactBody => ({
  mutationId: act,
  state: 'phoned',
  note: 'Will bring the boxes back.',
});

export const recallBody = ({ act, today }: About): RecallBody => ({
  mutationId: act,
  productId: 'elocta',
  batch: 'RC 5512',
  since: today,
  note: 'The maker calls it back.',
  ended: false,
});
