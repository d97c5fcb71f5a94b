/** Made by web/product-list.ts from the catalogue. */
declare module 'virtual:products' {
  import type { Product } from '#domain/product.ts';

  /** What a form needs to know of a product. */
  export type ListedProduct = Pick<
    Product,
    | 'id'
    | 'name'
    | 'class'
    | 'unit'
    | 'moieties'
    | 'step'
    | 'strengths'
    | 'container'
    | 'batchRequired'
    | 'hardLimit'
    | 'duplicateIntervalMinutes'
    | 'perActuation'
    | 'actuations'
  >;
  export const products: readonly ListedProduct[];
}
