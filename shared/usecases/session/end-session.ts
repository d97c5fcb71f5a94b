import type { Audience } from '#contracts/route.ts';
import { session } from '#table/entities/sign-in.ts';
import { isHashOf, readCookie } from './refresh-cookie.ts';
import type { Session } from './rotate-session.ts';
import type { SessionContext } from './session-context.ts';

/**
 * Ends the session that a refresh cookie stands for, if it is one of ours with a token we gave out.
 *
 * @returns the session that was ended
 */
export const endSession = async (
  context: SessionContext,
  audience: Audience,
  shown: string | undefined,
): Promise<Session | undefined> => {
  const cookie = readCookie(shown);
  const stored = cookie === undefined ? undefined : await context.store.get(session, session.key(cookie));
  if (cookie === undefined || stored?.audience !== audience) return undefined;
  const known = [stored.tokenHash, stored.previousHash].some((hash) => isHashOf(hash, cookie.refreshToken));
  if (!known) return undefined;
  await context.store.transact([{ act: 'remove', label: 'session', key: session.key(stored) }]);
  await context.accounts.revoke(audience, cookie.refreshToken);
  return stored;
};
