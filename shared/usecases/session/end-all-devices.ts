import type { Audience } from '#contracts/route.ts';
import { ok, type Result } from '../result.ts';
import { noteEvent } from './account-event.ts';
import { dropSessions, endFromElsewhere, liveSessions } from './other-sessions.ts';
import { provenSession } from './proven-session.ts';
import { rotateSession } from './rotate-session.ts';
import type { SessionContext } from './session-context.ts';
import { signOutAccount } from './sign-out-account.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

/**
 * Signs the account out everywhere, here too; the other devices forget what they keep.
 *
 * @returns `proof-needed` unless the password was typed a moment ago
 */
export const endAllDevices = async (
  { audience, proof }: { readonly audience: Audience; readonly proof?: string | undefined },
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<undefined>>> => {
  const found = await provenSession(context, audience, visitor, proof);
  if (!found.ok) return found;
  const { account, username, session: current } = found.value.stored;
  const rotated = await rotateSession(context, found.value);
  if (!rotated.ok) return rotated;
  const live = await liveSessions(context, account);
  for (const one of live.filter((other) => other.session !== current))
    await endFromElsewhere(context, one, []);
  const noted = noteEvent(context, { audience, account, visitor, what: 'ended-everywhere' });
  await dropSessions(context, account, [noted]);
  const action = 'end-all-devices';
  await signOutAccount(context, { audience, account, username, action, mutationId: context.newId() });
  return ok({ answer: undefined, cookie: 'forget' });
};
