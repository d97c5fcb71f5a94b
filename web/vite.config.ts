import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { drawnSignIn } from './drawn-sign-in.ts';
import { firstPaint } from './first-paint.ts';
import { plainImports } from './plain-imports.ts';
import { OLDEST, olderPhones } from './older-phones.ts';
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
    test: /preload-helper|rolldown\/runtime|node_modules\/@?preact|web\/diary\/(?:footer-links|state\/(?:me|emergency-numbers)|display\/follow)|web\/shared\/(?:api\/(?:api|send|failure|failure-of|new-id|route-paths|server-clock)\.|router|words\/(?:translatable|spoken)|components\/(?:announce|failed|notice|page|shell|waiting)\.|session\/session|words\/en\/(?:common|diary)\.)/,
  },
  {
    name: 'forms',
    test: /web\/shared\/(?:forms\/(?:error-summary|field|form|input|password-field|submit|text-field|use-form)\.|session\/sign-in-page|words\/en\/(?:problems|sign-in)\.)/,
  },
  { name: 'bits', test: /web\/shared\/components\/(?:more|tag)\./ },
  {
    name: 'days',
    test: /web\/shared\/(?:dates\/|words\/en\/dates\.)/,
  },
  {
    name: 'home',
    test: /web\/(?:diary\/(?:home\/month-section|calendar\/(?:day-marks|mark-shape|month-table)|pages\/home-page|state\/(?:months|pending|last-saved|clock|device\/lock))\.)/,
  },
  {
    name: 'home-parts',
    test: /web\/(?:diary\/(?:home\/(?:parts|diary-chooser|home-acts|acts|open-bleeds|recording-status|saved-notice|shared-with)|calendar\/(?:calendar-key|day-contents|day-details|dose-words)|entry\/entry-(?:card|title)|parts\/may-record|waiting\/(?:copy-notice|pending-strip|pending-tag))|shared\/words\/en\/(?:entry|offline|recording))\.|shared\/domain\/format-amount/,
  },
  {
    name: 'kept',
    test: /web\/diary\/state\/(?:kept-drafts|device\/(?:copies|copy-read|database|month-begun))\.|shared\/domain\/(?:planned-doses|calendar-day|plan)\./,
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
      plainImports(),
      productList(),
      ownRoutes(site),
      firstPaint(join(root, 'first-paint.js')),
      drawnSignIn(root),
      shellWorker(join(root, 'service-worker.js')),
      ...(site === 'diary' ? [olderPhones()] : []),
    ],
    build: {
      outDir: join(here, 'dist', site),
      emptyOutDir: true,
      target: OLDEST,
      cssTarget: OLDEST,
      assetsInlineLimit: 0,
      // One sheet: pages of their own have too few styles to be worth a request and the code that asks for it.
      cssCodeSplit: false,
      // What the entry imports is asked for with it; what a later page imports, by `first-paint.ts` or when it opens.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, imported, { hostType }) => (hostType === 'html' ? imported : []),
      },
      reportCompressedSize: false,
      // A warning about a busy machine is no fault of the build.
      rolldownOptions: { checks: { bundlerTimings: false }, output: { codeSplitting: { groups } } },
    },
  };
});
