import type { Failure } from '../../shared/api/failure.ts';
import { send } from '../../shared/api/send.ts';
import { session } from '../../shared/session/session.ts';

/**
 * Moves the session to another of the person's centres; the page starts afresh there.
 *
 * @returns why it did not happen; nothing when the page is on its way
 */
export async function moveTo(centre: string): Promise<Failure | undefined> {
  const call = { params: { audience: 'centre' as const }, body: { centre } };
  const outcome = await session.inTurn(() => send('choose-centre', call));
  if (!outcome.ok) return outcome.failure;
  window.location.assign('/');
  return undefined;
}
