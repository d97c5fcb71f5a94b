import type { Audience } from '#contracts/route.ts';
import type { SignInAnswer } from '#contracts/session.ts';
import { fail, type Result } from '../result.ts';
import { refuseEvenly } from './answer-evenly.ts';
import { answerStep } from './answer-step.ts';
import { countRefused } from './count-refused.ts';
import { countTry, GUARDS } from './guard-guessing.ts';
import type { SessionContext } from './session-context.ts';
import { LIMITS, throttle } from './throttle.ts';
import { asUsername } from './username.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

interface Given {
  readonly audience: Audience;
  readonly username: string;
  readonly password: string;
}

const tryPassword = async (
  { audience, username: typed, password }: Given,
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<SignInAnswer>>> => {
  const username = asUsername(typed);
  if (username === undefined) return fail('not-accepted');
  const step = await context.accounts.signIn(audience, { username, password });
  return step.ok ? answerStep(context, { audience, username, visitor }, step.value) : step;
};

/**
 * Starts a session, or says which second step is needed.
 *
 * @returns `not-accepted` for every way of being wrong, `too-many` after too many tries
 */
export const signIn = async (
  given: Given,
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<SignInAnswer>>> => {
  const { audience, username } = given;
  const fromHere = await throttle(context, LIMITS.signInByAddress, visitor.address);
  if (!fromHere.ok) return fromHere;
  const allowed = await countTry(context, GUARDS.signIn, { audience, username, visitor });
  if (!allowed.ok) return allowed;
  const tried = () => tryPassword(given, visitor, context);
  return refuseEvenly(context, () => countRefused(context, { audience, username }, tried));
};
