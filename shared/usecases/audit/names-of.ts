import type { link } from '#table/entities/diary.ts';
import type { grant } from '#table/entities/sharing.ts';
import type { audit } from '#table/entities/system.ts';
import type { Fields, Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import type { Context } from '#usecases/ports/context.ts';

type Grant = Fields<typeof grant>;
type Actor = Fields<typeof audit>['actor'];

/** Who somebody of the audit is called, and as what they acted. */
export type NameOf = (actor: Actor) => { readonly who: string; readonly as: string };

const staffOf = async ({ store }: Pick<Context, 'store'>, centres: readonly string[]) => {
  const found = await Promise.all(centres.map((centre) => store.queryAll(patterns.staffOf(centre))));
  return new Map(found.flat().map(({ item }) => [`${item.centre} ${item.account}`, item.displayName]));
};

/** The names of a diary’s people, and of the staff of the centres that may have seen it; else the username, or the account’s id. */
export const nameIn = async (
  context: Pick<Context, 'store'>,
  home: string,
  { links, grants }: { readonly links: readonly Stored<typeof link>[]; readonly grants: readonly Grant[] },
): Promise<NameOf> => {
  const shared = new Map(grants.map(({ grantee, granteeName }) => [grantee, granteeName]));
  const staff = await staffOf(context, [home, ...shared.keys()]);
  const people = new Map(links.map((one) => [one.account, one]));
  return (actor) => {
    const { account, name = account, as, centre = home } = actor;
    if (as === 'person') {
      const known = people.get(account);
      return known === undefined
        ? { who: account, as: 'person' }
        : { who: known.name, as: known.endedAt === undefined ? known.relation : `${known.relation}, ended` };
    }
    const who = staff.get(`${centre} ${account}`) ?? name;
    return { who, as: centre === home ? as : `${as} of ${actor.centreName ?? shared.get(centre) ?? centre}` };
  };
};
