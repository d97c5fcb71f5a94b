import type { Audience } from '#contracts/route.ts';
import type { SignInAnswer } from '#contracts/session.ts';
import { fail, type Result } from '../result.ts';
import { answerStep } from './answer-step.ts';
import type { SessionContext } from './session-context.ts';
import { LIMITS, throttle } from './throttle.ts';
import { asUsername } from './username.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

/**
 * Starts a session, or says which second step is needed.
 *
 * @returns `not-accepted` for every way of being wrong, `too-many` after too many tries
 */
export const signIn = async (
  given: { readonly audience: Audience; readonly username: string; readonly password: string },
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<SignInAnswer>>> => {
  const { audience, password } = given;
  const allowed = await throttle(
    context,
    [LIMITS.signInByName, given.username.toLowerCase()],
    [LIMITS.signInByAddress, visitor.address],
  );
  if (!allowed.ok) return allowed;
  const username = asUsername(given.username);
  if (username === undefined) return fail('not-accepted');
  const step = await context.accounts.signIn(audience, { username, password });
  return step.ok ? answerStep(context, { audience, username }, step.value) : step;
};
