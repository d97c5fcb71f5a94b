import type { Audience } from '#contracts/route.ts';
import { session } from '#table/entities/sign-in.ts';
import type { Stored } from '#table/entity.ts';
import { changed } from '#table/item.ts';
import { Temporal } from 'temporal-polyfill';
import type { Tokens } from '../ports/accounts.ts';
import { fail, ok, type Result } from '../result.ts';
import { noteEvent } from './account-event.ts';
import { endedByCentre } from './ended-by-centre.ts';
import { isHashOf, readCookie, tokenHash, writeCookie, type RefreshCookie } from './refresh-cookie.ts';
import type { SessionContext } from './session-context.ts';
import { signOutAccount } from './sign-out-account.ts';
import { signedIn, type SignedIn } from './start-session.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

export type Session = Stored<typeof session>;

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
  const noted = { audience, account, visitor: { kind: stored }, session: stored.session };
  await context.store.transact([
    { act: 'remove', label: 'session', key: session.key(stored) },
    noteEvent(context, { ...noted, what: 'cookie-reused' }),
  ]);
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

interface Exchanged {
  readonly cookie: RefreshCookie;
  readonly tokens: Tokens;
  /** Only a choice moves a session to another centre; a refresh beside it doesn't take it back. */
  readonly chosen: string | undefined;
}

const rotated = (
  context: SessionContext,
  stored: Session,
  was: 'next' | 'just-used',
  { tokens, chosen }: Exchanged,
): Session => {
  const at = context.now().toString({ smallestUnit: 'millisecond' });
  const stamp = { at, by: stored.account, mutationId: context.newId() };
  const centre = chosen ?? stored.centre ?? tokens.centre;
  return {
    ...stored,
    ...changed(stored, stamp),
    ...(centre === undefined ? {} : { centre }),
    tokenHash: tokenHash(tokens.refreshToken),
    // A tab that comes second replaces what the first was given; the grace runs from the first.
    ...(was === 'next' ? { previousHash: stored.tokenHash, rotatedAt: at } : {}),
  };
};

const answered = (context: SessionContext, stored: Session, tokens: Tokens): SessionAnswer<SignedIn> => {
  const left = (stored.expiresAt ?? 0) - Math.floor(context.now().epochMilliseconds / 1000);
  const { account, session: id } = stored;
  const value = writeCookie({ account, session: id, refreshToken: tokens.refreshToken });
  return { answer: signedIn(tokens), cookie: { value, seconds: Math.max(left, 0) } };
};

/** Writes what the exchange gave; when another tab was quicker, looks again and stands behind it. */
const keep = async (
  context: SessionContext,
  exchanged: Exchanged,
): Promise<Result<SessionAnswer<SignedIn>>> => {
  const { cookie, tokens } = exchanged;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const stored = await context.store.get(session, session.key(cookie));
    if (stored === undefined) return fail('signed-out');
    const was = standing(context, stored, cookie.refreshToken);
    if (was === 'reused') return endFamily(context, stored, cookie.refreshToken);
    if (stored.endedAt !== undefined) return fail('session-ended');
    const item = rotated(context, stored, was, exchanged);
    const outcome = await context.store.transact([
      { act: 'put', label: 'session', entity: session, item, over: stored.version },
    ]);
    if (outcome.done) return ok(answered(context, stored, tokens));
  }
  return fail('busy');
};

/**
 * The session a refresh cookie stands for, with the cookie as it was read.
 *
 * @returns `signed-out` when the cookie is unknown, of another site or old; used twice, the whole family is ended;
 * `session-ended` where another device of the account ended it
 */
export const sessionOfCookie = async (
  context: SessionContext,
  audience: Audience,
  visitor: Visitor,
): Promise<Result<{ readonly stored: Session; readonly cookie: RefreshCookie }>> => {
  const cookie = readCookie(visitor.cookie);
  if (cookie === undefined) return fail('signed-out');
  const stored = await context.store.get(session, session.key(cookie));
  if (stored?.audience !== audience) return fail('signed-out');
  if (stored.endedAt !== undefined) {
    // Only the device that it was given to is told: whoever made up a token hears nothing.
    const known = [stored.tokenHash, stored.previousHash];
    return fail(known.some((hash) => isHashOf(hash, cookie.refreshToken)) ? 'session-ended' : 'signed-out');
  }
  return standing(context, stored, cookie.refreshToken) === 'reused'
    ? endFamily(context, stored, cookie.refreshToken)
    : ok({ stored, cookie });
};

/**
 * Exchanges a refresh cookie for a new token and a new cookie.
 *
 * @param chosen the centre that the session moves to, and stays at with every later refresh
 */
export const rotateSession = async (
  context: SessionContext,
  { stored, cookie }: { readonly stored: Session; readonly cookie: RefreshCookie },
  chosen?: string,
): Promise<Result<SessionAnswer<SignedIn>>> => {
  const { audience } = stored;
  const tokens = await context.accounts.refresh(audience, cookie.refreshToken, chosen ?? stored.centre);
  if (tokens.ok) return keep(context, { cookie, tokens: tokens.value, chosen });
  return (await endedByCentre(context, stored)) ? fail('session-ended') : tokens;
};
