import type { Audience } from '#contracts/route.ts';
import type { Language } from '#domain/languages.ts';
import { ok, type Result } from '../result.ts';
import { answerEvenly } from './answer-evenly.ts';
import { countTry, GUARDS } from './guard-guessing.ts';
import type { SessionContext } from './session-context.ts';
import { LIMITS, throttle } from './throttle.ts';
import { asUsername } from './username.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

/** Long enough for the mail that was or wasn't sent not to be heard in the time. */
const STEP_MS = 2000;

/** Mails a one-time code where the username exists; answers the same, as late, where it does not. */
export const requestReset = async (
  given: {
    readonly audience: Audience;
    readonly username: string;
    readonly language?: Language | undefined;
  },
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<undefined>>> => {
  const fromHere = await throttle(context, LIMITS.resetByAddress, visitor.address);
  if (!fromHere.ok) return fromHere;
  const allowed = await countTry(context, GUARDS.resetMail, { ...given, visitor });
  if (!allowed.ok) return allowed;
  return answerEvenly(context, STEP_MS, async () => {
    const username = asUsername(given.username);
    const { audience, language } = given;
    if (username !== undefined) await context.accounts.sendResetCode(audience, { username, language });
    return ok({ answer: undefined });
  });
};
