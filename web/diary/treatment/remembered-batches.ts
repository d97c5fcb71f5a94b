import type { MonthView } from '#contracts/diary.ts';
import type { Batch } from '#contracts/entries.ts';
import type { HeldBatch } from '#contracts/stock.ts';
import { normaliseBatch } from '#domain/batch.ts';
import type { Unit } from '#domain/product.ts';

/** A batch that is, or was lately, in this home. */
export interface RememberedBatch {
  readonly strength: number;
  /** As it was typed, scanned or delivered; empty where the product has none. */
  readonly batch: string;
  /** The last day it may be used: earlier than `printed` where it was opened or has been out of the refrigerator. */
  readonly expiresOn?: string | undefined;
  /** What the pack says, which is what an entry keeps. */
  readonly printed?: string | undefined;
  /** How many the stock says are left; absent where only an earlier entry tells of the batch. */
  readonly count?: number | undefined;
  readonly recalled: boolean;
  /** The container that several doses come out of and that is begun: what is still in it, and since when. */
  readonly opened?: (NonNullable<HeldBatch['opened']> & { readonly unit: Unit }) | undefined;
}

interface StockLine {
  readonly productId: string;
  readonly strength: number;
  /** Missing from what a device kept of an earlier version. */
  readonly unit?: Unit | undefined;
  /** Missing where the product has none. */
  readonly batch?: string | undefined;
  readonly expiresOn?: string | undefined;
  /** Earlier than `expiresOn` where the box has been out of the refrigerator or was opened. */
  readonly usableUntil?: string | undefined;
  readonly count: number;
  readonly opened?: HeldBatch['opened'];
  readonly recalled: boolean;
}

interface Known extends Pick<MonthView, 'entries' | 'lastTreatment'> {
  readonly stock?: readonly StockLine[] | undefined;
}

interface Container {
  readonly strength: number;
  readonly batch: Batch;
  readonly expiresOn?: string | undefined;
}

/** One key for a batch however it was typed, and for the strength it is kept in. */
export const batchKey = (strength: number | string, batch: string): string =>
  `${String(Number(strength))}-${normaliseBatch(batch).toLowerCase()}`;

/** A line of the stock as a box to choose. */
export const rememberedBox = (line: StockLine): RememberedBatch => {
  const { strength, unit, batch = '', expiresOn, usableUntil, count, opened, recalled } = line;
  return {
    strength,
    batch,
    expiresOn: usableUntil ?? expiresOn,
    printed: expiresOn,
    count,
    recalled,
    ...(opened === undefined || unit === undefined ? {} : { opened: { ...opened, unit } }),
  };
};

const fromContainer = ({ strength, batch, expiresOn }: Container): RememberedBatch[] =>
  batch.kind === 'known'
    ? [{ strength, batch: batch.number, expiresOn, printed: expiresOn, recalled: false }]
    : [];

/** What entries tell: the newest first, so that it wins over an older spelling. */
function fromEntries({ entries, lastTreatment }: Known, productId: string): RememberedBatch[] {
  const given = entries
    .flatMap((entry) => (entry.kind === 'treatment' && entry.voided === undefined ? [entry] : []))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  return [...(lastTreatment === undefined ? [] : [lastTreatment]), ...given]
    .filter(({ product }) => product.kind === 'catalogue' && product.id === productId)
    .flatMap(({ containers }) => containers.flatMap(fromContainer));
}

/**
 * The pen that is open first; expired ones and those without a date last: nobody knows of those which is nearest.
 */
const order = ({ expiresOn, opened, recalled }: RememberedBatch, today: string): string => {
  if (expiresOn !== undefined && expiresOn < today) return `9${expiresOn}`;
  const day = expiresOn ?? '8';
  return opened === undefined || recalled ? day : `0${day}`;
};

/**
 * The batches of a product that a person may have used, what is open first, then nearest expiry: from the stock at home
 * where it is kept, and from recent entries. What the stock says is used up is left out.
 */
export function rememberedBatches(
  view: Known & { readonly today: string },
  productId: string,
): readonly RememberedBatch[] {
  const stock = (view.stock ?? []).filter((line) => line.productId === productId).map(rememberedBox);
  const all = new Map<string, RememberedBatch>();
  for (const one of [...stock, ...fromEntries(view, productId)]) {
    const key = batchKey(one.strength, one.batch);
    if (!all.has(key)) all.set(key, one);
  }
  return [...all.values()]
    .filter(({ count }) => count === undefined || count > 0)
    .sort((a, b) => (order(a, view.today) < order(b, view.today) ? -1 : 1));
}

/**
 * The box to start from when a treatment is repeated: the one used last, unless the stock says that it is used up or
 * called back and another of the same strength is there. It is shown before it is saved, never taken silently.
 */
export function boxToStartFrom(
  view: Known & { readonly today: string },
  productId: string,
  last: { readonly strength: number; readonly batch: string },
): RememberedBatch | undefined {
  const known = rememberedBatches(view, productId).filter(({ strength }) => strength === last.strength);
  const own = known.find(
    ({ strength, batch }) => batchKey(strength, batch) === batchKey(last.strength, last.batch),
  );
  const inStock = known.filter(({ count, recalled }) => count !== undefined && !recalled);
  if (own !== undefined && !own.recalled && (own.count !== undefined || inStock.length === 0)) return own;
  return inStock.find(({ expiresOn }) => expiresOn === undefined || expiresOn >= view.today) ?? own;
}
