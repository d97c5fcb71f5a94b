import type { FunctionDefinition, InvocationResult } from './function-definition.ts';
import type { FunctionProcess } from './function-process.ts';

/** The processes of one function: started when first needed, kept warm, one request each at a time. */
export type FunctionPool = {
  readonly invoke: (event: unknown) => Promise<InvocationResult>;
  /** How many processes live now. */
  readonly size: () => number;
  readonly stop: () => Promise<void>;
};

/** A laptop is not a region: more copies than this only wait for the same cores. */
const MAX_PROCESSES = 4;

/** Lambda, too, lets go of what nobody calls; here it gives back the memory of some forty processes. */
const IDLE_LIMIT_MS = 10 * 60_000;

/**
 * Makes an empty pool.
 *
 * @param start starts one more process.
 */
export function createFunctionPool(
  definition: FunctionDefinition,
  start: () => FunctionProcess,
): FunctionPool {
  const limit = Math.min(MAX_PROCESSES, definition.reservedConcurrency ?? MAX_PROCESSES);
  const all = new Set<FunctionProcess>();
  const idle: FunctionProcess[] = [];
  const resting = new WeakMap<FunctionProcess, NodeJS.Timeout>();
  const waiting: ((process: FunctionProcess) => void)[] = [];

  const startOne = (): FunctionProcess => {
    const started = start();
    all.add(started);
    return started;
  };
  const acquire = (): Promise<FunctionProcess> => {
    for (let warm = idle.pop(); warm !== undefined; warm = idle.pop()) {
      clearTimeout(resting.get(warm));
      if (warm.isAlive()) return Promise.resolve(warm);
      all.delete(warm);
    }
    if (all.size < limit) return Promise.resolve(startOne());
    return new Promise((resolve) => waiting.push(resolve));
  };
  const release = (used: FunctionProcess): void => {
    const alive = used.isAlive();
    if (!alive) all.delete(used);
    const next = waiting.shift();
    if (next !== undefined) next(alive ? used : startOne());
    else if (alive) rest(used);
  };
  const rest = (warm: FunctionProcess): void => {
    idle.push(warm);
    const timer = setTimeout(() => {
      const position = idle.indexOf(warm);
      if (position < 0) return;
      idle.splice(position, 1);
      all.delete(warm);
      void warm.stop();
    }, IDLE_LIMIT_MS);
    resting.set(warm, timer.unref());
  };
  return {
    invoke: async (event) => {
      const process = await acquire();
      try {
        return await process.invoke(event);
      } finally {
        release(process);
      }
    },
    size: () => all.size,
    stop: async () => {
      for (const process of all) clearTimeout(resting.get(process));
      await Promise.all([...all].map((process) => process.stop()));
    },
  };
}
