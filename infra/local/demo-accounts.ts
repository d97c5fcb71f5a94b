import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { accountSchema, type Account } from './console/account.ts';
import { noteUnfinished } from './data-directory.ts';
import type { SeedDemo } from './local-options.ts';

const SEED = new URL('demo/seed.ts', import.meta.url);
const isSeedDemo = (value: unknown): value is SeedDemo => typeof value === 'function';

async function loadSeed(): Promise<SeedDemo> {
  const loaded: unknown = await import(pathToFileURL(SEED.pathname).href);
  const seedDemo: unknown =
    typeof loaded === 'object' && loaded !== null ? Reflect.get(loaded, 'seedDemo') : undefined;
  if (!isSeedDemo(seedDemo)) throw new Error('infra/local/demo/seed.ts exports no seedDemo');
  return seedDemo;
}

/**
 * The demo accounts: those an earlier start made, or, where wanted and not yet made, new ones with their data.
 *
 * @param fill runs the seeding on the system that was started.
 * @returns none when there is no demo data and none is wanted.
 */
export async function demoAccounts(
  dataDirectory: string,
  wanted: boolean | SeedDemo,
  fill: (seed: SeedDemo) => Promise<readonly Account[]>,
  progress: (line: string) => void,
): Promise<readonly Account[]> {
  const file = join(dataDirectory, 'accounts.json');
  if (existsSync(file)) return z.array(accountSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
  if (wanted === false || !existsSync(SEED)) return [];
  progress('Making the demo data');
  const seedDemo = wanted === true ? await loadSeed() : wanted;
  const unfinished = noteUnfinished(dataDirectory);
  const accounts = z.array(accountSchema).parse(await fill(seedDemo));
  writeFileSync(file, JSON.stringify(accounts, null, 1));
  unfinished.finished();
  return accounts;
}
