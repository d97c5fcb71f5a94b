import { normaliseBatch } from '#domain/batch.ts';
import { NEVER_S, type recall, type stock, type stockMovement } from '#table/entities/stock.ts';
import type { Stored } from '#table/entity.ts';
import { created } from '#table/item.ts';
import { heldBox, KNOWN_DELIVERY, KNOWN_RECALL } from '../examples/stock-bodies.ts';

interface Diary {
  readonly centre: string;
  readonly patient: string;
}

const LONG_AGO = '2026-01-01T00:00:00Z';
const stamp = created({ at: LONG_AGO, by: 'test', mutationId: 'seeded' });
const { productId: product, strength, batch } = heldBox;
const row = { product, strength, batch, normalisedBatch: normaliseBatch(batch) };

/** Boxes at home, so that some can be wasted or taken out of the refrigerator. */
export const stockOf = ({ centre, patient }: Diary): Stored<typeof stock> => ({
  centre,
  patient,
  ...row,
  count: 40,
  drawn: 0,
  stockedAt: LONG_AGO,
  ...stamp,
  expiresAt: NEVER_S,
});

/** A delivery that can be taken back. */
export const deliveryTo = ({ centre, patient }: Diary): Stored<typeof stockMovement> => ({
  centre,
  patient,
  movement: KNOWN_DELIVERY,
  kind: 'delivered',
  on: LONG_AGO.slice(0, 10),
  how: 'typed',
  lines: [{ ...row, count: 1 }],
  recordedBy: { account: 'somebody', staff: true },
  typedAt: LONG_AGO,
  ...stamp,
});

/** A recall of another batch, so that nothing is asked when the held one is recorded. */
export const recallAt = (centre: string): Stored<typeof recall> => ({
  centre,
  recall: KNOWN_RECALL,
  product,
  batch: 'RC 5511',
  normalisedBatch: normaliseBatch('RC 5511'),
  since: LONG_AGO.slice(0, 10),
  note: 'By the maker',
  ...stamp,
});
