import type { Audience } from '#contracts/route.ts';
import type { SignInAnswer } from '#contracts/session.ts';
import { session } from '#table/entities/sign-in.ts';
import { created } from '#table/item.ts';
import { Temporal } from 'temporal-polyfill';
import type { Tokens } from '../ports/accounts.ts';
import { fail, ok, type Result } from '../result.ts';
import { tokenHash, writeCookie } from './refresh-cookie.ts';
import type { SessionContext } from './session-context.ts';
import type { SessionAnswer } from './visitor.ts';

export type SignedIn = Extract<SignInAnswer, { outcome: 'signed-in' }>;

/** What the page gets of tokens; the refresh token is not for it. */
export const signedIn = ({ idToken, expiresAt }: Tokens): SignedIn => ({
  outcome: 'signed-in',
  token: idToken,
  expiresAt: Temporal.Instant.fromEpochMilliseconds(expiresAt * 1000).toString(),
});

/** Begins the session of one device: an item with the hash of the token that may be used next, and the cookie. */
export const startSession = async (
  context: SessionContext,
  audience: Audience,
  tokens: Tokens,
): Promise<Result<SessionAnswer<SignedIn>>> => {
  const now = context.now();
  const at = now.toString({ smallestUnit: 'millisecond' });
  const seconds = await context.accounts.staysSignedIn(audience);
  const made = context.newId();
  const stamp = { at, by: tokens.account, mutationId: made };
  const item = {
    session: made,
    audience,
    account: tokens.account,
    username: tokens.username,
    ...(tokens.centre === undefined ? {} : { centre: tokens.centre }),
    tokenHash: tokenHash(tokens.refreshToken),
    rotatedAt: at,
    ...created(stamp, Math.floor(now.epochMilliseconds / 1000) + seconds),
  };
  const outcome = await context.store.transact([
    { act: 'put', label: 'session', entity: session, item, over: 'absent' },
  ]);
  if (!outcome.done) return fail('busy');
  const value = writeCookie({ session: made, refreshToken: tokens.refreshToken });
  return ok({ answer: signedIn(tokens), cookie: { value, seconds } });
};
