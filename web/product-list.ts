import type { Plugin } from 'vite';
import { products } from '../shared/catalogue/catalogue.ts';

const name = 'virtual:products';

/**
 * Gives pages `virtual:products`: the catalogue with only what a form needs, in its own chunk when imported
 * dynamically, made from the one catalogue at build so that it cannot drift.
 */
export const productList = (): Plugin => ({
  name: 'product-list',
  resolveId: (id) => (id === name ? `\0${name}` : undefined),
  load(id) {
    if (id !== `\0${name}`) return undefined;
    const listed = products.map((product) => ({
      id: product.id,
      name: product.name,
      class: product.class,
      unit: product.unit,
      moieties: product.moieties,
      step: product.step,
      strengths: product.strengths,
      container: product.container,
      batchRequired: product.batchRequired,
      hardLimit: product.hardLimit,
      duplicateIntervalMinutes: product.duplicateIntervalMinutes,
      perActuation: product.perActuation,
      actuations: product.actuations,
    }));
    return `export const products = ${JSON.stringify(listed)};`;
  },
});
