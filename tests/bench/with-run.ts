import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../../infra/local/ports.ts';
import { startLocal } from '../../infra/local/start-local.ts';
import { ensureBuilt } from '../../infra/setup/build.ts';
import { root } from '../../infra/setup/root.mjs';

/**
 * Measures the run that `BENCH_ADDRESS` names, or one of its own with the demo's people, which is ended afterwards.
 *
 * @param work is told the diary's address
 */
export async function withRun(work: (address: string) => Promise<void>): Promise<void> {
  const running = process.env['BENCH_ADDRESS'];
  if (running !== undefined) return work(running);
  await ensureBuilt();
  const dataDirectory = mkdtempSync(join(tmpdir(), 'haemdiary-bench-'));
  const assembly = join(root, 'cdk.out');
  const local = await startLocal({ assembly, dataDirectory, ports: await freePorts(), demo: true });
  try {
    await work(local.addresses['diary'] ?? '');
  } finally {
    await local.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}
