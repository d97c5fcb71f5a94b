import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundleFunctions } from '../../infra/constructs/function-bundles.ts';
import { root } from '../../infra/setup/root.mjs';
import { fixed, median, printTable } from './figures.ts';

const RUNS = 7;

/** Everything any function reads from its environment at import, with values that reach nothing. */
const ENVIRONMENT = {
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  TABLE_NAME: 'bench',
  EXPORT_BUCKET: 'bench',
  PATIENTS_POOL_ID: 'eu-west-2_bench',
  PATIENTS_CLIENT_ID: 'bench',
  STAFF_POOL_ID: 'eu-west-2_bench',
  STAFF_CLIENT_ID: 'bench',
  REGISTRY_POOL_ID: 'eu-west-2_bench',
  REGISTRY_CLIENT_ID: 'bench',
  MAIL_FROM: 'bench@example.org',
  MAIL_CONFIGURATION_SET: 'bench',
  DIARY_URL: 'https://diary.example.org',
  CENTRE_URL: 'https://centre.example.org',
  REGISTRY_URL: 'https://registry.example.org',
  ORIGIN_SECRET: 'bench',
};

const importMs = (file: string): number => {
  const code = `const s=performance.now();await import(${JSON.stringify(pathToFileURL(file).href)});console.log(performance.now()-s);process.exit(0)`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, ...ENVIRONMENT },
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`${file} did not import: ${run.stderr}`);
  return Number(run.stdout.trim().split('\n').at(-1));
};

/** Each function's bundle and how long it takes to import, the largest part of a cold start that is ours. */
export const benchBundles = (): void => {
  const into = mkdtempSync(join(tmpdir(), 'haemdiary-bundles-'));
  try {
    const rows = Object.entries(bundleFunctions(root, into)).map(([name, folder]) => {
      const file = join(folder, 'index.mjs');
      const code = readFileSync(file);
      importMs(file);
      const times = Array.from({ length: RUNS }, () => importMs(file));
      return [
        name,
        fixed(code.length / 1000, 0),
        fixed(gzipSync(code).length / 1000, 0),
        fixed(median(times), 0),
      ];
    });
    printTable(
      `Bundles (import: ${String(RUNS)} fresh processes each)`,
      ['', 'kB', 'kB gzip', 'median import ms'],
      rows,
    );
  } finally {
    rmSync(into, { recursive: true });
  }
};
