import type { HeldBatch, StockNotice, StockRow, Supply } from '#contracts/stock.ts';

const batchOf = ({ batch }: StockRow) => (batch === undefined ? {} : { batch });

/** What is to be said of the stock, the most urgent first: called back, over, running out, soon over. */
export const stockNotices = (shelf: readonly StockRow[], supplies: readonly Supply[]): StockNotice[] => {
  const there = shelf.filter(({ count }) => count > 0);
  const ending = (freshness: 'over' | 'soon'): StockNotice[] =>
    there.flatMap((row) =>
      row.freshness === freshness && row.usableUntil !== undefined
        ? [{ kind: freshness, productName: row.productName, ...batchOf(row), on: row.usableUntil }]
        : [],
    );
  return [
    ...there.flatMap((row): StockNotice[] =>
      row.recalled === undefined
        ? []
        : [{ kind: 'recalled', productName: row.productName, batch: row.batch ?? '' }],
    ),
    ...ending('over'),
    ...supplies.flatMap(({ productName, low, runsOutOn }): StockNotice[] =>
      low && runsOutOn !== undefined ? [{ kind: 'low', productName, runsOutOn }] : [],
    ),
    ...ending('soon'),
  ];
};

const LAST = '9999-12-31';

/** The batches a treatment can be recorded with, nearest last day first. */
export const heldBatches = (shelf: readonly StockRow[]): HeldBatch[] =>
  shelf
    .flatMap(
      ({
        batch,
        count,
        productId,
        strength,
        unit,
        gtin,
        expiresOn,
        usableUntil,
        opened,
        recalled,
      }): HeldBatch[] =>
        count <= 0
          ? []
          : [
              {
                productId,
                strength,
                unit,
                ...(batch === undefined ? {} : { batch }),
                count,
                ...(gtin === undefined ? {} : { gtin }),
                ...(expiresOn === undefined ? {} : { expiresOn }),
                ...(usableUntil === undefined ? {} : { usableUntil }),
                ...(opened === undefined ? {} : { opened }),
                recalled: recalled !== undefined,
              },
            ],
    )
    .sort((a, b) => (a.usableUntil ?? LAST).localeCompare(b.usableUntil ?? LAST));
