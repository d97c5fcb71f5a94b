import type { FuzzOptions, FuzzReport } from './fuzz-run.ts';

const counts = (of: Readonly<Record<string, number>>): string =>
  Object.entries(of)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${name}: ${String(count)}`)
    .join(', ');

/** What was asked and answered, with what is needed to ask it again. */
export const tell = ({ seed, runsPerRoute }: FuzzOptions, report: FuzzReport): string =>
  [
    `Fuzzed with seed ${String(seed)}, ${String(runsPerRoute)} requests a route: ${String(report.requests)} requests, the slowest ${String(Math.round(report.slowestMs))} ms.`,
    `  by status  ${counts(report.byStatus)}`,
    `  accepted   ${Object.entries(report.byKind)
      .map(([kind, [accepted, of]]) => `${kind}: ${String(accepted)} of ${String(of)}`)
      .join(', ')}`,
    `  refused    of the laden: ${counts(report.refused)}`,
    `  by caller  ${counts(report.byCaller)}`,
    `  Again: npm run bench -- fuzz --runs ${String(runsPerRoute)} --seed ${String(seed)}`,
  ].join('\n');
