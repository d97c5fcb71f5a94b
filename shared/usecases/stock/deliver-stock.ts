import type { Saved } from '#contracts/entries.ts';
import type { DeliveredBody } from '#contracts/stock.ts';
import { daysBetween } from '#domain/calendar-day.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import { localDayOf } from '#domain/local-time.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { idsOf, moveStock, type Moved, type Shelves } from './move-stock.ts';
import { emptyRows, nextRow } from './next-row.ts';

/** Asked where boxes came before the last stock-take: they may be in that count already. */
const COUNTED_SINCE = 'counted-since';
/** As of treatments: a day of the wrong month, or year, is easily typed. */
const LONG_AGO = 'long-ago';

const earlier = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

/** What is unlikely about the day, and was not passed yet. By when it was typed: waiting on a phone makes nothing old. */
const questionsOf = ({ state }: Shelves, { on, typedAt, passed }: DeliveredBody): string[] => {
  const { stockCountedAt, homeZone } = state;
  const age = daysBetween(on, localDayOf(typedAt, homeZone));
  return [
    ...(age > defaultPolicy.askOlderThanDays ? [LONG_AGO] : []),
    ...(stockCountedAt !== undefined && on < localDayOf(stockCountedAt, homeZone) ? [COUNTED_SINCE] : []),
  ].filter((code) => !passed.includes(code));
};

const delivered = (shelves: Shelves, diary: DiaryIds, body: DeliveredBody): Result<Moved> => {
  const asked = questionsOf(shelves, body);
  if (asked.length > 0)
    return fail('question', { questions: asked.map((reason) => ({ pointer: '/on', reason })) });
  const puts = body.lines.map((line) =>
    nextRow(shelves, diary, line, (before) => {
      // Two dates for one batch: the earlier one is the safer one until somebody counts.
      const expiresOn = earlier(before?.expiresOn, line.expiresOn);
      return {
        count: (before?.count ?? 0) + line.count,
        ...(expiresOn === undefined ? {} : { expiresOn }),
        ...(line.gtin === undefined ? {} : { gtin: line.gtin }),
      };
    }),
  );
  const lines = body.lines.map((line) => {
    const { product, strength, normalisedBatch } = idsOf(diary, line);
    const { batch, count, expiresOn, gtin } = line;
    return {
      product,
      strength,
      normalisedBatch,
      count,
      ...(batch === undefined ? {} : { batch }),
      ...(expiresOn === undefined ? {} : { expiresOn }),
      ...(gtin === undefined ? {} : { gtin }),
    };
  });
  return ok({ lines, puts, removes: emptyRows(shelves, puts) });
};

/** Boxes arrived: they are added to what is at home. */
export const deliverStock = (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  { id, body }: { readonly id: string; readonly body: DeliveredBody },
): Promise<Result<Saved>> =>
  moveStock(
    context,
    caller,
    diary,
    {
      id,
      kind: 'delivered',
      body,
      how: body.how,
      named: body.lines.map((row, index) => ({ row, at: `/lines/${String(index)}` })),
      action: 'deliver-stock',
    },
    (shelves) => delivered(shelves, diary, body),
  );
