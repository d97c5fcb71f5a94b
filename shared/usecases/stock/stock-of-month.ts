import { findProduct } from '#catalogue/catalogue.ts';
import type { MonthView } from '#contracts/diary.ts';
import type { HeldBatch } from '#contracts/stock.ts';
import type { Plan } from '#domain/plan.ts';
import type { Recalled } from '#domain/stock/recalled.ts';
import { leftOf } from '#domain/stock/stock-balance.ts';
import type { entry } from '#table/entities/diary.ts';
import type { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Mark, Sight } from '#usecases/withheld/sight.ts';
import { entriesForDraws } from './entries-for-draws.ts';
import type { Row } from './move-stock.ts';
import { datedDraws, rowsSeen, treatedOn } from './rows-seen.ts';
import { shelfRows, suppliesOf } from './shelf.ts';
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

/**
 * What is used up: a page that remembers batches leaves it out, and asks where it is typed. Below nothing the count is
 * wrong, and the batch is there.
 */
const usedUp = (rows: readonly Row[]): HeldBatch[] =>
  rows.flatMap((row): HeldBatch[] => {
    const { product: productId, strength, batch, stockedAt } = row;
    const product = findProduct(productId);
    if (product === undefined || stockedAt === undefined) return [];
    if (leftOf(row, product, strength).count !== 0) return [];
    const held = { productId, strength, unit: product.unit, count: 0, recalled: false };
    return [batch === undefined ? held : { ...held, batch }];
  });

/** The batches at home and what is to be said of them, beside a month; nothing where nobody counts them. */
export const stockOfMonth = async (
  context: Pick<Context, 'store'>,
  read: Read,
  { sight, today }: { readonly sight: Sight; readonly today: string },
): Promise<Pick<MonthView, 'stock' | 'stockCountedAt' | 'stockNotices'>> => {
  if (!read.rows.some(({ stockedAt }) => stockedAt !== undefined)) return {};
  const rows = await rowsSeen(context, read.found, read.rows, { marks: read.marks, sight });
  const entries = sight.visible(read.entries);
  const draws = datedDraws(sight.visible(await entriesForDraws(context, read.found, read, today)));
  const shelf = shelfRows({ rows, recalls: read.recalls, today, draws });
  const supplies = suppliesOf(rows, shelf, {
    plans: read.plans,
    today,
    treatedToday: treatedOn(entries, today),
  });
  return {
    stock: [...heldBatches(shelf), ...usedUp(rows)],
    ...(read.found.stockCountedAt === undefined ? {} : { stockCountedAt: read.found.stockCountedAt }),
    stockNotices: stockNotices(shelf, supplies),
  };
};
