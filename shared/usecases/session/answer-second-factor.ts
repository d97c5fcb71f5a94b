import type { Audience } from '#contracts/route.ts';
import { fail, type Result } from '../result.ts';
import { refuseEvenly } from './answer-evenly.ts';
import { finishSignIn } from './answer-step.ts';
import { countRefused } from './count-refused.ts';
import { countTry, GUARDS } from './guard-guessing.ts';
import type { SessionContext } from './session-context.ts';
import type { SignedIn } from './start-session.ts';
import { LIMITS, throttle } from './throttle.ts';
import { useCodeOnce } from './use-code-once.ts';
import { asUsername } from './username.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

export interface SecondFactorGiven {
  readonly audience: Audience;
  readonly username: string;
  readonly challenge: string;
  readonly code: string;
}
type How = 'answerSecondFactor' | 'finishSetUp';
type Answered = Promise<Result<SessionAnswer<SignedIn>>>;

const tryCode = async (
  how: How,
  { audience, username: typed, challenge, code }: SecondFactorGiven,
  visitor: Visitor,
  context: SessionContext,
): Answered => {
  const username = asUsername(typed);
  if (username === undefined) return fail('not-accepted');
  const step = await context.accounts[how](audience, { username, challenge, code });
  if (!step.ok) return step;
  if (step.value.step !== 'signed-in') return fail('not-accepted');
  const { tokens } = step.value;
  const once = await useCodeOnce(context, { audience, account: tokens.account, code });
  if (once.ok) {
    const first = how === 'finishSetUp' ? 'set-up' : 'known';
    return finishSignIn(context, { audience, username, visitor }, tokens, first);
  }
  await context.accounts.revoke(audience, tokens.refreshToken);
  return once;
};

/** Finishes a sign-in with six digits; `how` is what they prove: an app that is known, or one being set up. */
const secondStep =
  (how: How) =>
  async (given: SecondFactorGiven, visitor: Visitor, context: SessionContext): Answered => {
    const { audience, username } = given;
    const fromHere = await throttle(context, LIMITS.signInByAddress, visitor.address);
    if (!fromHere.ok) return fromHere;
    const allowed = await countTry(context, GUARDS.signIn, { audience, username, visitor });
    if (!allowed.ok) return allowed;
    const tried = () => tryCode(how, given, visitor, context);
    return refuseEvenly(context, () => countRefused(context, { audience, username }, tried));
  };

/** Finishes a sign-in with the code of an authenticator app. */
export const answerSecondFactor = secondStep('answerSecondFactor');

/** Confirms the authenticator app at the first sign-in, and finishes it. */
export const setUpSecondFactor = secondStep('finishSetUp');
