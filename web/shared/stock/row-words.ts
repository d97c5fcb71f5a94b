import type { StockRow } from '#contracts/stock.ts';
import { formatAmount } from '#domain/format-amount.ts';
import { isolated } from '../words/isolated.ts';
import { stockWords as words } from '../words/en/stock.ts';

type Boxes = Pick<StockRow, 'strength' | 'unit' | 'batch'>;

/** `2,000 IU`. */
export const amountOf = (value: number, unit: StockRow['unit']): string => formatAmount({ value, unit });

/** `2,000 IU, batch AB12`. */
export const rowWords = ({ strength, unit, batch }: Boxes): string =>
  batch === undefined
    ? words.rowNoBatch(amountOf(strength, unit))
    : words.row(batch, amountOf(strength, unit));

/** With the product before it. */
export const wholeRow = (row: Boxes & Pick<StockRow, 'productName'>): string =>
  `${isolated(row.productName)} ${rowWords(row)}`;
