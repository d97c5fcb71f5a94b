import type { MonthView } from '#contracts/diary.ts';
import type { Plan } from '#domain/plan.ts';
import type { Recalled } from '#domain/stock/recalled.ts';
import type { entry } from '#table/entities/diary.ts';
import type { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Mark, Sight } from '#usecases/withheld/sight.ts';
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

/** The batches at home and what is to be said of them, beside a month; nothing where nobody counts them. */
export const stockOfMonth = async (
  context: Pick<Context, 'store'>,
  read: Read,
  { sight, today }: { readonly sight: Sight; readonly today: string },
): Promise<Pick<MonthView, 'stock' | 'stockNotices'>> => {
  if (!read.rows.some(({ stockedAt }) => stockedAt !== undefined)) return {};
  const rows = await rowsSeen(context, read.found, read.rows, { marks: read.marks, sight });
  const entries = sight.visible(read.entries);
  const shelf = shelfRows({ rows, recalls: read.recalls, today, draws: datedDraws(entries) });
  const supplies = suppliesOf(rows, shelf, {
    plans: read.plans,
    today,
    treatedToday: treatedOn(entries, today),
  });
  return { stock: heldBatches(shelf), stockNotices: stockNotices(shelf, supplies) };
};
