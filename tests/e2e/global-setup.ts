import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import * as z from 'zod';
import { accountSchema } from '../../infra/local/console/account.ts';
import { freePorts } from '../../infra/local/ports.ts';
import { startLocal } from '../../infra/local/start-local.ts';
import { root } from '../../infra/setup/root.mjs';
import type {} from '../support/e2e/provided.ts';

const statusSchema = z.object({
  addresses: z.record(z.string(), z.string()),
  accounts: z.array(accountSchema),
});

/** A local run that is there already, for writing tests: `HAEMDIARY_RUN=http://localhost:8080 npm test -- e2e`. */
async function useRunning(address: string, project: TestProject): Promise<() => Promise<void>> {
  const answer = await fetch(new URL('/__local/status', address));
  const { addresses, accounts } = statusSchema.parse(await answer.json());
  project.provide('addresses', addresses);
  project.provide('accounts', accounts);
  return () => Promise.resolve();
}

/** One local run with the demo data for all end-to-end tests: `inject('addresses')` says where it is. */
export default async function startOnce(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env['HAEMDIARY_RUN'];
  if (running !== undefined) return useRunning(running, project);
  const dataDirectory = mkdtempSync(join(tmpdir(), 'haemdiary-e2e-'));
  const local = await startLocal({
    assembly: join(root, 'cdk.out'),
    dataDirectory,
    ports: await freePorts(),
    demo: true,
  });
  project.provide('addresses', local.addresses);
  project.provide('accounts', local.accounts);
  return async () => {
    await local.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
}
