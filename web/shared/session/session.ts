import { computed, effect, signal } from '@preact/signals';
import type { Audience } from '#contracts/route.ts';
import type { Failure } from '../api/failure.ts';
import { send } from '../api/send.ts';
import { serverNow } from '../api/server-clock.ts';

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
/** Somebody has just typed a password here, so it may be asked where they work. */
const fresh = signal(false);
/** Where staff work: a page drawn for one centre must not write to another. */
let place: string | undefined;
let audience: Audience = 'diary';
/** Whether a session was begun in this browser: without it there is no cookie worth trying. */
const mark = (of: Audience = audience): string => `haemdiary-${of}-session`;
/** Somebody signed out here while nothing could be reached. */
const leaving = (): string => `${mark()}-leaving`;
const marginMs = 60_000;
/** So long an earlier visit's session is waited for; then the page opens on what this device has. */
const patienceMs = 4_000;
const againMs = 30_000;
let timer = 0;

/** Two claims, read only to notice that they changed under an open page, never trusted for anything. */
function claimsIn(token: string): Readonly<Record<'account' | 'centre', string | undefined>> {
  const payload = token.split('.')[1] ?? btoa('{}');
  const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
  const claim = (name: string): string | undefined => {
    const value: unknown =
      typeof claims === 'object' && claims !== null ? Reflect.get(claims, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  return { account: claim('account'), centre: claim('centre') };
}

function take(answer: Token): void {
  const claims = claimsIn(answer.token);
  const isOther = account.value !== undefined && account.value !== claims.account;
  const hasMoved = place !== undefined && place !== claims.centre;
  if (isOther || hasMoved) {
    // Somebody else signed in over an expired page, or another page moved the session to another centre: nothing of
    // what was there may stay on it.
    localStorage.setItem(mark(), claims.account ?? '1');
    window.location.assign('/');
    return;
  }
  account.value = claims.account;
  place = claims.centre;
  held.value = answer;
  state.value = 'signed-in';
  localStorage.setItem(mark(), claims.account ?? '1');
  window.clearTimeout(timer);
  const lifeMs = Date.parse(answer.expiresAt) - serverNow();
  timer = window.setTimeout(() => void refresh(), Math.max(lifeMs - marginMs, 5_000));
}

/** A sign-in that was just finished on this page. */
function begin(answer: Token): void {
  fresh.value = state.value !== 'expired';
  // The new session has ended the one that this device came with.
  localStorage.removeItem(leaving());
  take(answer);
}

function lose(): void {
  held.value = undefined;
  window.clearTimeout(timer);
  localStorage.removeItem(mark());
  // A page that somebody is in the middle of stays, under the sign-in page; not what a page opened on before it knew.
  state.value = state.value === 'starting' || state.value === 'signed-out' ? 'signed-out' : 'expired';
}

/** Nothing answers: the page may open on what this device keeps of the account that was signed in. */
function goWithout(): void {
  if (held.value !== undefined || (state.value !== 'starting' && state.value !== 'unreachable')) return;
  // Some networks promise more than they hold, and no event tells when they are better.
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void refresh(), againMs);
  state.value = 'unreachable';
}

/** What a site does before it leaves a device that was ended from another one, such as removing what it keeps. */
const atEnd = new Set<() => Promise<void>>();

/** The page starts afresh, so nothing of whoever was signed in stays in memory. */
function leave(): void {
  localStorage.removeItem(mark());
  sessionStorage.clear();
  window.location.assign('/');
}

/** Another device of the account ended this one: nothing may stay here. */
async function forget(): Promise<void> {
  window.clearTimeout(timer);
  await Promise.allSettled([...atEnd].map((work) => work()));
  leave();
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
      if (outcome.ok) take(outcome.value);
      else if (outcome.failure.code === 'session-ended') await forget();
      else if (hasEnded(outcome.failure.code)) lose();
      else goWithout();
      return outcome.ok;
    })
    .finally(() => {
      refreshing = undefined;
    });
  return refreshing;
}

async function finishLeaving(): Promise<void> {
  if (localStorage.getItem(leaving()) === null) return;
  const outcome = await send('sign-out', { params: { audience } });
  if (outcome.ok || outcome.failure.code !== 'offline') localStorage.removeItem(leaving());
}

/** Tries the cookie of an earlier visit; call once, before the first page is drawn. */
async function start(of: Audience): Promise<void> {
  audience = of;
  // Whose session it will be if it is still good: what is typed or recorded meanwhile is theirs.
  const known = localStorage.getItem(mark());
  if (known !== null && known !== '1') account.value = known;
  window.addEventListener('online', () => {
    if (state.value === 'unreachable') void refresh();
  });
  window.addEventListener('online', () => void finishLeaving());
  await finishLeaving();
  if (localStorage.getItem(mark()) === null) {
    state.value = 'signed-out';
    return;
  }
  window.setTimeout(goWithout, patienceMs);
  await refresh();
}

/** Resolves when an earlier visit's session was taken up, or could not be. */
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    effect(() => {
      if (state.value !== 'starting') resolve();
    });
  });

/** A token good for at least another ten seconds, refreshed first where needed. */
async function token(): Promise<string | undefined> {
  if (state.value === 'starting') await settled();
  const now = held.value;
  if (now !== undefined && Date.parse(now.expiresAt) - serverNow() > 10_000) return now.token;
  if (state.value === 'signed-in') await refresh();
  return held.value?.token;
}

/** Ends the session here and at the server; the page starts afresh, so nothing stays in memory. */
async function signOut(): Promise<void> {
  const outcome = await send('sign-out', { params: { audience } });
  // Without a connection the session ends when there is one: the cookie is nothing that a page can take away.
  if (!outcome.ok && outcome.failure.code === 'offline') localStorage.setItem(leaving(), '1');
  leave();
}

/** Runs a call that uses the cookie up, in turn with the refreshes of all tabs. */
const inTurn = <T>(call: () => Promise<T>): Promise<T> =>
  navigator.locks.request(`${mark()}-refresh`, () => call());

/** The browser's one session: its state, its account, and what can be done with it. */
export const session = {
  state: computed(() => state.value),
  account: computed(() => account.value),
  isFresh: computed(() => fresh.value),
  /** The question after a sign-in is answered. */
  settle: (): void => {
    fresh.value = false;
  },
  inTurn,
  leave,
  /** The account that was signed in here last, also before anything was answered. */
  lastAccount: (): string | undefined => account.peek() ?? localStorage.getItem(mark()) ?? undefined,
  /** Registers what is to happen before the page leaves a device that was ended from another one. */
  atEnd: (work: () => Promise<void>): void => {
    atEnd.add(work);
  },
  audience: () => audience,
  isReturning: (of: Audience): boolean => localStorage.getItem(mark(of)) !== null,
  start,
  begin,
  token,
  refresh,
  signOut,
};
