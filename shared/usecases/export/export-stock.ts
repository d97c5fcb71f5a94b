import type { DiaryRecord } from '#contracts/export.ts';
import { addDays } from '#domain/calendar-day.ts';
import { localDay } from '#domain/local-time.ts';
import * as patterns from '#table/patterns.ts';
import type { Context } from '#usecases/ports/context.ts';
import { readRecalls } from '#usecases/stock/known-recalls.ts';
import { DRAWS_DAYS } from '#usecases/stock/entries-for-draws.ts';
import { movementOf } from '#usecases/stock/read-stock.ts';
import { datedDraws, rowsSeen } from '#usecases/stock/rows-seen.ts';
import { shelfRows } from '#usecases/stock/shelf.ts';
import { namesIn, storedEntries, type About } from './gather.ts';
import type { Span } from './span.ts';

/** What is at home now and what came and went in the span, as the reader may know it. */
export const exportStock = async (
  context: Context,
  about: About,
  { from, to }: Span,
): Promise<DiaryRecord['stock']> => {
  const { found, sight, marks } = about;
  const { centre, patient } = found;
  const today = localDay(context.now(), found.homeZone);
  const [recalls, movements, entries, rows] = await Promise.all([
    readRecalls(context.store, centre),
    context.store.queryAll(patterns.stockMovements(centre, patient, from, to)),
    // As far back as an opened container may have been begun.
    storedEntries(context, found, { from: addDays(today, -DRAWS_DAYS), to: today }),
    rowsSeen(context, found, about.rows, { marks, sight }),
  ]);
  const draws = datedDraws(sight.visible(entries));
  return {
    rows: shelfRows({ rows, recalls, today, draws }),
    movements: movements.map(({ item }) => movementOf(namesIn(about))(item)),
  };
};
