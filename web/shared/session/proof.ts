import type { Answer } from '../api/call.ts';
import type { Failure } from '../api/failure.ts';
import { send } from '../api/send.ts';
import { session } from './session.ts';

/** In memory only, so that it is this page's alone. The API decides whether it is still good. */
let held: Answer<'prove'> | undefined;

/** What the password gave a moment ago, for the body of an act that asks for it. */
export const proofOf = (): { readonly proof?: string } => (held === undefined ? {} : { proof: held.proof });

/**
 * Takes the password once more.
 *
 * @returns why it was not taken; nothing where it was
 */
export async function prove(password: string): Promise<Failure | undefined> {
  const call = { params: { audience: session.audience() }, body: { password } };
  const outcome = await session.inTurn(() => send('prove', call));
  if (!outcome.ok) return outcome.failure;
  held = outcome.value;
  return undefined;
}
