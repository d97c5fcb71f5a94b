import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Local } from '../../../infra/local/local-options.ts';
import { freePorts } from '../../../infra/local/ports.ts';
import { startLocal } from '../../../infra/local/start-local.ts';
import { root } from '../../../infra/setup/root.mjs';
import type { Fuzzed } from './fuzz-run.ts';

/** A local run of its own with the demo's people, to be asked the worst. */
export interface FuzzedRun {
  readonly system: Fuzzed;
  readonly local: Local;
  readonly dataDirectory: string;
  readonly stop: () => Promise<void>;
}

/** Starts the synthesised templates; `cdk.out` has to be there. */
export const startFuzzed = async (): Promise<FuzzedRun> => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'haemdiary-fuzz-'));
  const ports = await freePorts();
  const local = await startLocal({ assembly: join(root, 'cdk.out'), dataDirectory, ports, demo: true });
  const originSecret = local.resources.functions
    .map(({ environment }) => environment['ORIGIN_SECRET'])
    .find((secret) => secret !== undefined);
  if (originSecret === undefined) throw new Error('No function knows the origin’s secret');
  return {
    system: {
      addresses: local.addresses,
      accounts: local.accounts,
      originSecret,
      today: Temporal.Now.plainDateISO('UTC').toString(),
    },
    local,
    dataDirectory,
    stop: async () => {
      await local.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
};
