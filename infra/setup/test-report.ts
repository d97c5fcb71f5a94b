import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';

/** What one run of Vitest came to. Times in milliseconds. */
export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  files: { name: string; kind: string; ms: number }[];
}

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      startTime: z.number(),
      endTime: z.number(),
      status: z.string(),
      assertionResults: z.array(z.unknown()),
    }),
  ),
});

/**
 * Reads Vitest's JSON report so that nothing that went wrong can be counted as nothing: a file that could not be
 * loaded, a missing report (the run crashed) and a bad exit without a failed test (coverage, a stray rejection) each
 * count as one failure.
 */
export function outcomeOf(reportFile: string, exitCode: number | null, root: string): Outcome {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, skipped: 0, files: [] };
  const report = vitestReport.parse(JSON.parse(readFileSync(reportFile, 'utf8')));
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloadable;
  return {
    passed: report.numPassedTests,
    failed: exitCode !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    files: report.testResults.map(({ name, startTime, endTime }) => {
      const path = name.slice(root.length + 1).replaceAll('\\', '/');
      return { name: path, kind: path.split('/')[1] ?? '', ms: endTime - startTime };
    }),
  };
}

/** Several runs as one. */
export function total(outcomes: readonly Outcome[]): Outcome {
  const sum = (pick: (outcome: Outcome) => number) =>
    outcomes.reduce((count, outcome) => count + pick(outcome), 0);
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    skipped: sum(({ skipped }) => skipped),
    files: outcomes.flatMap(({ files }) => files),
  };
}

/** The last line of every run, for people and for whatever reads it: `12 passed, 0 failed`. */
export function lastLine({ passed, failed, skipped }: Outcome): string {
  return `${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`;
}

/** "What takes the time": the slowest files of all kinds. */
export function slowest({ files }: Outcome, count = 8): string[] {
  return [...files]
    .sort((one, other) => other.ms - one.ms)
    .slice(0, count)
    .map(({ name, ms }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${name}`);
}
