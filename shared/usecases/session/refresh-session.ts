import type { Audience } from '#contracts/route.ts';
import { session } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { changed } from '#table/item.ts';
import { Temporal } from 'temporal-polyfill';
import type { Tokens } from '../ports/accounts.ts';
import { fail, ok, type Result } from '../result.ts';
import { isHashOf, readCookie, tokenHash, writeCookie, type RefreshCookie } from './refresh-cookie.ts';
import type { SessionContext } from './session-context.ts';
import { signOutAccount } from './sign-out-account.ts';
import { signedIn, type SignedIn } from './start-session.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

type Session = Stored<typeof session>;

/** Two tabs, or a phone that lost the answer, may show the token before once more. Less than Cognito's own 30 s. */
const GRACE_SECONDS = 10;
const TRIES = 3;

const within = (context: SessionContext, rotatedAt: string): boolean =>
  context.now().since(Temporal.Instant.from(rotatedAt)).total('seconds') <= GRACE_SECONDS;

/** Which token of the family this is: the next, the one just used, or one that must not exist any more. */
const standing = (context: SessionContext, stored: Session, refreshToken: string) => {
  if (isHashOf(stored.tokenHash, refreshToken)) return 'next';
  return isHashOf(stored.previousHash, refreshToken) && within(context, stored.rotatedAt)
    ? 'just-used'
    : 'reused';
};

/** Two hold the same family: nobody can tell which is the thief, so both are signed out. */
const endFamily = async (
  context: SessionContext,
  stored: Session,
  refreshToken: string,
): Promise<Result<never>> => {
  const { audience, account, username } = stored;
  await context.store.transact([{ act: 'remove', label: 'session', key: session.key(stored) }]);
  await context.accounts.revoke(audience, refreshToken);
  await signOutAccount(context, {
    audience,
    account,
    username,
    action: 'refresh-session',
    mutationId: context.newId(),
  });
  return fail('signed-out');
};

const rotated = (context: SessionContext, stored: Session, was: 'next' | 'just-used', tokens: Tokens) => {
  const at = context.now().toString({ smallestUnit: 'millisecond' });
  const stamp = { at, by: stored.account, mutationId: context.newId() };
  return {
    ...stored,
    ...changed(stored, stamp),
    tokenHash: tokenHash(tokens.refreshToken),
    // A tab that comes second replaces what the first was given; the grace runs from the first.
    ...(was === 'next' ? { previousHash: stored.tokenHash, rotatedAt: at } : {}),
  };
};

const answered = (context: SessionContext, stored: Session, tokens: Tokens): SessionAnswer<SignedIn> => {
  const left = (stored.expiresAt ?? 0) - Math.floor(context.now().epochMilliseconds / 1000);
  const value = writeCookie({ session: stored.session, refreshToken: tokens.refreshToken });
  return { answer: signedIn(tokens), cookie: { value, seconds: Math.max(left, 0) } };
};

/** Writes what the exchange gave; when another tab was quicker, looks again and stands behind it. */
const keep = async (
  context: SessionContext,
  cookie: RefreshCookie,
  tokens: Tokens,
): Promise<Result<SessionAnswer<SignedIn>>> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const stored = await context.store.get(session, session.key(cookie));
    if (stored === undefined) return fail('signed-out');
    const was = standing(context, stored, cookie.refreshToken);
    if (was === 'reused') return endFamily(context, stored, cookie.refreshToken);
    const item = rotated(context, stored, was, tokens);
    const outcome = await context.store.transact([
      { act: 'put', label: 'session', entity: session, item, over: stored.version },
    ]);
    if (outcome.done) return ok(answered(context, stored, tokens));
  }
  return fail('busy');
};

/**
 * Exchanges the refresh cookie for a new token and a new cookie.
 *
 * @returns `signed-out` when the cookie is unknown, old or used twice; then the whole family is ended
 */
export const refreshSession = async (
  { audience }: { readonly audience: Audience },
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<SignedIn>>> => {
  const cookie = readCookie(visitor.cookie);
  if (cookie === undefined || !visitor.fromOurPage) return fail('signed-out');
  const stored = await context.store.get(session, session.key(cookie));
  if (stored?.audience !== audience) return fail('signed-out');
  if (standing(context, stored, cookie.refreshToken) === 'reused') {
    return endFamily(context, stored, cookie.refreshToken);
  }
  const tokens = await context.accounts.refresh(audience, cookie.refreshToken);
  return tokens.ok ? keep(context, cookie, tokens.value) : tokens;
};
