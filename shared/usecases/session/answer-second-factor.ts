import type { Audience } from '#contracts/route.ts';
import { fail, type Result } from '../result.ts';
import { finishSignIn } from './answer-step.ts';
import type { SessionContext } from './session-context.ts';
import type { SignedIn } from './start-session.ts';
import { LIMITS, throttle } from './throttle.ts';
import { asUsername } from './username.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

export interface SecondFactorGiven {
  readonly audience: Audience;
  readonly username: string;
  readonly challenge: string;
  readonly code: string;
}

/** Finishes a sign-in with six digits; `how` is what they prove: an app that is known, or one being set up. */
const secondStep =
  (how: 'answerSecondFactor' | 'finishSetUp') =>
  async (
    given: SecondFactorGiven,
    visitor: Visitor,
    context: SessionContext,
  ): Promise<Result<SessionAnswer<SignedIn>>> => {
    const username = asUsername(given.username);
    if (username === undefined) return fail('not-accepted');
    const { audience, challenge, code } = given;
    const allowed = await throttle(
      context,
      [LIMITS.signInByName, username],
      [LIMITS.signInByAddress, visitor.address],
    );
    if (!allowed.ok) return allowed;
    const step = await context.accounts[how](audience, { username, challenge, code });
    return step.ok ? finishSignIn(context, { audience, username }, step.value) : step;
  };

/** Finishes a sign-in with the code of an authenticator app. */
export const answerSecondFactor = secondStep('answerSecondFactor');

/** Confirms the authenticator app at the first sign-in, and finishes it. */
export const setUpSecondFactor = secondStep('finishSetUp');
