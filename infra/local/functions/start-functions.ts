import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionDefinition, Invoke } from './function-definition.ts';
import { createFunctionPool, type FunctionPool } from './function-pool.ts';
import { startFunctionProcess } from './function-process.ts';

/** The running functions: call one by its ARN, see how many processes each has, stop them all. */
export type Functions = {
  readonly invoke: Invoke;
  readonly processesOf: (functionArn: string) => number;
  readonly stop: () => Promise<void>;
};

/**
 * Makes the functions callable. No process starts before its function's first call.
 *
 * @param logDirectory gets one file per function with everything it prints.
 */
export function startFunctions(options: {
  readonly definitions: ReadonlyMap<string, FunctionDefinition>;
  readonly environmentOf: (definition: FunctionDefinition) => Record<string, string>;
  readonly logDirectory: string;
  /** Why Lambda may not run a function; undefined when it may. */
  readonly refusalToRun: (definition: FunctionDefinition) => string | undefined;
  /** Whether Lambda may write down what the function prints. */
  readonly mayLog: (definition: FunctionDefinition) => boolean;
}): Functions {
  const pools = new Map<string, FunctionPool>();
  mkdirSync(options.logDirectory, { recursive: true });
  const poolOf = (definition: FunctionDefinition): FunctionPool => {
    const existing = pools.get(definition.arn);
    if (existing !== undefined) return existing;
    const file = join(options.logDirectory, `${definition.name}.log`);
    const isLogged = options.mayLog(definition);
    const write = (line: string): void => {
      if (isLogged) appendFileSync(file, `${line}\n`);
    };
    const pool = createFunctionPool(definition, () =>
      startFunctionProcess(definition, options.environmentOf(definition), write),
    );
    pools.set(definition.arn, pool);
    return pool;
  };
  return {
    invoke: async (arn, event) => {
      const definition = options.definitions.get(arn);
      if (definition === undefined) {
        return {
          ok: false,
          errorType: 'ResourceNotFoundException',
          errorMessage: `Function not found: ${arn}`,
        };
      }
      if (definition.codeDirectory === undefined) {
        const errorMessage = `${definition.name} is written for ${definition.runtime} and not run here`;
        return { ok: false, errorType: 'InvalidRuntimeException', errorMessage };
      }
      const refusal = options.refusalToRun(definition);
      if (refusal !== undefined)
        return { ok: false, errorType: 'AccessDeniedException', errorMessage: refusal };
      return poolOf(definition).invoke(event);
    },
    processesOf: (arn) => pools.get(arn)?.size() ?? 0,
    stop: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
    },
  };
}
