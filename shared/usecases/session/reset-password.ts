import type { Audience } from '#contracts/route.ts';
import { fail, invalid, ok, type Result } from '../result.ts';
import { noteEvent } from './account-event.ts';
import { refuseEvenly } from './answer-evenly.ts';
import { isCommonPassword } from './common-password.ts';
import { countTry, forgetGuessing, GUARDS } from './guard-guessing.ts';
import { rememberDevice } from './known-device.ts';
import { dropSessions } from './other-sessions.ts';
import type { SessionContext } from './session-context.ts';
import { NEW_PASSWORD, signOutAccount } from './sign-out-account.ts';
import { LIMITS, throttle } from './throttle.ts';
import { isCentreCode, useCentreCode } from './use-centre-code.ts';
import { asUsername } from './username.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

export interface ResetGiven {
  readonly audience: Audience;
  readonly username: string;
  readonly code: string;
  readonly password: string;
}
type Answered = Promise<Result<SessionAnswer<undefined>>>;

const tryReset = async (given: ResetGiven, visitor: Visitor, context: SessionContext): Answered => {
  const { audience, code, password } = given;
  const username = asUsername(given.username);
  if (username === undefined) return fail('not-accepted');
  const reset = isCentreCode(code)
    ? await useCentreCode(context, { audience, username, code, password })
    : await context.accounts.resetPassword(audience, { username, code, password });
  if (!reset.ok) return reset;
  const found = await context.accounts.find(audience, username);
  if (found === undefined) return fail('not-accepted');
  await signOutAccount(context, {
    audience,
    account: found.account,
    username,
    action: 'reset-password',
    mutationId: context.newId(),
    tell: NEW_PASSWORD[audience],
  });
  const noted = { audience, account: found.account, visitor, what: 'password-reset' } as const;
  await dropSessions(context, found.account, [noteEvent(context, noted)]);
  const who = { audience, username, visitor };
  const [device] = await Promise.all([
    // Whoever strangers keep busy gets in with the new password from here.
    rememberDevice(context, who),
    forgetGuessing(context, GUARDS.signIn, who),
    forgetGuessing(context, GUARDS.resetCode, who),
  ]);
  return ok({ answer: undefined, cookie: 'forget', ...device });
};

/** Sets a new password with the mailed code or one from the centre, and ends every session of the account. */
export const resetPassword = async (
  given: ResetGiven,
  visitor: Visitor,
  context: SessionContext,
): Answered => {
  // Before the code is looked at: it is not used up by a password that can't be.
  if (isCommonPassword(given.password, given.username)) return invalid('/password', 'too-common');
  const fromHere = await throttle(context, LIMITS.signInByAddress, visitor.address);
  if (!fromHere.ok) return fromHere;
  // Sixty random bits need no count: a centre's code is the way in when strangers keep using up the tries.
  if (!isCentreCode(given.code)) {
    const allowed = await countTry(context, GUARDS.resetCode, { ...given, visitor });
    if (!allowed.ok) return allowed;
  }
  return refuseEvenly(context, () => tryReset(given, visitor, context));
};
