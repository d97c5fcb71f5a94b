import { findProduct } from '#catalogue/catalogue.ts';
import type { Saved } from '#contracts/entries.ts';
import type { WastedBody } from '#contracts/stock.ts';
import { leftOf } from '#domain/stock/stock-balance.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import { invalid, ok, type Result } from '#usecases/result.ts';
import { heldRow, lineOf } from './held-row.ts';
import { moveStock } from './move-stock.ts';
import { nextRow } from './next-row.ts';

/** Containers that can't be used any more go out of the stock, with the reason. */
export const wasteStock = (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  { id, body }: { readonly id: string; readonly body: WastedBody },
): Promise<Result<Saved>> =>
  moveStock(
    context,
    caller,
    diary,
    { id, kind: 'wasted', body, named: [{ row: body, at: '' }], reason: body.reason, action: 'waste-stock' },
    (shelves) => {
      const row = heldRow(shelves, diary, body);
      if (!row.ok) return row;
      const left = leftOf(row.value, findProduct(body.productId), body.strength);
      if (body.count > left.count) return invalid('/count', 'too-much');
      // The opened one goes with the last.
      const drawn =
        body.count === left.count ? { drawn: 0, count: 0 } : { count: row.value.count - body.count };
      return ok({
        lines: [lineOf(row.value, body.count)],
        puts: [nextRow(shelves, diary, body, () => drawn)],
      });
    },
  );
