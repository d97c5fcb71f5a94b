import type * as z from 'zod';
import type { invitationMade } from '#contracts/centre.ts';
import type { PersonInvitationBody } from '#contracts/patient.ts';
import { centrePolicy, centreProfile } from '#table/entities/centre.ts';
import { invited } from '#table/entities/sign-in.ts';
import { invite, type Invited } from '#usecases/invitation/invitation-acts.ts';
import { spend } from '#usecases/limits/spend.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { wholePolicy } from '#usecases/recording/facts.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { birthDateHash, invitationHash } from '#usecases/session/invitation-code.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import { changePatient, diaryOf, type Changing } from './change-patient.ts';

const madeFor = (
  context: Context,
  { patient, stamp }: Changing,
  given: { readonly id: string; readonly body: PersonInvitationBody },
  centre: { readonly name: string; readonly zone: string; readonly validDays: number },
): Invited => {
  const { id, body } = given;
  const { consent } = patient;
  return invite(context, {
    id,
    forWhom: (code) => ({
      kind: body.relation === 'self' ? 'patient' : 'carer',
      centre: patient.centre,
      centreName: centre.name,
      patient: patient.patient,
      firstName: patient.identity.givenName,
      relation: body.relation,
      mayRecord: body.mayRecord,
      consent: consent.state,
      birthDateHash: birthDateHash(code, patient.identity.birthDate),
    }),
    name: body.name,
    email: body.by === 'mail' ? body.email : undefined,
    language: body.language,
    validDays: centre.validDays,
    owner: { of: 'diary', centre: patient.centre, patient: patient.patient },
    zone: patient.homeZone,
    stamp,
  });
};

/**
 * Invites the patient or a carer, by mail or with a code to print. A code is shown once: asked for again with the same
 * act, the answer has none, and a new invitation is made where the letter was lost.
 */
export const invitePerson = async (
  context: Context,
  caller: StaffCaller,
  given: { readonly patient: string; readonly id: string; readonly body: PersonInvitationBody },
): Promise<Result<z.infer<typeof invitationMade>>> => {
  const [profile, policy] = await Promise.all([
    context.store.get(centreProfile, centreProfile.key(caller)),
    context.store.get(centrePolicy, centrePolicy.key(caller)),
  ]);
  if (profile === undefined) return fail('not-found');
  const spent = await spend(context, caller, { of: 'centre', centre: caller.centre }, 'invite');
  if (!spent.ok) return spent;
  const validDays = wholePolicy(policy?.policy).invitationValidDays;
  let made: Invited | undefined;
  const asked = { patient: given.patient, mutationId: given.body.mutationId };
  const result = await changePatient(context, caller, asked, (changing) => {
    const { patient } = changing;
    if (patient.stop !== undefined) return fail('not-now');
    if (patient.consent.state === 'needed' || patient.consent.state === 'revoked')
      return fail('consent-needed');
    made = madeFor(context, changing, given, { name: profile.name, zone: profile.zone, validDays });
    return ok({
      state: patient,
      more: made.acts,
      happening: { action: 'invite-person', about: given.id, after: given.body.relation },
    });
  });
  if (!result.ok) return result;
  const expiresAt =
    made?.expiresAt ??
    context
      .now()
      .add({ hours: validDays * 24 })
      .toString({ smallestUnit: 'second' });
  const code = await keptCode(context, diaryOf(caller, given.patient), given.id, made);
  return ok({ id: given.id, expiresAt, ...(code === undefined ? {} : { code }) });
};

/** The code to print, unless the act had been done before: then the one made now opens nothing. */
const keptCode = async (
  context: Context,
  diary: DiaryIds,
  id: string,
  made: Invited | undefined,
): Promise<string | undefined> => {
  if (made?.code === undefined) return undefined;
  const key = invited.key({ owner: { of: 'diary', ...diary }, invitation: id });
  const kept = await context.store.get(invited, key);
  return kept?.hash === invitationHash(made.code) ? made.code : undefined;
};
