import { defineConfig } from 'vitest/config';
import { findBrowser } from '../infra/setup/browser.mjs';
import { root } from '../infra/setup/root.mjs';

/** Milliseconds, and how many files run at once on the two cores this has to be comfortable on. */
const kinds = {
  unit: { testTimeout: 30_000, maxWorkers: 2 },
  integration: { testTimeout: 30_000, maxWorkers: 2 },
  // One worker whose files share what they import: the templates are made once, not once a file.
  infra: { testTimeout: 180_000, maxWorkers: 1, isolate: false },
  contract: { testTimeout: 60_000, maxWorkers: 1 },
  // Each of the two has a local run of its own: one journey's sweep would move the clock of another's patients.
  e2e: { testTimeout: 120_000, maxWorkers: 2 },
};

const browser = findBrowser();

export default defineConfig({
  root,
  test: {
    // Every request is logged; in tests only what went wrong is worth reading.
    env: { POWERTOOLS_LOG_LEVEL: 'ERROR', ...(browser === undefined ? {} : { CHROME_PATH: browser }) },
    // A test that asserts nothing passes whatever the code does.
    expect: { requireAssertions: true },
    coverage: {
      provider: 'v8',
      include: ['shared/domain/**/*.ts', 'shared/usecases/**/*.ts'],
      reporter: ['text-summary', 'json-summary', ['text', { skipFull: true }]],
      // A folder of its own: vitest empties it, and beside it lie the requests that `npm run iam:report` reads.
      reportsDirectory: 'coverage/lines',
      thresholds: {
        'shared/domain/**/*.ts': { lines: 95 },
        'shared/usecases/**/*.ts': { lines: 95 },
      },
    },
    projects: Object.entries(kinds).map(([name, { testTimeout, maxWorkers, ...worker }], order) => ({
      extends: true,
      test: {
        name,
        include: [`tests/${name}/**/*.test.{ts,tsx}`],
        testTimeout,
        hookTimeout: testTimeout,
        maxWorkers,
        ...worker,
        fileParallelism: maxWorkers > 1,
        retry: 0,
        sequence: { groupOrder: order },
        globalSetup: name === 'e2e' ? ['tests/e2e/global-setup.ts'] : [],
      },
    })),
  },
});
