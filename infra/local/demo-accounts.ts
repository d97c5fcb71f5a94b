import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { accountSchema, type Account } from './console/account.ts';
import type { SeedDemo } from './local-options.ts';

const SEED = new URL('demo/seed.ts', import.meta.url);
const isSeedDemo = (value: unknown): value is SeedDemo => typeof value === 'function';

/**
 * The demo accounts: those an earlier start made, or, where wanted and not yet made, new ones with their data.
 *
 * @returns none when there is no demo data and none is wanted.
 */
export async function demoAccounts(
  dataDirectory: string,
  wanted: boolean,
  system: Omit<Parameters<SeedDemo>[0], 'now'>,
  progress: (line: string) => void,
): Promise<readonly Account[]> {
  const file = join(dataDirectory, 'accounts.json');
  if (existsSync(file)) return z.array(accountSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
  if (!wanted || !existsSync(SEED)) return [];
  progress('Making the demo data');
  const loaded: unknown = await import(pathToFileURL(SEED.pathname).href);
  const seedDemo: unknown =
    typeof loaded === 'object' && loaded !== null ? Reflect.get(loaded, 'seedDemo') : undefined;
  if (!isSeedDemo(seedDemo)) throw new Error('infra/local/demo/seed.ts exports no seedDemo');
  const accounts = z.array(accountSchema).parse(await seedDemo({ ...system, now: Temporal.Now.instant() }));
  writeFileSync(file, JSON.stringify(accounts, null, 1));
  return accounts;
}
