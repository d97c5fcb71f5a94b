import type { Audience } from '#contracts/route.ts';
import { session } from '#table/entities/system.ts';
import { ok, type Result } from '../result.ts';
import { isHashOf, readCookie } from './refresh-cookie.ts';
import type { SessionContext } from './session-context.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

/** Ends this device's session and clears its cookie. Signing out twice is no failure. */
export const signOut = async (
  { audience }: { readonly audience: Audience },
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<undefined>>> => {
  const cookie = readCookie(visitor.cookie);
  const stored = cookie === undefined ? undefined : await context.store.get(session, session.key(cookie));
  if (cookie !== undefined && stored?.audience === audience) {
    const known = [stored.tokenHash, stored.previousHash].some((hash) => isHashOf(hash, cookie.refreshToken));
    if (known) {
      await context.store.transact([{ act: 'remove', label: 'session', key: session.key(stored) }]);
      await context.accounts.revoke(audience, cookie.refreshToken);
    }
  }
  return ok({ answer: undefined, cookie: 'forget' });
};
