import type { Audience } from '#contracts/route.ts';
import { ok, type Result } from '../result.ts';
import { endSession } from './end-session.ts';
import type { SessionContext } from './session-context.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

/** Ends this device's session and clears its cookie. Signing out twice is no failure. */
export const signOut = async (
  { audience }: { readonly audience: Audience },
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<undefined>>> => {
  await endSession(context, audience, visitor);
  return ok({ answer: undefined, cookie: 'forget' });
};
