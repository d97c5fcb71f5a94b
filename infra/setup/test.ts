import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.ts';
import { root } from './root.mjs';
import { lastLine, outcomeOf, slowest, total, type Outcome } from './test-report.ts';

const kinds = ['unit', 'integration', 'infra', 'contract', 'e2e'];
/** The kinds that read `cdk.out` or the built sites. */
const needBuild = ['infra', 'contract', 'e2e'];

const reports = mkdtempSync(join(tmpdir(), 'haemdiary-tests-'));

function runVitest(projects: string[], flags: string[]): Outcome {
  const report = join(reports, `${projects.join('-')}.json`);
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--passWithNoTests',
  ];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = projects.map((name) => `--project=${name}`);
  const { status } = spawnSync(process.execPath, [...args, ...reporters, ...chosen, ...flags], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return outcomeOf(report, status, root);
}

/** Unit and integration tests run together when both are asked for: only their union covers the use cases. */
function groupsOf(asked: string[]): string[][] {
  const covered = ['unit', 'integration'];
  if (!covered.every((kind) => asked.includes(kind))) return asked.map((kind) => [kind]);
  return [covered, ...asked.filter((kind) => !covered.includes(kind)).map((kind) => [kind])];
}

/** A filter leaves some of the code, or a whole kind, out on purpose; only a whole run is measured. */
const flagsFor = (group: string[], flags: string[]) =>
  flags.length > 0 ? [...flags, '--passWithNoTests'] : group.length > 1 ? ['--coverage'] : [];

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

async function main(args: string[]): Promise<Outcome> {
  const named = kinds.filter((kind) => args.includes(kind));
  const asked = (named.length > 0 ? named : kinds).filter(
    (kind) => named.length > 0 || globSync(`tests/${kind}/**/*.test.{ts,tsx}`, { cwd: root }).length > 0,
  );
  const flags = args.filter((arg) => !kinds.includes(arg));
  const took: string[] = [];
  if (asked.some((kind) => needBuild.includes(kind)) && existsSync(join(root, 'cdk.json'))) {
    const began = Date.now();
    await ensureBuilt();
    took.push(`build ${seconds(began)}`);
  }
  const outcomes = groupsOf(asked).map((group) => {
    const began = Date.now();
    const outcome = runVitest(group, flagsFor(group, flags));
    took.push(`${group.join(' and ')} ${seconds(began)} (${lastLine(outcome)})`);
    return outcome;
  });
  const all = total(outcomes);
  console.log(['', 'What took the time:', ...slowest(all), '', ...took].join('\n'));
  return all;
}

const crashed: Outcome = { passed: 0, failed: 1, skipped: 0, files: [] };
const outcome = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return crashed;
});
rmSync(reports, { recursive: true, force: true });
console.log(lastLine(outcome));
// A run in which nothing ran is not a success.
process.exitCode = outcome.failed > 0 || outcome.passed === 0 ? 1 : 0;
