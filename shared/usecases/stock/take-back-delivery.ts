import type { Saved } from '#contracts/entries.ts';
import type { TakenBackBody } from '#contracts/stock.ts';
import { addDays } from '#domain/calendar-day.ts';
import { countTakenBack } from '#domain/stock/stock-balance.ts';
import { NO_BATCH } from '#domain/stock/stock-draws.ts';
import { stockMovement } from '#table/entities/stock.ts';
import type { Stored } from '#table/entity.ts';
import { changed } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
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

/** Around the day of a delivery: when what was thrown away of it may be dated. */
const WASTED_DAYS = 366;

/** What was thrown away after the delivery was told. */
const wastedSince = async (
  { store }: Pick<Context, 'store'>,
  { centre, patient, on, createdAt }: Delivery,
): Promise<readonly MovementLine[]> => {
  const [from, to] = [addDays(on, -WASTED_DAYS), addDays(on, WASTED_DAYS)];
  const found = await store.queryAll(patterns.stockMovements(centre, patient, from, to));
  return found.flatMap(({ item }) =>
    item.kind === 'wasted' && item.createdAt >= createdAt ? item.lines : [],
  );
};

const isSameRow = (one: MovementLine, other: MovementLine): boolean =>
  one.product === other.product &&
  one.strength === other.strength &&
  one.normalisedBatch === other.normalisedBatch;

const takenBack = async (
  context: Pick<Context, 'store'>,
  shelves: Shelves,
  diary: DiaryIds,
  { delivery, by }: { readonly delivery: Delivery; readonly by: string },
): Promise<Moved> => {
  const { stockCountedAt } = shelves.state;
  // Whoever counted after it was told saw what there truly was: that stays.
  const isCounted = stockCountedAt !== undefined && stockCountedAt > delivery.createdAt;
  const wasted = isCounted ? [] : await wastedSince(context, delivery);
  const wastedOf = (line: MovementLine): number =>
    wasted.filter((one) => isSameRow(one, line)).reduce((sum, one) => sum + one.count, 0);
  const puts = isCounted
    ? []
    : delivery.lines.map((line) =>
        nextRow(shelves, diary, sentRow(line), (before) => ({
          count: countTakenBack(before?.count ?? 0, line.count, wastedOf(line)),
        })),
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
      return ok(await takenBack(context, shelves, diary, { delivery: found, by: id }));
    },
  );
