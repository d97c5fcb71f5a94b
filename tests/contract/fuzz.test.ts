import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#contracts/routes.ts';
import { brokenLogLines, lookAtAftermath } from '../support/fuzz/aftermath.ts';
import { faultsOf } from '../support/fuzz/faults-of.ts';
import { fuzz } from '../support/fuzz/fuzz-run.ts';
import { textOf, treeOf } from '../support/fuzz/json-tree.ts';
import { mutated } from '../support/fuzz/mutation.ts';
import { readOpenApi } from '../support/fuzz/openapi-document.ts';
import { startFuzzed, type FuzzedRun } from '../support/fuzz/start-fuzzed.ts';
import { tell } from '../support/fuzz/tell.ts';

/** The same every time: what was found once stays found. `npm run bench -- fuzz` looks further. */
const OPTIONS = { seed: 20_261_122, runsPerRoute: 8 };
const MINUTES = 60_000;

const answered = (status: number, type: string, body: string) => ({
  status,
  headers: { 'content-type': type, 'cache-control': 'no-store' },
  body: Buffer.from(body),
  milliseconds: 5,
});

describe('the fuzzer', () => {
  it('knows every route', () => {
    expect(
      readOpenApi()
        .operations.map(({ name }) => name)
        .sort(),
    ).toEqual(routes.map(({ name }) => name).sort());
  });

  it.each([
    ['a fault of ours', answered(500, 'application/problem+json', '{}')],
    ['a timeout of the gateway', answered(503, 'application/json', '{"message":"Service Unavailable"}')],
    ['a page of a server', answered(404, 'text/html', '<h1>Not found</h1>')],
    ['a refusal without a word', answered(400, 'application/problem+json', '')],
    [
      'a problem of another status',
      answered(
        400,
        'application/problem+json',
        '{"type":"urn:haemdiary:invalid","title":"x","status":404,"code":"invalid","correlationId":"1"}',
      ),
    ],
    ['JSON that is none', answered(200, 'application/json', '{"a":')],
    ['a file without a name', answered(200, 'application/octet-stream', 'PK')],
    ['a hang', { ...answered(204, '', ''), milliseconds: 29_000 }],
  ])('takes %s for a fault', (_what, answer) => {
    expect(faultsOf('GET', answer)).toHaveLength(1);
  });

  it('writes what no program’s value can hold', () => {
    const tree = treeOf({ a: [1, 'x'], b: '2026-11-22' });
    expect(textOf(mutated(tree, [{ place: 4, what: 'repeat', which: 0 }]))).toBe(
      '{"a":[1,"x"],"b":"2026-11-22","b":"2026-11-22"}',
    );
    expect(textOf(mutated(tree, [{ place: 2, what: 'number', which: 10 }]))).toBe(
      '{"a":[1e400,"x"],"b":"2026-11-22"}',
    );
    expect(textOf(mutated(tree, [{ place: 4, what: 'kin', which: 7 }]))).toBe(
      '{"a":[1,"x"],"b":"2026-02-30"}',
    );
  });
});

describe('the API, asked the worst', () => {
  let run: FuzzedRun;
  beforeAll(async () => {
    run = await startFuzzed();
  }, 5 * MINUTES);
  afterAll(() => run.stop(), 5 * MINUTES);

  it(
    'always answers, in a form that can be read, and never with a fault of its own',
    async () => {
      const report = await fuzz(run.system, OPTIONS);
      process.stdout.write(`${tell(OPTIONS, report)}\n`);
      expect(report.faults).toEqual([]);
      expect(report.requests).toBe(OPTIONS.runsPerRoute * routes.length);
      // If nearly nothing were accepted, nothing would have been tried but the parser.
      const [accepted, of] = report.byKind.laden;
      expect(of).toBeGreaterThanOrEqual(report.requests / 2);
      expect(accepted).toBeGreaterThan(of / 2);
    },
    10 * MINUTES,
  );

  it(
    'has kept nothing that breaks a list, a month, an export, the sweep or a mail',
    async () => {
      expect(await lookAtAftermath(run)).toEqual([]);
    },
    5 * MINUTES,
  );

  it('has written one JSON object a line to its logs, and no error', () => {
    expect(brokenLogLines(run.dataDirectory)).toEqual([]);
  });
});
