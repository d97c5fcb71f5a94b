import { findProduct } from '#catalogue/catalogue.ts';
import { addDays } from '#domain/calendar-day.ts';
import { leftOf } from '#domain/stock/stock-balance.ts';
import type { entry } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Row } from './move-stock.ts';

/** Far enough to see when an opened pen was begun. */
export const DRAWS_DAYS = 62;

type Entry = Stored<typeof entry>;

const isOpen = (row: Row): boolean =>
  row.stockedAt !== undefined && leftOf(row, findProduct(row.product), row.strength).inOpened !== undefined;

/**
 * The entries that tell when a pen was begun: those at hand, or, where a pen is open, what was taken up to today. A pen
 * that was forgotten was begun before whatever is looked at, and a past month doesn't hold what was taken since.
 */
export const entriesForDraws = async (
  { store }: Pick<Context, 'store'>,
  { centre, patient }: DiaryIds,
  { rows, entries }: { readonly rows: readonly Row[]; readonly entries: readonly Entry[] },
  today: string,
): Promise<readonly Entry[]> => {
  if (!rows.some(isOpen)) return entries;
  const [from, to] = [addDays(today, -DRAWS_DAYS), addDays(today, 1)];
  const found = await store.queryAll(patterns.entriesBetween(centre, patient, from, to));
  return found.map(({ item }) => item);
};
