import { Temporal } from 'temporal-polyfill';
import { findProduct } from '#catalogue/catalogue.ts';
import type { Saved } from '#contracts/entries.ts';
import type { CountedBody } from '#contracts/stock.ts';
import { addDays } from '#domain/calendar-day.ts';
import { localDay } from '#domain/local-time.ts';
import { balanceOf, leftOf } from '#domain/stock/stock-balance.ts';
import { mergedDraws, type Draw } from '#domain/stock/stock-draws.ts';
import * as patterns from '#table/patterns.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import { ok, type Result } from '#usecases/result.ts';
import { drawnBy } from './draw-acts.ts';
import { idsOf, moveStock, rowAt, type Moved, type Shelves } from './move-stock.ts';
import { emptyRows, nextRow } from './next-row.ts';

type Line = CountedBody['lines'][number];

/** When it was counted: as the device says, but never later than now. A whole second, as entries have. */
const countedAt = (context: Context, body: CountedBody): string => {
  const [typed, now] = [Temporal.Instant.from(body.typedAt), context.now()];
  const at = Temporal.Instant.compare(typed, now) < 0 ? typed : now;
  return at.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString({ smallestUnit: 'second' });
};

/** What was taken after the count by treatments that are here already: an offline count comes late. */
const takenSince = async (
  context: Context,
  diary: DiaryIds,
  shelves: Shelves,
  at: string,
): Promise<Draw[]> => {
  const day = localDay(Temporal.Instant.from(at), shelves.state.homeZone);
  const today = localDay(context.now(), shelves.state.homeZone);
  const entries = await context.store.queryAll(
    patterns.entriesBetween(diary.centre, diary.patient, addDays(day, -1), addDays(today, 1)),
  );
  return mergedDraws(entries.flatMap(({ item }) => drawnBy(item, { stockCountedAt: at })));
};

const counted = (
  shelves: Shelves,
  diary: DiaryIds,
  body: CountedBody,
  taken: readonly Draw[],
): Pick<Moved, 'lines' | 'puts'> => {
  const takenFrom = (line: Line): Pick<Draw, 'count' | 'drawn'> => {
    const ids = idsOf(diary, line);
    const found = taken.find(
      (draw) =>
        draw.productId === ids.product &&
        draw.normalisedBatch === ids.normalisedBatch &&
        draw.strength === ids.strength,
    );
    return found ?? { count: 0, drawn: 0 };
  };
  const puts = body.lines.map((line) =>
    nextRow(shelves, diary, line, (before) => {
      const product = findProduct(line.productId);
      const since = takenFrom(line);
      const was = leftOf(
        { count: (before?.count ?? 0) + since.count, drawn: Math.max(0, (before?.drawn ?? 0) - since.drawn) },
        product,
        line.strength,
      );
      const opened = line.count > 0 && was.inOpened !== undefined ? { inOpened: was.inOpened } : {};
      const balance = balanceOf({ count: line.count, ...opened }, product, line.strength);
      return {
        count: balance.count - since.count,
        drawn: balance.drawn + since.drawn,
        ...(line.expiresOn === undefined ? {} : { expiresOn: line.expiresOn }),
      };
    }),
  );
  const lines = body.lines.map((line) => {
    const { product, strength, normalisedBatch } = idsOf(diary, line);
    const before = rowAt(shelves, idsOf(diary, line));
    const expected =
      before?.stockedAt === undefined
        ? undefined
        : leftOf(before, findProduct(product), strength).count + takenFrom(line).count;
    return {
      product,
      strength,
      normalisedBatch,
      count: line.count,
      ...(line.batch === undefined ? {} : { batch: line.batch }),
      ...(line.expiresOn === undefined ? {} : { expiresOn: line.expiresOn }),
      ...(expected === undefined ? {} : { expected }),
    };
  });
  return { lines, puts };
};

/** Somebody counted: from then on that is what was there, and what differs from the sums stays written down. */
export const countStock = (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  { id, body }: { readonly id: string; readonly body: CountedBody },
): Promise<Result<Saved>> =>
  moveStock(
    context,
    caller,
    diary,
    {
      id,
      kind: 'counted',
      body,
      named: body.lines.map((row, index) => ({ row, at: `/lines/${String(index)}` })),
      action: 'count-stock',
    },
    async (shelves) => {
      const at = countedAt(context, body);
      const moved = counted(shelves, diary, body, await takenSince(context, diary, shelves, at));
      return ok({ ...moved, removes: emptyRows(shelves, moved.puts), countedAt: at });
    },
  );
