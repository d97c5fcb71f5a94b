import { findProduct } from '#catalogue/catalogue.ts';
import type { Saved } from '#contracts/entries.ts';
import type { WarmedBody } from '#contracts/stock.ts';
import { leftOf } from '#domain/stock/stock-balance.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import { invalid, ok, type Result } from '#usecases/result.ts';
import { heldRow, lineOf } from './held-row.ts';
import { moveStock } from './move-stock.ts';
import { nextRow } from './next-row.ts';

/** Containers left the refrigerator for good. Once is allowed, so the first day stays. */
export const warmStock = (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  { id, body }: { readonly id: string; readonly body: WarmedBody },
): Promise<Result<Saved>> =>
  moveStock(
    context,
    caller,
    diary,
    { id, kind: 'warmed', body, named: [{ row: body, at: '' }], action: 'warm-stock' },
    (shelves) => {
      if (findProduct(body.productId)?.roomTemperatureMonths === undefined)
        return invalid('/productId', 'not-in-list');
      const row = heldRow(shelves, diary, body);
      if (!row.ok) return row;
      const first = row.value.roomTemperatureSince ?? body.on;
      const roomTemperatureSince = first < body.on ? first : body.on;
      const { count } = leftOf(row.value, findProduct(body.productId), body.strength);
      return ok({
        lines: [lineOf(row.value, Math.max(0, count))],
        puts: [nextRow(shelves, diary, body, () => ({ roomTemperatureSince }))],
      });
    },
  );
