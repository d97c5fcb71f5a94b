import { inject } from 'vitest';
import type { SharedRun } from './provided.ts';

/** The local run of this file: files that run at the same time have one each. */
export function sharedRun(): SharedRun {
  const runs = inject('runs');
  const run = runs[(Number(process.env['VITEST_POOL_ID'] ?? '1') - 1) % runs.length];
  if (run === undefined) throw new Error('There is no local run');
  return run;
}
