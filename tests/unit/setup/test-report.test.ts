import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lastLine, outcomeOf, slowest, total } from '../../../infra/setup/test-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'haemdiary-report-'));
const file = (name: string, status: string, assertionResults: unknown[], ms = 1000) => ({
  name: `/repo/tests/unit/${name}.test.ts`,
  status,
  assertionResults,
  startTime: 0,
  endTime: ms,
});
function report(name: string, counts: { passed: number; failed: number }, testResults: unknown[]): string {
  const path = join(folder, `${name}.json`);
  const { passed: numPassedTests, failed: numFailedTests } = counts;
  writeFileSync(
    path,
    JSON.stringify({ numPassedTests, numFailedTests, numPendingTests: 1, numTodoTests: 0, testResults }),
  );
  return path;
}

describe('the count of a test run', () => {
  it('is what Vitest reports', () => {
    const outcome = outcomeOf(
      report('good', { passed: 3, failed: 0 }, [file('a', 'passed', [{}])]),
      0,
      '/repo',
    );
    expect(lastLine(outcome)).toBe('3 passed, 0 failed, 1 skipped');
  });

  it('has a failure when a file could not be loaded', () => {
    const unloadable = report('unloadable', { passed: 3, failed: 0 }, [file('a', 'failed', [])]);
    expect(outcomeOf(unloadable, 1, '/repo').failed).toBe(1);
  });

  it('has a failure when the run crashed without a report', () => {
    expect(outcomeOf(join(folder, 'none.json'), null, '/repo').failed).toBe(1);
  });

  it('has a failure when every test passed and the run still ended badly, as for too little coverage', () => {
    const fine = report('fine', { passed: 3, failed: 0 }, [file('a', 'passed', [{}])]);
    expect(outcomeOf(fine, 1, '/repo').failed).toBe(1);
  });

  it('adds up over the kinds and names the slowest files first', () => {
    const one = outcomeOf(
      report('one', { passed: 1, failed: 0 }, [file('quick', 'passed', [{}], 10)]),
      0,
      '/repo',
    );
    const two = outcomeOf(
      report('two', { passed: 2, failed: 1 }, [file('slow', 'failed', [{}], 3000)]),
      1,
      '/repo',
    );
    const all = total([one, two]);
    expect(lastLine(all)).toBe('3 passed, 1 failed, 2 skipped');
    expect(slowest(all)).toEqual([
      '    3.0 s  tests/unit/slow.test.ts',
      '    0.0 s  tests/unit/quick.test.ts',
    ]);
  });
});
