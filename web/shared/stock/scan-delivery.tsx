import type { VNode } from 'preact';
import type { ListedProduct } from 'virtual:products';
import type { Movement, StockRow } from '#contracts/stock.ts';
import { boxName, eachBoxOnce } from '../scan/known-box.ts';
import { ScanButton } from '../scan/scan-button.tsx';
import { scanWords as words } from '../words/en/scan.ts';
import type { DeliveryValues } from './delivery-values.ts';

interface Props {
  readonly products: readonly ListedProduct[];
  /** What is there: boxes that were scanned before are known by their codes. */
  readonly rows: readonly StockRow[];
  readonly last: Movement | undefined;
  readonly set: (change: Partial<DeliveryValues>) => void;
}

/** Fills a delivery from the code of one of its boxes; how many there are is still to be said. */
export function ScanDelivery({ products, rows, last, set }: Props): VNode {
  return (
    <ScanButton
      products={products}
      known={(gtin) => rows.find((row) => row.gtin === gtin)}
      likely={eachBoxOnce([...(last?.lines ?? []), ...rows])}
      onBox={({ pack, productId, strength }) => {
        const { gtin, batch = '', expiresOn = '' } = pack;
        set({ productId, strength: String(strength), batch, expiresOn, gtin, batchless: batch === '' });
        const said = words.filled(boxName({ productId, strength }, products));
        return batch === '' ? { said: `${said} ${words.noBatch}`, next: 'batch' } : { said, next: 'count' };
      }}
    />
  );
}
