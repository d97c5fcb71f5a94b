import { centreProfile } from '#table/entities/centre.ts';
import { outbox } from '#table/entities/system.ts';
import { created } from '#table/item.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import type { Outbox } from './mail-rules.ts';

type Help = Extract<Outbox['job'], { kind: 'tell-of-help' }>;

/**
 * That an account was helped to sign in, to be told once it has happened: to the account by mail, and to every other
 * diary and centre that it is linked to. A centre reaches no other centre's items, so it leaves this to the outbox.
 *
 * @throws Error where the caller's centre has no profile
 */
export const tellOfHelp = async (
  context: Pick<Context, 'store' | 'now'>,
  caller: StaffCaller,
  given: Omit<Help, 'kind' | 'by'> & { readonly mutationId: string },
): Promise<Act> => {
  const { mutationId, ...help } = given;
  const profile = await context.store.get(centreProfile, centreProfile.key(caller));
  if (profile === undefined) throw new Error('A centre has no profile.');
  const { account, username: name, centre, job } = caller;
  const at = context.now().toString({ smallestUnit: 'second' });
  const item: Outbox = {
    outbox: mutationId,
    owner: { of: 'centre', centre },
    at,
    job: {
      kind: 'tell-of-help',
      ...help,
      by: { account, name, centre, centreName: profile.name, job },
    },
    state: 'waiting',
    notBefore: at,
    attempts: 0,
    ...created({ at, by: account, mutationId }),
  };
  return { act: 'put', label: 'tell', entity: outbox, item, over: 'absent' };
};
