import type * as z from 'zod';
import type { Audience } from '#contracts/route.ts';
import type { invitationSeen } from '#contracts/session.ts';
import { fail, ok, type Result } from '../result.ts';
import { findInvitation, isOpen } from './open-invitation.ts';
import type { SessionContext } from './session-context.ts';
import { LIMITS, throttle } from './throttle.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

/** What an invitation code is for, so that the right form is shown. Nothing of the patient. */
export const seeInvitation = async (
  given: { readonly audience: Audience; readonly code: string },
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<z.infer<typeof invitationSeen>>>> => {
  const allowed = await throttle(context, [LIMITS.invitationByAddress, visitor.address]);
  if (!allowed.ok) return allowed;
  const found = await findInvitation(context, given.audience, given.code);
  if (found === undefined || !isOpen(context, found)) return fail('not-accepted');
  const { kind } = found.for;
  return ok({
    answer: {
      kind,
      ...('centreName' in found.for ? { centreName: found.for.centreName } : {}),
      birthDateNeeded: kind === 'patient' || kind === 'carer',
      expiresAt: found.endsAt,
    },
  });
};
