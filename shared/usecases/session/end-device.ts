import type { Audience } from '#contracts/route.ts';
import { session } from '#table/entities/sign-in.ts';
import { fail, ok, type Result } from '../result.ts';
import { noteEvent } from './account-event.ts';
import { endFromElsewhere } from './other-sessions.ts';
import { provenSession } from './proven-session.ts';
import { rotateSession } from './rotate-session.ts';
import type { SessionContext } from './session-context.ts';
import { endTokens } from './sign-out-account.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

interface Given {
  readonly audience: Audience;
  readonly id: string;
  readonly proof?: string | undefined;
}

/**
 * Signs one other device of the account out: its next request is refused, and its next refresh answered
 * `session-ended`. Ending it twice is no failure.
 *
 * @returns `not-found` for a session that is not the account's, `not-now` for the device's own: that is signing
 * out, `proof-needed` unless the password was typed a moment ago
 */
export const endDevice = async (
  { audience, id, proof }: Given,
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<undefined>>> => {
  const found = await provenSession(context, audience, visitor, proof);
  if (!found.ok) return found;
  const { account, username, session: current } = found.value.stored;
  if (id === current) return fail('not-now');
  const other = await context.store.get(session, session.key({ account, session: id }));
  if (other === undefined) return fail('not-found');
  const rotated = await rotateSession(context, found.value);
  if (!rotated.ok) return rotated;
  const noted = noteEvent(context, { audience, account, visitor, what: 'device-ended', session: id });
  const isNew = await endFromElsewhere(context, other, [noted]);
  const who = { audience, account, username, action: 'end-device', mutationId: context.newId() };
  // Which of the tokens that are out is that device's nobody can tell: every device fetches a new one.
  if (isNew) await endTokens(context, who);
  return ok({ ...rotated.value, answer: undefined });
};
