import type { Plugin } from 'vite';
import { products } from '../shared/catalogue/catalogue.ts';

const name = 'virtual:products';

/**
 * Gives pages `virtual:products`: the catalogue, in its own chunk when imported dynamically, read from the one
 * catalogue at build so that it cannot drift.
 */
export const productList = (): Plugin => ({
  name: 'product-list',
  resolveId: (id) => (id === name ? `\0${name}` : undefined),
  load: (id) => (id === `\0${name}` ? `export const products = ${JSON.stringify(products)};` : undefined),
});
