import type { Audience } from '#contracts/route.ts';
import type { Result } from '../result.ts';
import { rotateSession, sessionOfCookie } from './rotate-session.ts';
import type { SessionContext } from './session-context.ts';
import type { SignedIn } from './start-session.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

/**
 * Exchanges the refresh cookie for a new token and a new cookie. Staff stay at the centre that the session works at;
 * without a job there any more, or while it is suspended, the session is over.
 *
 * @returns `signed-out` when the cookie is unknown, old or used twice; then the whole family is ended
 */
export const refreshSession = async (
  { audience }: { readonly audience: Audience },
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<SignedIn>>> => {
  const found = await sessionOfCookie(context, audience, visitor);
  return found.ok ? rotateSession(context, found.value) : found;
};
