import type { Cognito } from './context.ts';
import { entry } from './entry.ts';
import { keyOf } from './lookup.ts';
import { refuse } from './refusal.ts';
import { randomToken } from './secrets.ts';
import type { Client, Pool, Session, User } from './state.ts';
import { forgetExpired } from './tokens.ts';

/** Opens a challenge session; it lives as long as the client's AuthSessionValidity says (3 minutes unless set). */
export function openSession(
  cognito: Cognito,
  { pool, client, user }: { pool: Pool; client: Client; user: User },
  challenge: Session['challenge'],
): string {
  const nowMs = cognito.nowMs();
  forgetExpired(pool, nowMs);
  const id = randomToken(64);
  pool.sessions[id] = {
    user: keyOf(pool, user),
    clientId: client.id,
    challenge,
    stage: 'challenged',
    expiresAt: nowMs + (client.settings.AuthSessionValidity ?? 3) * 60_000,
    used: false,
  };
  return id;
}

/** Finds the session a string stands for in any pool, and refuses it when it is unknown, spent or too old. */
export function sessionOf(cognito: Cognito, id: string): { pool: Pool; session: Session; user: User } {
  for (const pool of Object.values(cognito.state.pools)) {
    const session = entry(pool.sessions, id);
    const user = session && entry(pool.users, session.user);
    if (!user) continue;
    if (session.used) {
      refuse('NotAuthorizedException', 'Invalid session for the user, session can only be used once.');
    }
    if (session.expiresAt <= cognito.nowMs()) {
      refuse('NotAuthorizedException', 'Invalid session for the user, session is expired.');
    }
    if (!user.enabled) refuse('NotAuthorizedException', 'User is disabled.');
    return { pool, session, user };
  }
  return refuse('NotAuthorizedException', 'Invalid session for the user.');
}

/** Spends a session and opens the next one of the same challenge, which runs out when the first would have. */
export function nextSession(
  pool: Pool,
  session: Session,
  change: Partial<Pick<Session, 'stage' | 'secret'>>,
): string {
  const id = randomToken(64);
  pool.sessions[id] = { ...session, ...change, used: false };
  session.used = true;
  return id;
}

/** Closes every session of a user, so that a later user of the same name cannot go on with one. */
export function closeSessions(pool: Pool, user: User): void {
  for (const session of Object.values(pool.sessions)) {
    if (session.user === keyOf(pool, user)) session.used = true;
  }
}
