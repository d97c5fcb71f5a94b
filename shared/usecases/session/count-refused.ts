import type { Audience } from '#contracts/route.ts';
import { limit } from '#table/entities/sign-in.ts';
import { countInWindow } from '../limits/count-in-window.ts';
import type { Act } from '../ports/store.ts';
import type { Result } from '../result.ts';
import type { SessionContext } from './session-context.ts';
import { limitHash } from './throttle.ts';

interface Named {
  readonly audience: Audience;
  readonly username: string;
}

const WHAT = 'refused';
const KEPT_SECONDS = 30 * 86_400;
/** Nobody needs to know whether it were more. */
const MOST = 100_000;

const whoIs = ({ audience, username }: Named): string => limitHash(WHAT, audience, username.toLowerCase());
const keyOf = (who: Named) => limit.key({ what: WHAT, who: whoIs(who) });

/**
 * Counts what is refused under a name, for its owner to be told at the next sign-in. Counted under every name alike,
 * whether anybody has it or not, inside the time that a refusal takes anyway.
 */
export const countRefused = async <T>(
  context: SessionContext,
  who: Named,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> => {
  const result = await work();
  if (!result.ok && result.failure.code === 'not-accepted') {
    const fields = { what: WHAT, who: whoIs(who) };
    await countInWindow(context, {
      entity: limit,
      key: keyOf(who),
      fields,
      by: 'session',
      most: MOST,
      seconds: KEPT_SECONDS,
    });
  }
  return result;
};

/** How many were refused since the last sign-in, in 30 days at most. */
export const refusedSince = async (context: SessionContext, who: Named): Promise<number> => {
  const found = await context.store.get(limit, keyOf(who));
  const isLive = (found?.expiresAt ?? 0) * 1000 > context.now().epochMilliseconds;
  return isLive ? (found?.count ?? 0) : 0;
};

/** The owner has been told. */
export const forgetRefused = (who: Named): Act => ({ act: 'remove', label: 'refused', key: keyOf(who) });
