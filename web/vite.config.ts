import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { firstPaint } from './first-paint.ts';
import { productList } from './product-list.ts';
import { shellWorker } from './shell-worker.ts';

const here = import.meta.dirname;

/** One of the three sites, named by Vite's mode; `build.mjs` builds all of them. */
export default defineConfig(({ mode: site }) => {
  const root = join(here, site);
  if (!existsSync(join(root, 'index.html'))) throw new Error(`There is no site called ${site} in web/.`);
  return {
    root,
    base: '/',
    cacheDir: join(here, '../node_modules/.vite', site),
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [
      productList(),
      firstPaint(join(root, 'first-paint.js')),
      shellWorker(join(root, 'service-worker.js')),
    ],
    build: {
      outDir: join(here, 'dist', site),
      emptyOutDir: true,
      target: 'es2023',
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      // A warning about a busy machine is no fault of the build.
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  };
});
