import type * as z from 'zod';
import type { invitationMade, staffInvitationBody } from '#contracts/centre.ts';
import { centrePolicy, centreProfile } from '#table/entities/centre.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import { invite } from '#usecases/invitation/invitation-acts.ts';
import { spend } from '#usecases/limits/spend.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { wholePolicy } from '#usecases/recording/facts.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { doneBefore, writeAtCentre } from './change-centre.ts';

/** Invites a colleague by mail. */
export const inviteStaff = async (
  context: Context,
  caller: StaffCaller,
  given: { readonly id: string; readonly body: z.infer<typeof staffInvitationBody> },
): Promise<Result<z.infer<typeof invitationMade>>> => {
  const { id, body } = given;
  const [profile, policy] = await Promise.all([
    context.store.get(centreProfile, centreProfile.key(caller)),
    context.store.get(centrePolicy, centrePolicy.key(caller)),
  ]);
  if (profile === undefined) return fail('not-found');
  const { centre } = caller;
  const spent = await spend(context, caller, { of: 'centre', centre }, 'invite');
  if (!spent.ok) return spent;
  const made = invite(context, {
    id,
    forWhom: () => ({ kind: 'staff', centre, centreName: profile.name, job: body.job }),
    name: body.name,
    email: body.email,
    validDays: wholePolicy(policy?.policy).invitationValidDays,
    owner: { of: 'centre', centre },
    zone: profile.zone,
    stamp: stampOf(context, caller, body.mutationId),
  });
  const happening = { action: 'invite-staff', mutationId: body.mutationId, about: id, after: body.job };
  const value = { id, expiresAt: made.expiresAt };
  return writeAtCentre(context, caller, { acts: made.acts, happening, value }, (refused) =>
    doneBefore(refused, 'invited', body.mutationId) ? ok(value) : fail('taken'),
  );
};
