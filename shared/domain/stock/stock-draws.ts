import { sumExactly } from '../amount.ts';
import { normaliseBatch } from '../batch.ts';
import type { Product } from '../product.ts';
import { contentOf, isMultiDose, type Balance } from './stock-balance.ts';

/** The batch that products without a batch number are counted under. */
export const NO_BATCH = '-';

/** Which containers: those of one product, batch and strength. A batch typed with another strength is another row. */
export interface StockRow {
  readonly productId: string;
  readonly normalisedBatch: string;
  readonly strength: number;
}

/** What a treatment takes out of the home stock. */
export interface Draw extends StockRow, Balance {
  /** As it was typed or scanned; missing where the product has none. */
  readonly batch?: string;
}

/** The part of a treatment that says what was taken from where. */
export interface TreatmentUse {
  readonly product: { readonly kind: 'catalogue'; readonly id: string } | { readonly kind: 'other' };
  readonly containers: readonly {
    readonly strength: number;
    readonly count: number;
    readonly batch:
      | { readonly kind: 'known'; readonly number: string }
      | { readonly kind: 'unknown' }
      | { readonly kind: 'not-needed' };
  }[];
  readonly amount: { readonly value: number };
  readonly fromHomeStock: boolean;
}

const rowKey = ({ productId, normalisedBatch, strength }: StockRow): string =>
  `${productId}#${normalisedBatch}#${String(strength)}`;

/**
 * What a treatment takes from the stock at home, each row once. Single-dose containers go whole, however much went in;
 * from multi-dose ones goes the amount, shared among the lines by what they can hold. A batch that is not known takes
 * nothing: the next stock-take finds it.
 */
export function drawsOf(use: TreatmentUse, product: Product | undefined): Draw[] {
  const { product: of, containers, amount, fromHomeStock } = use;
  if (!fromHomeStock || of.kind === 'other') return [];
  const multiDose = isMultiDose(product);
  const room = containers.map(({ strength, count }) => contentOf(product, strength) * count);
  const shares = multiDose ? shared(amount.value, room) : room.map(() => 0);
  const lines = containers.flatMap(({ strength, count, batch }, index): Draw[] =>
    batch.kind === 'unknown'
      ? []
      : [
          {
            productId: of.id,
            normalisedBatch: batch.kind === 'known' ? normaliseBatch(batch.number) : NO_BATCH,
            strength,
            ...(batch.kind === 'known' ? { batch: batch.number } : {}),
            count: multiDose ? 0 : count,
            drawn: shares[index] ?? 0,
          },
        ],
  );
  return mergedDraws(lines);
}

/** Splits a value in proportion to what each part can hold; the parts add up to it exactly. */
function shared(value: number, room: readonly number[]): number[] {
  const total = sumExactly(room);
  let [left, roomLeft] = [value, total];
  return room.map((part, index) => {
    const share =
      index === room.length - 1 ? left : Math.round((left * part * SCALE) / (roomLeft || 1)) / SCALE;
    left = sumExactly([left, -share]);
    roomLeft = sumExactly([roomLeft, -part]);
    return share;
  });
}
const SCALE = 1000;

/** Several draws with each row once: one act may record several treatments. */
export function mergedDraws(draws: readonly Draw[]): Draw[] {
  const rows = new Map<string, Draw>();
  for (const draw of draws) {
    const before = rows.get(rowKey(draw));
    rows.set(rowKey(draw), {
      ...draw,
      count: draw.count + (before?.count ?? 0),
      drawn: sumExactly([draw.drawn, before?.drawn ?? 0]),
    });
  }
  return [...rows.values()];
}

/**
 * What has to be taken in addition when a treatment that took `before` is made to take `after`: voiding gives all back
 * (`after` empty). Rows that stay the same are left out.
 */
export function drawChange(before: readonly Draw[], after: readonly Draw[]): Draw[] {
  const earlier = new Map(before.map((draw) => [rowKey(draw), draw]));
  const later = new Map(after.map((draw) => [rowKey(draw), draw]));
  const keys = [...new Set([...earlier.keys(), ...later.keys()])];
  return keys.flatMap((name) => {
    const [was, is] = [earlier.get(name), later.get(name)];
    const row = is ?? was;
    if (row === undefined) return [];
    const count = (is?.count ?? 0) - (was?.count ?? 0);
    const drawn = sumExactly([is?.drawn ?? 0, -(was?.drawn ?? 0)]);
    return count === 0 && drawn === 0 ? [] : [{ ...row, count, drawn }];
  });
}

/**
 * The day the opened container was begun, from the draws of that row, oldest first: going back from the newest, the
 * one by which the opened container had given nothing yet. `undefined` where the draws don't reach that far back.
 */
export function openedOn(
  draws: readonly { readonly day: string; readonly drawn: number }[],
  usedOfOpened: number,
): string | undefined {
  let used = 0;
  for (const { day, drawn } of draws.toReversed()) {
    used = sumExactly([used, drawn]);
    if (used >= usedOfOpened) return day;
  }
  return undefined;
}
