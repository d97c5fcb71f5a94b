import type { audit } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { REFUSED } from '#usecases/audit/view.ts';
import type { Sight } from './sight.ts';

type Line = Stored<typeof audit>;

/** A line of a diary's log as others than the centre's staff may have it. */
export type SeenLine = Pick<Line, 'audit' | 'at' | 'actor' | 'action' | 'about'>;

/** That something is withheld, and that it once was, is as much of a secret as what it is. */
const NEVER_TOLD = ['withhold', 'lift-withheld'];

/**
 * The lines of a diary's log that a reader may see, in the order given. What is withheld from them is not among them:
 * neither a line that is withheld itself, nor one about an entry that is, nor any that tells that something was. What a
 * thing was before and after, why, and which others stood on the same list are the centre's alone: a free text or an
 * older version may name what the reader doesn't see.
 */
export const auditSeen = (items: readonly Line[], sight: Sight): SeenLine[] => {
  const seen = items.filter(
    ({ audit, action, about }) =>
      !NEVER_TOLD.includes(action) && sight.seesLine(audit) && (about === undefined || sight.sees(about)),
  );
  const ids = new Set(seen.map(({ audit }) => audit));
  return seen
    .filter(({ action, about }) => action !== REFUSED || about === undefined || ids.has(about))
    .map(({ audit, at, actor, action, about }) => ({
      audit,
      at,
      actor,
      action,
      ...(about === undefined ? {} : { about: sight.shown(about) }),
    }));
};
