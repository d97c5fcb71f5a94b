import { findProduct } from '#catalogue/catalogue.ts';
import { leftOf } from '#domain/stock/stock-balance.ts';
import { NEVER_S, type stock } from '#table/entities/stock.ts';
import type { Fields } from '#table/entity.ts';
import { changed, created } from '#table/item.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import { idsOf, rowAt, type Moved, type Row, type SentRow, type Shelves } from './move-stock.ts';

/** Rows that have been used up for so long are taken off the shelves. */
const EMPTY_DAYS = 60;
const MOST_REMOVED = 20;
const DAY_MS = 86_400_000;

type Changing = 'count' | 'drawn' | 'expiresOn' | 'gtin' | 'roomTemperatureSince';
type Change = Partial<Pick<Fields<typeof stock>, Changing>>;

/** What a row becomes when it is counted from now on, or goes on being so. */
export const nextRow = (
  shelves: Shelves,
  diary: DiaryIds,
  sent: SentRow,
  change: (before: Row | undefined) => Change,
): Moved['puts'][number] => {
  const { stamp } = shelves;
  const ids = idsOf(diary, sent);
  // One that was never put into stock and is waiting to be removed is over all the same.
  const stored = shelves.rows.find((one) => one.product === ids.product && sameRow(one, ids));
  const before = rowAt(shelves, ids);
  const fields = {
    ...ids,
    ...(sent.batch === undefined ? {} : { batch: before?.batch ?? sent.batch }),
    count: before?.count ?? 0,
    drawn: before?.drawn ?? 0,
    ...(before?.expiresOn === undefined ? {} : { expiresOn: before.expiresOn }),
    ...(before?.gtin === undefined ? {} : { gtin: before.gtin }),
    ...(before?.roomTemperatureSince === undefined
      ? {}
      : { roomTemperatureSince: before.roomTemperatureSince }),
    ...change(before),
    stockedAt: before?.stockedAt ?? stamp.at,
  };
  return stored === undefined
    ? { item: { ...fields, ...created(stamp, NEVER_S) }, over: 'absent' }
    : {
        item: { ...created(stamp, NEVER_S), ...fields, ...changed(stored, stamp) },
        over: stored.version,
      };
};

const sameRow = (row: Row, ids: ReturnType<typeof idsOf>): boolean =>
  row.normalisedBatch === ids.normalisedBatch && row.strength === ids.strength;

/** Rows that have long been empty and are not named by this act. */
export const emptyRows = ({ rows, stamp }: Shelves, puts: Moved['puts']): Row[] => {
  const until = Date.parse(stamp.at) - EMPTY_DAYS * DAY_MS;
  const kept = new Set(
    puts.map(({ item }) => `${item.product}#${item.normalisedBatch}#${String(item.strength)}`),
  );
  return rows
    .filter(
      (row) =>
        row.stockedAt !== undefined &&
        Date.parse(row.updatedAt) < until &&
        leftOf(row, findProduct(row.product), row.strength).count === 0 &&
        !kept.has(`${row.product}#${row.normalisedBatch}#${String(row.strength)}`),
    )
    .slice(0, MOST_REMOVED);
};
