import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { sweep } from '#usecases/recording/sweep.ts';
import type { DiaryWorld } from './diary-world.ts';

/** Runs the overdue sweep at an instant, which the world's clock then shows. No diary may fail. */
export const runSweep = async (world: DiaryWorld, instant: string): ReturnType<typeof sweep> => {
  world.at(instant);
  const failures: unknown[] = [];
  const report = await sweep(
    world.context,
    Temporal.Instant.from(instant),
    () => false,
    (error) => failures.push(error),
  );
  expect(failures).toEqual([]);
  return report;
};
