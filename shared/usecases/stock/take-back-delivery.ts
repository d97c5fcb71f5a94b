import type { Saved } from '#contracts/entries.ts';
import type { TakenBackBody } from '#contracts/stock.ts';
import { NO_BATCH } from '#domain/stock/stock-draws.ts';
import { stockMovement } from '#table/entities/stock.ts';
import type { Stored } from '#table/entity.ts';
import { changed } from '#table/item.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { invalid, ok, type Result } from '#usecases/result.ts';
import { moveStock, type Moved, type MovementLine, type Shelves } from './move-stock.ts';
import { nextRow } from './next-row.ts';

type Delivery = Stored<typeof stockMovement>;

const sentRow = ({ product, strength, batch, normalisedBatch }: MovementLine) => ({
  productId: product,
  strength,
  ...(normalisedBatch === NO_BATCH ? {} : { batch: batch ?? normalisedBatch }),
});

/** The delivery as told is kept; it only carries from then on what took it back. */
const marked = (delivery: Delivery, by: string, { stamp }: Shelves): Act => ({
  act: 'put',
  label: 'delivery',
  entity: stockMovement,
  item: { ...delivery, takenBack: by, ...changed(delivery, stamp) },
  over: delivery.version,
});

const takenBack = (shelves: Shelves, diary: DiaryIds, delivery: Delivery, by: string): Moved => {
  const { stockCountedAt } = shelves.state;
  // Whoever counted after it was told saw what there truly was: that stays.
  const isCounted = stockCountedAt !== undefined && stockCountedAt > delivery.createdAt;
  const puts = isCounted
    ? []
    : delivery.lines.map((line) =>
        nextRow(shelves, diary, sentRow(line), (before) => ({ count: (before?.count ?? 0) - line.count })),
      );
  return { lines: delivery.lines, puts, acts: [marked(delivery, by, shelves)] };
};

/**
 * A delivery was told wrongly: what it added goes out again, and both stay in the history. To correct one is to take it
 * back and tell it as it was.
 */
export const takeBackDelivery = (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  { id, body }: { readonly id: string; readonly body: TakenBackBody },
): Promise<Result<Saved>> =>
  moveStock(
    context,
    caller,
    diary,
    { id, kind: 'taken-back', body, named: [], action: 'take-back-delivery' },
    async (shelves) => {
      const found = await context.store.get(
        stockMovement,
        stockMovement.key({ ...diary, movement: body.delivery }),
      );
      if (found?.kind !== 'delivered') return invalid('/delivery', 'not-there');
      if (found.takenBack !== undefined) return invalid('/delivery', 'taken-back');
      return ok(takenBack(shelves, diary, found, id));
    },
  );
