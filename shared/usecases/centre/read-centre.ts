import type { Centre, StaffMe } from '#contracts/centre.ts';
import { centrePolicy, centreProfile, staff } from '#table/entities/centre.ts';
import type { Stored } from '#table/entity.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';

/** A centre's profile as people read it. */
export const centreOf = (
  profile: Omit<Stored<typeof centreProfile>, 'emergencySites' | 'matchByClass'>,
): Centre => ({
  id: profile.centre,
  name: profile.name,
  email: profile.email,
  phone: profile.phone,
  emergencyPhone: profile.emergencyPhone,
  address: profile.address,
  zone: profile.zone,
  status: profile.status,
  version: profile.version,
});

/** The centre with its policy, and who is signed in. The version is the policy's: it is what staff correct here. */
export const readCentre = async (context: Context, caller: StaffCaller): Promise<Result<StaffMe>> => {
  const [profile, policy, me] = await Promise.all([
    context.store.get(centreProfile, centreProfile.key(caller)),
    context.store.get(centrePolicy, centrePolicy.key(caller)),
    context.store.get(staff, staff.key(caller)),
  ]);
  if (profile === undefined || policy === undefined || me?.status !== 'active') return fail('not-found');
  return ok({
    account: caller.account,
    username: caller.username,
    displayName: me.displayName,
    job: me.job,
    worksElsewhere: caller.worksElsewhere ?? false,
    centre: { ...centreOf(profile), version: policy.version, policy: policy.policy },
  });
};
