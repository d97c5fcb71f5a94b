import { findProduct } from '#catalogue/catalogue.ts';
import type { MonthView } from '#contracts/diary.ts';
import type { HeldBatch } from '#contracts/stock.ts';
import { addDays } from '#domain/calendar-day.ts';
import type { Plan } from '#domain/plan.ts';
import type { Recalled } from '#domain/stock/recalled.ts';
import { leftOf } from '#domain/stock/stock-balance.ts';
import type { entry } from '#table/entities/diary.ts';
import type { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Mark, Sight } from '#usecases/withheld/sight.ts';
import type { Row } from './move-stock.ts';
import { DRAWS_DAYS } from './read-stock.ts';
import { datedDraws, rowsSeen, treatedOn } from './rows-seen.ts';
import { isOf, shelfRows, suppliesOf, type DatedDraw } from './shelf.ts';
import { heldBatches, stockNotices } from './stock-notices.ts';

/** What the month was read with. */
interface Read {
  readonly found: Stored<typeof state>;
  readonly rows: readonly Row[];
  readonly marks: readonly Mark[];
  readonly plans: readonly Plan[];
  readonly recalls: readonly Recalled[];
  readonly entries: readonly Stored<typeof entry>[];
}

const isOpen = (row: Row): boolean =>
  row.stockedAt !== undefined && leftOf(row, findProduct(row.product), row.strength).inOpened !== undefined;

/**
 * Where a pen is open, what was taken up to today, however far back the month lies: a pen that was forgotten was begun
 * before the month, and a past month doesn't hold what was taken since.
 */
const entriesForDraws = async (
  { store }: Pick<Context, 'store'>,
  { found: { centre, patient }, rows, entries }: Read,
  today: string,
): Promise<Read['entries']> => {
  if (!rows.some(isOpen)) return entries;
  const [from, to] = [addDays(today, -DRAWS_DAYS), addDays(today, 1)];
  const found = await store.queryAll(patterns.entriesBetween(centre, patient, from, to));
  return found.map(({ item }) => item);
};

/**
 * What treatments in sight name and is used up: a page that remembers batches from them leaves it out. Below nothing the
 * count is wrong, and the batch is there.
 */
const usedUp = (rows: readonly Row[], draws: readonly DatedDraw[]): HeldBatch[] =>
  rows.flatMap((row): HeldBatch[] => {
    const { product: productId, strength, batch, stockedAt } = row;
    const product = findProduct(productId);
    return product === undefined ||
      batch === undefined ||
      stockedAt === undefined ||
      leftOf(row, product, strength).count !== 0 ||
      !draws.some((draw) => isOf(row, draw))
      ? []
      : [{ productId, strength, unit: product.unit, batch, count: 0, recalled: false }];
  });

/** The batches at home and what is to be said of them, beside a month; nothing where nobody counts them. */
export const stockOfMonth = async (
  context: Pick<Context, 'store'>,
  read: Read,
  { sight, today }: { readonly sight: Sight; readonly today: string },
): Promise<Pick<MonthView, 'stock' | 'stockNotices'>> => {
  if (!read.rows.some(({ stockedAt }) => stockedAt !== undefined)) return {};
  const rows = await rowsSeen(context, read.found, read.rows, { marks: read.marks, sight });
  const entries = sight.visible(read.entries);
  const draws = datedDraws(sight.visible(await entriesForDraws(context, read, today)));
  const shelf = shelfRows({ rows, recalls: read.recalls, today, draws });
  const supplies = suppliesOf(rows, shelf, {
    plans: read.plans,
    today,
    treatedToday: treatedOn(entries, today),
  });
  return {
    stock: [...heldBatches(shelf), ...usedUp(rows, datedDraws(entries))],
    stockNotices: stockNotices(shelf, supplies),
  };
};
