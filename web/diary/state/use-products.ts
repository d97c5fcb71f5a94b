import { useEffect, useState } from 'preact/hooks';
import type { ListedProduct } from 'virtual:products';

let loaded: readonly ListedProduct[] | undefined;

/** The catalogue, loaded when the first form needs it; `undefined` until then, `failed` where it can't be had. */
export function useProducts(): readonly ListedProduct[] | 'failed' | undefined {
  const [products, setProducts] = useState<readonly ListedProduct[] | 'failed' | undefined>(loaded);
  useEffect(() => {
    if (loaded !== undefined) return;
    import('virtual:products').then(
      (module) => {
        loaded = module.products;
        setProducts(loaded);
      },
      () => {
        setProducts('failed');
      },
    );
  }, []);
  return products;
}
