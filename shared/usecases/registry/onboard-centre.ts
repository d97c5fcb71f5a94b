import type { Centre, CentreBody } from '#contracts/centre.ts';
import { centrePolicy, centreProfile, listedCentre, registryCentre } from '#table/entities/centre.ts';
import type { Stored } from '#table/entity.ts';
import { created, type Stamp } from '#table/item.ts';
import { doneBefore } from '#usecases/centre/change-centre.ts';
import { centreOf } from '#usecases/centre/read-centre.ts';
import { contradictions } from '#usecases/centre/set-policy.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import { invite } from '#usecases/invitation/invitation-acts.ts';
import type { Context, RegistryCaller } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { writeAtRegistry } from './registry-may.ts';

/** The profile of a centre, without what only the request needs. */
export const profileOf = (centre: string, body: CentreBody) => {
  const { name, email, phone, emergencyPhone, address, zone } = body;
  return { centre, name, email, phone, emergencyPhone, address, zone };
};

/** What other centres may know of it: its name and whether it takes part. */
export const directoryPut = (profile: Stored<typeof centreProfile>): Act => {
  const { emergencySites: _e, matchByClass: _m, email: _a, phone: _p, ...rest } = profile;
  const { emergencyPhone: _n, address: _d, zone: _z, ...item } = rest;
  return { act: 'put', label: 'directory', entity: listedCentre, item, over: 'any' };
};

/** What a centre's numbers must be for patients to be safe with them. */
export const centreProblem = (body: CentreBody): Result<never> | undefined => {
  const digits = (number: string): string => number.replaceAll(/\D/g, '');
  // Somebody who bleeds at night must not reach an answering machine.
  if (digits(body.phone) === digits(body.emergencyPhone)) return invalid('/emergencyPhone', 'same-as-office');
  return contradictions(body.policy, '/policy');
};

const invitation = (context: Context, centre: string, body: CentreBody, stamp: Stamp): readonly Act[] => {
  const first = body.firstDataManager;
  if (first === undefined) return [];
  return invite(context, {
    id: `first-${centre}`.slice(0, 40),
    forWhom: () => ({ kind: 'staff', centre, centreName: body.name, job: 'data-manager' }),
    name: first.name,
    email: first.email,
    validDays: body.policy.invitationValidDays,
    owner: { of: 'centre', centre },
    zone: body.zone,
    stamp,
  }).acts;
};

/** Onboards a centre: profile, policy, the registry's own record and the first data manager's invitation, or none. */
export const onboardCentre = async (
  context: Context,
  caller: RegistryCaller,
  centre: string,
  body: CentreBody,
): Promise<Result<Centre>> => {
  if (body.firstDataManager === undefined) return invalid('/firstDataManager', 'empty');
  const wrong = centreProblem(body);
  if (wrong !== undefined) return wrong;
  const stamp = stampOf(context, caller, body.mutationId);
  const fields = { ...profileOf(centre, body), status: 'active' as const };
  const common = created(stamp);
  const { emergencySites, matchByClass } = body.policy;
  const profile = { ...fields, emergencySites, matchByClass, ...common };
  const acts: Act[] = [
    { act: 'put', label: 'centre', entity: centreProfile, item: profile, over: 'absent' },
    {
      act: 'put',
      label: 'policy',
      entity: centrePolicy,
      item: { centre, policy: body.policy, ...common },
      over: 'absent',
    },
    { act: 'put', label: 'listed', entity: registryCentre, item: { ...fields, ...common }, over: 'absent' },
    directoryPut(profile),
    ...invitation(context, centre, body, stamp),
  ];
  const value = centreOf(profile);
  const happening = { action: 'onboard-centre', about: centre, mutationId: body.mutationId };
  return writeAtRegistry(context, caller, { acts, happening, value }, (refused) =>
    doneBefore(refused, 'centre', body.mutationId) ? ok(value) : fail('taken'),
  );
};
