import type { Audience } from '#contracts/route.ts';
import { fail, ok, type Result } from '../result.ts';
import type { SessionContext } from './session-context.ts';
import { signOutAccount } from './sign-out-account.ts';
import { forgetTries, LIMITS, throttle } from './throttle.ts';
import { isCentreCode, useCentreCode } from './use-centre-code.ts';
import { asUsername } from './username.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

export interface ResetGiven {
  readonly audience: Audience;
  readonly username: string;
  readonly code: string;
  readonly password: string;
}

/** Sets a new password with the mailed code or one from the centre, and ends every session of the account. */
export const resetPassword = async (
  given: ResetGiven,
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<undefined>>> => {
  const { audience, code, password } = given;
  const allowed = await throttle(
    context,
    [LIMITS.signInByName, given.username.toLowerCase()],
    [LIMITS.signInByAddress, visitor.address],
  );
  if (!allowed.ok) return allowed;
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
  });
  await forgetTries(context, LIMITS.signInByName, username);
  return ok({ answer: undefined, cookie: 'forget' });
};
