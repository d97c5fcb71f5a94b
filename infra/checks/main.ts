import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from '../setup/root.mjs';
import { runCheck, type Check } from './run-check.ts';

const cache = (name: string) => [
  '--incremental',
  '--tsBuildInfoFile',
  `node_modules/.cache/haemdiary/${name}.tsbuildinfo`,
];
const types = (name: string, project: string): Check => ({
  name: `types ${name}`,
  args: ['node_modules/typescript/bin/tsc', '-p', project, ...cache(name)],
  needs: project,
});

/** The longest first, so that two cores end together. */
const checks: Check[] = [
  { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '--config', '.config/eslint.config.mjs', '.'] },
  types('cloud', 'tsconfig.json'),
  types('web', 'web/tsconfig.json'),
  types('e2e', 'tests/e2e/tsconfig.json'),
  {
    name: 'unused',
    args: ['node_modules/knip/bin/knip.js', '--config', '.config/knip.json', '--no-progress'],
  },
  { name: 'format', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'] },
  { name: 'generated pages', args: ['infra/checks/generate-docs.ts'], needs: 'shared/contracts/routes.ts' },
  { name: 'repository', args: ['infra/checks/repository.ts'] },
];

const asked = process.argv.slice(2);
const waiting = checks.filter(
  ({ name, needs }) =>
    (asked.length === 0 || asked.includes(name.split(' ')[0] ?? '')) &&
    (!needs || existsSync(join(root, needs))),
);
const failed: string[] = [];

async function work(): Promise<void> {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const { ok, ms, output } = await runCheck(check);
    if (!ok) failed.push(check.name);
    console.log(`${ok ? '✓' : '✗'} ${check.name.padEnd(16)} ${(ms / 1000).toFixed(1).padStart(5)} s`);
    if (!ok) console.log(`${output.trim().replace(/^/gm, '    ')}\n`);
  }
}

const count = waiting.length;
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
if (failed.length > 0) console.log(`Not right yet: ${failed.join(', ')}.`);
if (count === 0)
  console.log(`There is no such check. There are: ${checks.map(({ name }) => name).join(', ')}.`);
console.log(`${count - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 || count === 0 ? 1 : 0;
