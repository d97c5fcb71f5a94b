import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { firstPaint } from './first-paint.ts';
import { ownRoutes } from './own-routes.ts';
import { productList } from './product-list.ts';
import { shellWorker } from './shell-worker.ts';

const here = import.meta.dirname;

/**
 * What every page needs in one file, and what only the diary's home adds in another: two dozen small files compress a
 * tenth worse and each costs a request.
 */
const groups = [
  {
    name: 'core',
    test: /preload-helper|node_modules\/@?preact|web\/diary\/(?:state\/me|display\/follow)|web\/shared\/(?:api|router|words\/(?:translatable|spoken)|components\/(?:announce|failed|notice|page|shell|waiting)|session\/session|words\/en\/(?:common|problems|diary|emergency)\.)/,
  },
  {
    name: 'home',
    test: /web\/(?:diary\/(?:home\/(?!repeat)|calendar|pages\/home-page|waiting\/(?:pending-strip|copy-notice)|state\/(?:months|emergency-numbers|last-saved|clock))|shared\/(?:dates|words\/en\/(?:entry|offline|recording)\.))/,
  },
];

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
      ownRoutes(site),
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
      rolldownOptions: { checks: { bundlerTimings: false }, output: { codeSplitting: { groups } } },
    },
  };
});
