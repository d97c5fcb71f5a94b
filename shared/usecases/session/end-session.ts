import type { Audience } from '#contracts/route.ts';
import { session } from '#table/entities/sign-in.ts';
import { noteEvent } from './account-event.ts';
import { forgetProof } from './forget-proof.ts';
import { isHashOf, readCookie } from './refresh-cookie.ts';
import type { Session } from './rotate-session.ts';
import type { SessionContext } from './session-context.ts';
import type { Visitor } from './visitor.ts';

/**
 * Ends the session that a refresh cookie stands for, if it is one of ours with a token we gave out.
 *
 * @returns the session that was ended
 */
export const endSession = async (
  context: SessionContext,
  audience: Audience,
  visitor: Visitor,
): Promise<Session | undefined> => {
  const cookie = readCookie(visitor.cookie);
  const stored = cookie === undefined ? undefined : await context.store.get(session, session.key(cookie));
  if (cookie === undefined || stored?.audience !== audience) return undefined;
  const known = [stored.tokenHash, stored.previousHash].some((hash) => isHashOf(hash, cookie.refreshToken));
  if (!known) return undefined;
  const { account } = stored;
  await forgetProof(context, stored);
  await context.store.transact([
    { act: 'remove', label: 'session', key: session.key(stored) },
    noteEvent(context, { audience, account, visitor, what: 'signed-out', session: stored.session }),
  ]);
  await context.accounts.revoke(audience, cookie.refreshToken);
  return stored;
};
