import type { Audience } from '#contracts/route.ts';
import { isProved } from './proof.ts';
import { sessionOfCookie } from './rotate-session.ts';
import type { SessionContext } from './session-context.ts';
import type { Visitor } from './visitor.ts';

/**
 * The session of a cookie, for an act that asks for the password once more.
 *
 * @returns `proof-needed` unless it was typed on the page that asks, within the last five minutes
 */
export const provenSession = async (
  context: SessionContext,
  audience: Audience,
  visitor: Visitor,
  proof: string | undefined,
): ReturnType<typeof sessionOfCookie> => {
  const found = await sessionOfCookie(context, audience, visitor);
  if (!found.ok) return found;
  const proven = isProved(context, found.value.stored.proof, proof);
  return proven.ok ? found : proven;
};
