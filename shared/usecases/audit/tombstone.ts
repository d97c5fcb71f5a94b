import type { audit } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';

type Audit = Stored<typeof audit>;

/** How the audit names an erasure. It stands in the audit of the diary that it erases. */
export const ERASES = 'erase-diary';

/** What of an audit item is content: it goes when the diary is erased. */
export const CONTENTS = ['about', 'reason', 'before', 'after', 'shown', 'salt'] as const;

/** What erasure leaves of an audit item: ids, actor, action, instant and digest, so that the chain can still be checked. */
export const tombstoneOf = (item: Audit, erasedBy: string): Audit => {
  const { about: _a, reason: _r, before: _b, after: _f, shown: _s, salt: _t, ...kept } = item;
  const { account, as, centre } = item.actor;
  return {
    ...kept,
    actor: { account, as, ...(centre === undefined ? {} : { centre }) },
    version: item.version + 1,
    erasedBy,
  };
};
