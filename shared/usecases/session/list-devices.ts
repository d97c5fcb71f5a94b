import type * as z from 'zod';
import type { Audience } from '#contracts/route.ts';
import type { devices } from '#contracts/session.ts';
import * as patterns from '#table/patterns.ts';
import { ok, type Result } from '../result.ts';
import { refusedSince } from './count-refused.ts';
import { liveSessions } from './other-sessions.ts';
import { rotateSession, sessionOfCookie } from './rotate-session.ts';
import type { SessionContext } from './session-context.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

const NEWEST = 50;

/**
 * Where an account is signed in, and what happened to it lately. The cookie is exchanged on the way, so that one that
 * Cognito has ended shows nothing.
 */
export const listDevices = async (
  { audience }: { readonly audience: Audience },
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<z.input<typeof devices>>>> => {
  const found = await sessionOfCookie(context, audience, visitor);
  if (!found.ok) return found;
  const { account, session: current, username } = found.value.stored;
  const rotated = await rotateSession(context, found.value);
  if (!rotated.ok) return rotated;
  const [live, events, refused] = await Promise.all([
    liveSessions(context, account),
    context.store.query(patterns.eventsOf(account), { limit: NEWEST }),
    refusedSince(context, { audience, username }),
  ]);
  const items = live
    .map(({ session: id, browser, system, createdAt, rotatedAt }) => ({
      id,
      browser,
      system,
      since: createdAt,
      lastUsedAt: rotatedAt,
      current: id === current,
    }))
    .sort((one, other) => other.lastUsedAt.localeCompare(one.lastUsedAt));
  return ok({
    ...rotated.value,
    answer: { items, events: events.items.map(({ item }) => item), refusedSince: refused },
  });
};
