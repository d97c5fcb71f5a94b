import type * as z from 'zod';
import type { Audience } from '#contracts/route.ts';
import type { invitationSeen } from '#contracts/session.ts';
import { fail, ok, type Result } from '../result.ts';
import { refuseEvenly } from './answer-evenly.ts';
import { findInvitation, isOpen } from './open-invitation.ts';
import type { SessionContext } from './session-context.ts';
import { LIMITS, throttle } from './throttle.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

type Seen = z.infer<typeof invitationSeen>;
interface Given {
  readonly audience: Audience;
  readonly code: string;
}

const look = async (
  { audience, code }: Given,
  context: SessionContext,
): Promise<Result<SessionAnswer<Seen>>> => {
  const found = await findInvitation(context, audience, code);
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

/** What an invitation code is for, so that the right form is shown. Nothing of the patient. */
export const seeInvitation = async (
  given: Given,
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<Seen>>> => {
  const allowed = await throttle(context, LIMITS.invitationByAddress, visitor.address);
  return allowed.ok ? refuseEvenly(context, () => look(given, context)) : allowed;
};
