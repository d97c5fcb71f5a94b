import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Account } from '../../infra/local/console/account.ts';
import { freePorts } from '../../infra/local/ports.ts';
import { startLocal } from '../../infra/local/start-local.ts';
import { root } from '../../infra/setup/root.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the sites by audience, `console`, `mailbox` and `api`. */
    addresses: Readonly<Record<string, string>>;
    /** Who of the demo can sign in. */
    accounts: readonly Account[];
  }
}

/** One local run with the demo data for all end-to-end tests: `inject('addresses')` says where it is. */
export default async function startOnce(project: TestProject): Promise<() => Promise<void>> {
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
