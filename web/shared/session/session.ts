import { computed, signal } from '@preact/signals';
import type { Audience } from '#contracts/route.ts';
import type { Failure } from '../api/failure.ts';
import { send } from '../api/send.ts';

/**
 * `starting` until the refresh cookie was tried; `expired` where a signed-in page lost its session, so that
 * what was typed stays on the page while the person signs in again. `unreachable`: there is a session to take up,
 * but nothing answers.
 */
export type SessionState = 'starting' | 'unreachable' | 'signed-out' | 'signed-in' | 'expired';

interface Token {
  readonly token: string;
  readonly expiresAt: string;
}

const state = signal<SessionState>('starting');
const held = signal<Token | undefined>(undefined);
const account = signal<string | undefined>(undefined);
let audience: Audience = 'diary';
/** Whether a session was begun in this browser: without it there is no cookie worth trying. */
const mark = (of: Audience = audience): string => `haemdiary-${of}-session`;
const marginMs = 60_000;
let timer = 0;

/** The `account` claim; read only to notice that somebody else signed in, never trusted for anything. */
function accountIn(token: string): string | undefined {
  const payload = token.split('.')[1];
  if (payload === undefined) return undefined;
  const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
  return typeof claims === 'object' && claims !== null && 'account' in claims
    ? String(claims.account)
    : undefined;
}

function begin(answer: Token): void {
  const who = accountIn(answer.token);
  if (account.value !== undefined && account.value !== who) {
    // Somebody else signed in over an expired page: nothing of the other person may stay on it.
    window.location.assign('/');
    return;
  }
  account.value = who;
  held.value = answer;
  state.value = 'signed-in';
  localStorage.setItem(mark(), '1');
  window.clearTimeout(timer);
  const lifeMs = Date.parse(answer.expiresAt) - Date.now();
  timer = window.setTimeout(() => void refresh(), Math.max(lifeMs - marginMs, 5_000));
}

function lose(): void {
  held.value = undefined;
  window.clearTimeout(timer);
  localStorage.removeItem(mark());
  state.value = state.value === 'signed-in' || state.value === 'expired' ? 'expired' : 'signed-out';
}

/** Only these say that the session is over; without a connection, or in trouble, it may still be good. */
const hasEnded = (code: Failure['code']): boolean =>
  code === 'signed-out' || code === 'not-accepted' || code === 'not-allowed' || code === 'invalid';

let refreshing: Promise<boolean> | undefined;

/** One refresh at a time, across tabs too: a refresh token used twice would end the whole session. */
function refresh(): Promise<boolean> {
  refreshing ??= navigator.locks
    .request(`${mark()}-refresh`, async () => {
      const outcome = await send('refresh-session', { params: { audience } });
      if (outcome.ok) begin(outcome.value);
      else if (hasEnded(outcome.failure.code)) lose();
      else if (held.value === undefined && state.value === 'starting') state.value = 'unreachable';
      return outcome.ok;
    })
    .finally(() => {
      refreshing = undefined;
    });
  return refreshing;
}

/** Tries the cookie of an earlier visit; call once, before the first page is drawn. */
async function start(of: Audience): Promise<void> {
  audience = of;
  window.addEventListener('online', () => {
    if (state.value === 'unreachable') void refresh();
  });
  if (localStorage.getItem(mark()) === null) state.value = 'signed-out';
  else await refresh();
}

/** A token good for at least another ten seconds, refreshed first where needed. */
async function token(): Promise<string | undefined> {
  const now = held.value;
  if (now !== undefined && Date.parse(now.expiresAt) - Date.now() > 10_000) return now.token;
  if (state.value === 'signed-in') await refresh();
  return held.value?.token;
}

/** Ends the session here and at the server; the page starts afresh, so nothing stays in memory. */
async function signOut(): Promise<void> {
  await send('sign-out', { params: { audience } });
  localStorage.removeItem(mark());
  sessionStorage.clear();
  window.location.assign('/');
}

/** The browser's one session: its state, its account, and what can be done with it. */
export const session = {
  state: computed(() => state.value),
  account: computed(() => account.value),
  audience: () => audience,
  isReturning: (of: Audience): boolean => localStorage.getItem(mark(of)) !== null,
  start,
  begin,
  token,
  refresh,
  signOut,
};
