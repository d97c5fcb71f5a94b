import type { Temporal } from 'temporal-polyfill';
import { newestStatement } from '#table/patterns.ts';
import type { Context } from '../ports/context.ts';
import type { Store } from '../ports/store.ts';

/** A new version is asked for within a minute of being published, at no read for the other requests. */
const KNOWN_FOR_SECONDS = 60;

/**
 * Makes the question "which privacy statement is in force?", whose answer is kept for a minute.
 *
 * @returns the version, 0 before the first is published
 */
export const knownStatementInForce = (
  store: Store,
  now: () => Temporal.Instant,
): Context['statementInForce'] => {
  let known: { readonly version: number; readonly until: Temporal.Instant } | undefined;
  return async (ask) => {
    const at = now();
    if (ask !== 'again' && known !== undefined && at.epochMilliseconds < known.until.epochMilliseconds)
      return known.version;
    const { items } = await store.query(newestStatement(), { limit: 1 });
    known = { version: items[0]?.item.statement ?? 0, until: at.add({ seconds: KNOWN_FOR_SECONDS }) };
    return known.version;
  };
};
