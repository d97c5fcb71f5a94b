import type {
  CountedBody,
  DeliveredBody,
  StockRow,
  StockView,
  TakenBackBody,
  WarmedBody,
  WastedBody,
} from '#contracts/stock.ts';
import { normaliseBatch } from '#domain/batch.ts';
import type { Product } from '#domain/product.ts';
import { countTakenBack } from '#domain/stock/stock-balance.ts';
import type { Item } from '../state/outbox/item.ts';

type Named = Pick<StockRow, 'productId' | 'strength' | 'batch'>;

const keyOf = ({ productId, strength, batch }: Named): string =>
  [productId, String(strength), batch === undefined ? '' : normaliseBatch(batch)].join('/');

/** The rows with one of them changed; `undefined` where there is no such row and none is to be made. */
const changed = (
  rows: readonly StockRow[],
  named: Named,
  change: (row: StockRow) => StockRow,
  fresh?: StockRow,
): StockRow[] => {
  const isThere = rows.some((row) => keyOf(row) === keyOf(named));
  if (!isThere) return fresh === undefined ? [...rows] : [...rows, change(fresh)];
  return rows.map((row) => (keyOf(row) === keyOf(named) ? change(row) : row));
};

const emptyRow = (
  line: Named & { readonly expiresOn?: string | undefined },
  products: readonly Product[],
): StockRow | undefined => {
  const product = products.find(({ id }) => id === line.productId);
  if (product === undefined) return undefined;
  const { productId, strength, batch, expiresOn } = line;
  return {
    productId,
    productName: product.name,
    strength,
    unit: product.unit,
    count: 0,
    freshness: 'fine',
    mayBeWarm: false,
    ...(batch === undefined ? {} : { batch }),
    ...(expiresOn === undefined ? {} : { expiresOn, usableUntil: expiresOn }),
  };
};

/** The bodies are as this device's own forms made them, from the contract's types. */
function rowsAfter(
  rows: readonly StockRow[],
  item: Item,
  products: readonly Product[],
  movements: StockView['movements'],
): readonly StockRow[] {
  switch (item.route) {
    case 'put-delivered':
      return (item.body as unknown as DeliveredBody).lines.reduce<readonly StockRow[]>(
        (now, line) =>
          changed(now, line, (row) => ({ ...row, count: row.count + line.count }), emptyRow(line, products)),
        rows,
      );
    case 'put-counted':
      return (item.body as unknown as CountedBody).lines.reduce<readonly StockRow[]>(
        (now, line) => changed(now, line, (row) => ({ ...row, count: line.count }), emptyRow(line, products)),
        rows,
      );
    case 'put-wasted': {
      const body = item.body as unknown as WastedBody;
      return changed(rows, body, (row) => ({ ...row, count: row.count - body.count }));
    }
    case 'put-warmed': {
      const body = item.body as unknown as WarmedBody;
      return changed(rows, body, (row) => ({ ...row, roomTemperatureSince: body.on }));
    }
    case 'put-taken-back': {
      const { delivery } = item.body as unknown as TakenBackBody;
      const told = movements.find(({ id }) => id === delivery);
      const wasted = movements
        .filter(({ kind, on }) => kind === 'wasted' && told !== undefined && on >= told.on)
        .flatMap(({ lines }) => lines);
      return (told?.lines ?? []).reduce<readonly StockRow[]>((now, line) => {
        const since = wasted.filter((one) => keyOf(one) === keyOf(line)).reduce((n, one) => n + one.count, 0);
        return changed(now, line, (row) => ({
          ...row,
          count: countTakenBack(row.count, line.count, since),
        }));
      }, rows);
    }
    default:
      return rows;
  }
}

/**
 * The boxes at home as they will be once what waits on this device has been sent. How long they last and until when
 * they may be used is the server's to say, and stays as it was read.
 */
export const withPendingStock = (
  view: StockView,
  items: readonly Item[],
  products: readonly Product[],
): StockView => ({
  ...view,
  rows: [
    ...items.reduce<readonly StockRow[]>(
      (rows, item) => rowsAfter(rows, item, products, view.movements),
      view.rows,
    ),
  ],
});
