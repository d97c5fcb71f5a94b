import type { Audience } from '#contracts/route.ts';
import { ok, type Result } from '../result.ts';
import type { SessionContext } from './session-context.ts';
import { LIMITS, throttle } from './throttle.ts';
import { asUsername } from './username.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

/** Every answer takes a whole number of these, so that the mail that was or wasn't sent can't be heard in the time. */
const STEP_MS = 2000;

/** Mails a one-time code where the username exists; answers the same, as late, where it does not. */
export const requestReset = async (
  given: { readonly audience: Audience; readonly username: string },
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<undefined>>> => {
  const started = context.now().epochMilliseconds;
  const allowed = await throttle(
    context,
    [LIMITS.resetByName, given.username.toLowerCase()],
    [LIMITS.resetByAddress, visitor.address],
  );
  if (!allowed.ok) return allowed;
  const username = asUsername(given.username);
  if (username !== undefined) await context.accounts.sendResetCode(given.audience, { username });
  const took = context.now().epochMilliseconds - started;
  await context.wait(STEP_MS - (took % STEP_MS));
  return ok({ answer: undefined });
};
