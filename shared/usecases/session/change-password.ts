import type { Audience } from '#contracts/route.ts';
import { invalid, ok, type Result } from '../result.ts';
import { noteEvent } from './account-event.ts';
import { withPassword } from './check-password.ts';
import { isCommonPassword } from './common-password.ts';
import { forgetGuessing, GUARDS } from './guard-guessing.ts';
import { dropSessions } from './other-sessions.ts';
import { rotateSession, sessionOfCookie, type Session } from './rotate-session.ts';
import type { RefreshCookie } from './refresh-cookie.ts';
import type { SessionContext } from './session-context.ts';
import { endTokens, NEW_PASSWORD } from './sign-out-account.ts';
import { LIMITS, throttle } from './throttle.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

interface Given {
  readonly audience: Audience;
  readonly current: string;
  readonly password: string;
}
type Answered = Promise<Result<SessionAnswer<undefined>>>;

const change = async (
  { audience, current, password }: Given,
  visitor: Visitor,
  context: SessionContext,
  found: { readonly stored: Session; readonly cookie: RefreshCookie },
): Answered => {
  const { account, username, session } = found.stored;
  if (password === current) return invalid('/password', 'same');
  if (isCommonPassword(password, username)) return invalid('/password', 'too-common');
  const rotated = await rotateSession(context, found);
  if (!rotated.ok) return rotated;
  const set = await context.accounts.setPassword(audience, { username, password });
  if (!set.ok) return set;
  const what = 'password-changed' as const;
  const noted = noteEvent(context, { audience, account, visitor, what, session });
  await dropSessions(context, account, [noted], session);
  const action = 'change-password';
  const ended = { audience, account, username, action, mutationId: context.newId() };
  await endTokens(context, { ...ended, tell: NEW_PASSWORD[audience] });
  await forgetGuessing(context, GUARDS.signIn, { audience, username, visitor });
  return ok({ ...rotated.value, answer: undefined });
};

/**
 * Sets a new password for whoever is signed in and knows the one they have. Every other session of the account is over;
 * this one goes on.
 *
 * @returns `not-accepted` for a wrong current password, which counts as a try to sign in
 */
export const changePassword = async (given: Given, visitor: Visitor, context: SessionContext): Answered => {
  const { audience } = given;
  const fromHere = await throttle(context, LIMITS.signInByAddress, visitor.address);
  if (!fromHere.ok) return fromHere;
  const found = await sessionOfCookie(context, audience, visitor);
  if (!found.ok) return found;
  const { username } = found.value.stored;
  const asked = { audience, username, password: given.current };
  return withPassword(context, asked, visitor, () => change(given, visitor, context, found.value));
};
