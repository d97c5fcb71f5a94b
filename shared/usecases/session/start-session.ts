import type { SignInAnswer } from '#contracts/session.ts';
import { session } from '#table/entities/sign-in.ts';
import { created } from '#table/item.ts';
import { Temporal } from 'temporal-polyfill';
import type { Tokens } from '../ports/accounts.ts';
import { fail, ok, type Result } from '../result.ts';
import { noteEvent } from './account-event.ts';
import { forgetRefused, refusedSince } from './count-refused.ts';
import type { Guessing } from './guard-guessing.ts';
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

/**
 * Begins the session of one device: an item with the hash of the token that may be used next, and the cookie. The sign-in
 * is noted in the same transaction, with how many were refused before it.
 */
export const startSession = async (
  context: SessionContext,
  { audience, visitor }: Guessing,
  tokens: Tokens,
  how: 'known' | 'set-up',
): Promise<Result<SessionAnswer<SignedIn>>> => {
  const now = context.now();
  const at = now.toString({ smallestUnit: 'millisecond' });
  const { account, username, refreshToken } = tokens;
  const [seconds, refusedBefore] = await Promise.all([
    context.accounts.staysSignedIn(audience),
    refusedSince(context, { audience, username }),
  ]);
  const made = context.newId();
  const stamp = { at, by: account, mutationId: made };
  const item = {
    session: made,
    audience,
    account,
    username,
    ...(tokens.centre === undefined ? {} : { centre: tokens.centre }),
    tokenHash: tokenHash(refreshToken),
    rotatedAt: at,
    ...visitor.kind,
    ...created(stamp, Math.floor(now.epochMilliseconds / 1000) + seconds),
  };
  const noted = { audience, account, visitor, session: made };
  const outcome = await context.store.transact([
    { act: 'put', label: 'session', entity: session, item, over: 'absent' },
    noteEvent(context, { ...noted, what: 'signed-in', refusedBefore }),
    ...(how === 'set-up' ? [noteEvent(context, { ...noted, what: 'second-factor-set' })] : []),
    forgetRefused({ audience, username }),
  ]);
  if (!outcome.done) return fail('busy');
  const value = writeCookie({ account, session: made, refreshToken });
  return ok({ answer: signedIn(tokens), cookie: { value, seconds } });
};
