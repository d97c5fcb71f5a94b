import type { ListedProduct } from 'virtual:products';
import { formatAmount } from '#domain/format-amount.ts';
import type { ScannedPack } from '#domain/gs1/read-pack.ts';

/** What a code's product number stands for: it names one product in one strength. */
export interface KnownBox {
  readonly productId: string;
  readonly strength: number;
}

/** A code that was read, and which box it is. */
export interface ScannedBox extends KnownBox {
  readonly pack: ScannedPack;
}

/** `Elocta 1,000 IU`; the id of a product that no catalogue holds any more. */
export function boxName({ productId, strength }: KnownBox, products: readonly ListedProduct[]): string {
  const product = products.find(({ id }) => id === productId);
  return product === undefined
    ? productId
    : `${product.name} ${formatAmount({ value: strength, unit: product.unit })}`;
}

/** Each box once, in the order given. */
export const eachBoxOnce = (boxes: readonly KnownBox[]): KnownBox[] => [
  ...new Map(
    boxes.map(({ productId, strength }) => [`${productId}/${String(strength)}`, { productId, strength }]),
  ).values(),
];
