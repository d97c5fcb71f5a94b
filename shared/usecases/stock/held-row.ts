import type { DiaryIds } from '#usecases/diary/may-write.ts';
import { invalid, ok, type Result } from '#usecases/result.ts';
import { idsOf, rowAt, type Row, type SentRow, type Shelves } from './move-stock.ts';

/** The row as it is counted; refused where nobody put it into stock. */
export const heldRow = (shelves: Shelves, diary: DiaryIds, sent: SentRow): Result<Row> => {
  const row = rowAt(shelves, idsOf(diary, sent));
  return row?.stockedAt === undefined ? invalid('/batch', 'not-there') : ok(row);
};

/** A row as the movement names it. */
export const lineOf = ({ product, strength, batch, normalisedBatch }: Row, count: number) => ({
  product,
  strength,
  normalisedBatch,
  count,
  ...(batch === undefined ? {} : { batch }),
});
