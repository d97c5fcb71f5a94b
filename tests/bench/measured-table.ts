import type { TestTable } from '../support/table.ts';
import * as z from 'zod';

/** What the table was asked since the last look: calls, capacity units. */
export interface Asked {
  readonly calls: number;
  /** As the engine counts them; it counts as AWS does, transactions and index writes included. */
  readonly units: number;
}

const consumed = z.object({ CapacityUnits: z.number().optional() });
const answer = z.object({
  output: z.object({ ConsumedCapacity: z.union([consumed, z.array(consumed)]).optional() }),
});

/** Counts the calls of a client, and asks for the capacity of each. */
export const measure = (client: TestTable['client']): { readonly since: () => Asked } => {
  let calls = 0;
  let units = 0;
  client.middlewareStack.add(
    (next) => async (given) => {
      calls += 1;
      Object.assign(given.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(given);
      const { ConsumedCapacity: capacity } = answer.parse(result).output;
      for (const one of capacity === undefined ? [] : [capacity].flat()) units += one.CapacityUnits ?? 0;
      return result;
    },
    { step: 'initialize', name: 'countCalls' },
  );
  return {
    since: () => {
      const asked = { calls, units };
      calls = 0;
      units = 0;
      return asked;
    },
  };
};
