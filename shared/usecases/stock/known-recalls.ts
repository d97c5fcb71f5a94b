import type { Temporal } from 'temporal-polyfill';
import type { Recalled } from '#domain/stock/recalled.ts';
import type { recall } from '#table/entities/stock.ts';
import type { Fields } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import type { Context } from '../ports/context.ts';
import type { Store } from '../ports/store.ts';

/** A new recall is asked about within a minute, at no read for the other requests. */
const KNOWN_FOR_SECONDS = 60;

/** Those that are still called back. */
export const inForce = (items: readonly Fields<typeof recall>[]): Recalled[] =>
  items
    .filter(({ endedAt }) => endedAt === undefined)
    .map(({ product: productId, normalisedBatch, since, note }) => ({
      productId,
      normalisedBatch,
      since,
      note,
    }));

/** The batches that a centre calls back now. */
export const readRecalls = async (store: Store, centre: string): Promise<readonly Recalled[]> =>
  inForce((await store.queryAll(patterns.recallsOf(centre))).map(({ item }) => item));

/** Makes the question "what does this centre call back?", whose answer is kept for a minute. */
export const knownRecalls = (now: () => Temporal.Instant): Context['recallsAt'] => {
  const known = new Map<string, { readonly recalls: readonly Recalled[]; readonly until: number }>();
  return async (store, centre) => {
    const at = now().epochMilliseconds;
    const before = known.get(centre);
    if (before !== undefined && at < before.until) return before.recalls;
    const recalls = await readRecalls(store, centre);
    known.set(centre, { recalls, until: at + KNOWN_FOR_SECONDS * 1000 });
    return recalls;
  };
};
