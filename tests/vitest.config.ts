import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSequencer, type TestSpecification, type Vitest } from 'vitest/node';
import { findBrowser } from '../infra/setup/browser.mjs';
import { root } from '../infra/setup/root.mjs';

/**
 * Milliseconds, and how many files run at once on the two cores this has to be comfortable on. What has the same turn
 * runs side by side.
 */
const kinds = {
  unit: { turn: 0, testTimeout: 30_000, maxWorkers: 2 },
  integration: { turn: 0, testTimeout: 30_000, maxWorkers: 2 },
  // One worker whose files share what they import: the templates are made once, not once a file.
  infra: { turn: 1, testTimeout: 180_000, maxWorkers: 1, isolate: false },
  // Three on two cores: a journey waits for its pages for much of its time.
  contract: { turn: 2, testTimeout: 60_000, maxWorkers: 3 },
  // Each of the three has a local run of its own: one journey's sweep would move the clock of another's patients.
  e2e: { turn: 2, testTimeout: 120_000, maxWorkers: 3 },
};

/** The files that take longest go first, so that none is left to run alone at the end. */
const LONGEST = ['authorisation', 'pages', 'private', 'fuzz', 'lapse', 'two-centres', 'hostile-text'];
const placeOf = ({ moduleId }: TestSpecification): number => {
  const found = LONGEST.indexOf(basename(moduleId, '.test.ts'));
  return found < 0 ? LONGEST.length : found;
};
class LongestFirst implements TestSequencer {
  readonly #usual: BaseSequencer;
  constructor(vitest: Vitest) {
    this.#usual = new BaseSequencer(vitest);
  }
  shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    return this.#usual.shard(files);
  }
  async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await this.#usual.sort(files)).sort((one, other) => placeOf(one) - placeOf(other));
  }
}

const browser = findBrowser();

export default defineConfig({
  root,
  test: {
    // Every request is logged; in tests only what went wrong is worth reading.
    env: { POWERTOOLS_LOG_LEVEL: 'ERROR', ...(browser === undefined ? {} : { CHROME_PATH: browser }) },
    // A test that asserts nothing passes whatever the code does.
    expect: { requireAssertions: true },
    sequence: { sequencer: LongestFirst },
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
    projects: Object.entries(kinds).map(([name, { turn, testTimeout, maxWorkers, ...worker }]) => ({
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
        sequence: { groupOrder: turn },
        globalSetup: name === 'e2e' ? ['tests/e2e/global-setup.ts'] : [],
      },
    })),
  },
});
