import type { ListedProduct } from 'virtual:products';
import { signal } from '@preact/signals';

const listed = signal<readonly ListedProduct[] | undefined>(undefined);
let loading = false;

/** The catalogue, loaded once when the first page needs it; `undefined` until it is there. */
export function useProducts(): readonly ListedProduct[] | undefined {
  if (!loading) {
    loading = true;
    void import('virtual:products').then(({ products }) => {
      listed.value = products;
    });
  }
  return listed.value;
}

/** A product's name; its id while the catalogue is loading, or where it no longer holds the product. */
export const productName = (products: readonly ListedProduct[] | undefined, id: string): string =>
  products?.find((product) => product.id === id)?.name ?? id;
