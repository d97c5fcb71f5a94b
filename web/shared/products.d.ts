/** Made by web/product-list.ts from the catalogue. */
declare module 'virtual:products' {
  import type { Product } from '#domain/product.ts';

  export type ListedProduct = Product;
  export const products: readonly ListedProduct[];
}
