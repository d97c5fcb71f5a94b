import type { Owner } from '#table/entities/owner.ts';
import type { Key } from '#table/entity.ts';
import { centreOfKey } from '#table/key.ts';
import type { Context } from './ports/context.ts';
import type { Scopes } from './ports/scopes.ts';

/** The same context on the items of an owner; the registry's are the function's own. */
export const inScopeOf = <C extends Context & Scopes>(context: C, owner: Owner): C =>
  owner.of === 'registry' ? context : { ...context, store: context.within(owner) };

/** The same context at the centre that an item belongs to, for jobs that are told of items of any centre. */
export const atCentreOf = <C extends Context & Scopes>(context: C, { pk }: Key): C => {
  const centre = centreOfKey(pk);
  return centre === undefined ? context : { ...context, store: context.within({ of: 'centre', centre }) };
};
