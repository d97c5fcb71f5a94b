import type { Temporal } from 'temporal-polyfill';
import { SHARDS } from '#table/fold.ts';
import { outbox } from '#table/entities/system.ts';
import * as patterns from '#table/patterns.ts';
import { atCentreOf } from '#usecases/in-scope.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import { isFree, moved, secondOf } from './mail-rules.ts';

const MOST_A_SHARD = 200;

const ringShard = async (
  context: Context & Scopes,
  shard: number,
  now: Temporal.Instant,
): Promise<number> => {
  const keys = await context.store.queryKeys(patterns.unsentBy(shard, secondOf(now)), MOST_A_SHARD);
  let rung = 0;
  for (const key of keys) {
    const { store } = atCentreOf(context, key);
    const item = await store.get(outbox, key);
    // The index may lag: what is done or taken by now must not be rung again.
    if (item === undefined || !isFree(item, secondOf(now))) continue;
    const outcome = await store.transact([
      {
        act: 'put',
        label: 'outbox',
        entity: outbox,
        item: moved(context, item, { state: 'waiting' }),
        over: item.version,
      },
    ]);
    if (outcome.done) rung += 1;
  }
  return rung;
};

/**
 * Rings again for everything that should have been done by now: the item is written anew, and the stream brings it to
 * the outbox reader. The item is the truth, the stream only the bell.
 *
 * @returns how many were rung
 */
export const ringUnsent = async (context: Context & Scopes): Promise<number> => {
  const now = context.now();
  const shards = await Promise.all(
    Array.from({ length: SHARDS }, (_, shard) => ringShard(context, shard, now)),
  );
  return shards.reduce((sum, one) => sum + one, 0);
};
