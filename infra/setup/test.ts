import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { ensureBuilt } from './build.ts';
import { root } from './root.mjs';
import { recordingOf } from './recording-of.ts';
import { stopWith } from './stop-with.ts';
import { lastLine, outcomeOf, slowest, total, type Outcome } from './test-report.ts';

const kinds = ['unit', 'integration', 'infra', 'contract', 'e2e'];
/** The kinds that read `cdk.out` or the built sites; infrastructure tests synthesise with stand-ins for the bundles. */
const needBuild = ['contract', 'e2e'];

const reports = mkdtempSync(join(tmpdir(), 'haemdiary-tests-'));

async function runVitest(projects: string[], flags: string[]): Promise<Outcome> {
  const report = join(reports, `${projects.join('-')}.json`);
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = projects.map((name) => `--project=${name}`);
  const vitest = spawn(process.execPath, [...args, ...reporters, ...chosen, ...flags], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...recordingOf(projects, flags) },
  });
  stopWith(vitest);
  const [status] = z.tuple([z.int().nullable(), z.unknown()]).parse(await once(vitest, 'exit'));
  return outcomeOf(report, status, root);
}

/**
 * What runs together when all of it is asked for: only the union of unit and integration tests covers the use cases,
 * and a journey's waiting for its pages is when the contract tests get on.
 */
const TOGETHER = [
  ['unit', 'integration'],
  ['contract', 'e2e'],
];

function groupsOf(asked: string[]): string[][] {
  const whole = TOGETHER.filter((group) => group.every((kind) => asked.includes(kind)));
  const alone = asked.filter((kind) => !whole.some((group) => group.includes(kind))).map((kind) => [kind]);
  return [...whole, ...alone].sort(([one = ''], [other = '']) => kinds.indexOf(one) - kinds.indexOf(other));
}

/** A filter leaves some of the code, or a whole kind, out on purpose; only a whole run is measured. */
const flagsFor = (group: string[], flags: string[]) =>
  flags.length > 0
    ? [...flags, '--passWithNoTests']
    : group.includes('unit') && group.length > 1
      ? ['--coverage']
      : [];

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(0)} s`;
const oneFailure: Outcome = { passed: 0, failed: 1, skipped: 0, files: [] };

/** Runs one group. What it needs built is built first; if that can't be done, the group has failed. */
async function runGroup(group: string[], flags: string[]): Promise<Outcome> {
  try {
    if (group.some((kind) => needBuild.includes(kind))) await ensureBuilt();
    return await runVitest(group, flagsFor(group, flags));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return oneFailure;
  }
}

const args = process.argv.slice(2);
const named = kinds.filter((kind) => args.includes(kind));
const withTests = kinds.filter(
  (kind) => globSync(`tests/${kind}/**/*.test.{ts,tsx}`, { cwd: root }).length > 0,
);
const outcomes: Outcome[] = [];
const took: string[] = [];
for (const group of groupsOf(named.length > 0 ? named : withTests)) {
  const began = Date.now();
  const outcome = await runGroup(
    group,
    args.filter((arg) => !kinds.includes(arg)),
  );
  outcomes.push(outcome);
  took.push(`${group.join(' and ').padEnd(22)} ${seconds(began).padStart(6)}  ${lastLine(outcome)}`);
}

const outcome = total(outcomes);
console.log(['', 'What took the time:', ...slowest(outcome), '', ...took, ''].join('\n'));
rmSync(reports, { recursive: true, force: true });
console.log(lastLine(outcome));
// A run in which nothing ran is not a success.
process.exitCode = outcome.failed > 0 || outcome.passed === 0 ? 1 : 0;
