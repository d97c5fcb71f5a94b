import type { RouteName } from '#contracts/routes.ts';
import { session } from '../session/session.ts';
import type { Answer, Call } from './call.ts';
import { failure, type Outcome } from './failure.ts';
import { send } from './send.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, ms));

/**
 * Calls a route as the signed-in person: `api('get-month', { params: { c, p }, query: { month } })`.
 * A 401 refreshes once and tries again; `busy` (two writes met) tries again, which is safe because every write
 * carries its own mutationId.
 */
export async function api<N extends RouteName>(name: N, call: Call<N>): Promise<Outcome<Answer<N>>> {
  const token = await session.token();
  // Known already, of a page that opened on what this device keeps.
  if (session.state.peek() === 'signed-out') return { ok: false, failure: failure('signed-out') };
  const first = await send(name, call, token);
  if (first.ok) return first;
  if (first.failure.code === 'signed-out') {
    return (await session.refresh()) ? send(name, call, await session.token()) : first;
  }
  if (first.failure.code === 'busy') {
    await pause(200 + Math.random() * 400);
    return send(name, call, await session.token());
  }
  return first;
}
