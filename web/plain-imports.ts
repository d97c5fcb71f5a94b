import type { Plugin } from 'vite';

const HELPER = /vite\/preload-helper\.js$/;

/**
 * Leaves dynamic imports as they are. Vite wraps each in a helper (0.9 kB on every first visit) that would fetch a
 * chunk's styles and imports beside it; the sites have one sheet, and the chunks of first pages are asked for early.
 */
export const plainImports = (): Plugin => ({
  name: 'plain-imports',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: HELPER },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
});
