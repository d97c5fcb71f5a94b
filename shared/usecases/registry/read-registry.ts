import type { RegistryMe } from '#contracts/registry.ts';
import { registryStaff } from '#table/entities/centre.ts';
import type { Context, RegistryCaller } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';

/** Who is signed in at the registry. */
export const readRegistry = async (context: Context, caller: RegistryCaller): Promise<Result<RegistryMe>> => {
  const me = await context.store.get(registryStaff, registryStaff.key(caller));
  if (me?.status !== 'active') return fail('not-found');
  return ok({ account: caller.account, username: caller.username, displayName: me.displayName, job: me.job });
};
