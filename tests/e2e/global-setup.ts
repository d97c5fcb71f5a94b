import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import * as z from 'zod';
import { accountSchema } from '../../infra/local/console/account.ts';
import { freePorts, freePortsFor, type Ports } from '../../infra/local/ports.ts';
import { startLocal } from '../../infra/local/start-local.ts';
import { root } from '../../infra/setup/root.mjs';
import type { SharedRun } from '../support/e2e/provided.ts';
import { BIRTH_DATE, PASSWORD } from '../support/e2e/known.ts';
import { keptLines, leaksIn } from '../support/private/sinks.ts';

const statusSchema = z.object({
  addresses: z.record(z.string(), z.string()),
  accounts: z.array(accountSchema),
  data: z.string(),
});
const assembly = join(root, 'cdk.out');

/** What the journeys' people are called and known by; `private.test.ts` marks every other field of every route. */
const PRIVATE = [
  { field: 'a family name', value: 'Ashdown' },
  { field: 'a birth date', value: BIRTH_DATE },
  { field: 'a phone number', value: '01632 960123' },
  { field: 'a password', value: PASSWORD },
];

/** A local run that is there already, for writing tests: `HAEMDIARY_RUN=http://localhost:8080 npm test -- e2e`. */
async function runningAt(address: string): Promise<SharedRun> {
  const answer = await fetch(new URL('/__local/status', address));
  return { ...statusSchema.parse(await answer.json()), assembly };
}

interface Started {
  readonly run: SharedRun;
  readonly stop: () => Promise<void>;
}

const newDirectory = (): string => mkdtempSync(join(tmpdir(), 'haemdiary-e2e-'));

/**
 * The demo is made once, and every run begins with a copy as `npm start` does the second time: making it takes longer
 * than all else of a start.
 */
async function makeDemo(): Promise<string> {
  const dataDirectory = newDirectory();
  const local = await startLocal({ assembly, dataDirectory, ports: await freePorts(), demo: true });
  await local.stop();
  return dataDirectory;
}

async function startRun(ports: Ports, demo: string): Promise<Started> {
  const data = newDirectory();
  cpSync(demo, data, { recursive: true });
  const local = await startLocal({ assembly, dataDirectory: data, ports, demo: true });
  const { addresses, accounts } = local;
  return {
    run: { addresses, accounts, data, assembly },
    stop: async () => {
      await local.stop();
      const leaks = leaksIn(keptLines({ data, assembly }), PRIVATE);
      if (leaks.length > 0) throw new Error(`The journeys left what is private:\n${leaks.join('\n')}`);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Local runs with the demo data for all end-to-end tests, one for each file at a time: `sharedRun()` is a file's own. */
export default async function startOnce(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env['HAEMDIARY_RUN'];
  if (running !== undefined) {
    project.provide('runs', [await runningAt(running)]);
    return () => Promise.resolve();
  }
  const demo = await makeDemo();
  const ports = await freePortsFor(project.config.maxWorkers);
  const started = await Promise.all(ports.map((each) => startRun(each, demo)));
  rmSync(demo, { recursive: true, force: true });
  project.provide(
    'runs',
    started.map(({ run }) => run),
  );
  return async () => {
    for (const { stop } of started) await stop();
  };
}
