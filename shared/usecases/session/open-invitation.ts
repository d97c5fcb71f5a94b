import type { Audience } from '#contracts/route.ts';
import { invitation, invited } from '#table/entities/sign-in.ts';
import type { Stored } from '#table/entity.ts';
import { Temporal } from 'temporal-polyfill';
import { inScopeOf } from '../in-scope.ts';
import type { Context } from '../ports/context.ts';
import type { Scopes } from '../ports/scopes.ts';
import { invitationHash } from './invitation-code.ts';

export type Invitation = Stored<typeof invited>;

/** Wrong birth dates an invitation survives: a typo or two, not a search. */
export const MOST_MISSES = 5;

const audienceOf = (found: Invitation): Audience => {
  switch (found.for.kind) {
    case 'patient':
    case 'carer':
      return 'diary';
    case 'staff':
      return 'centre';
    case 'registry':
      return 'registry';
  }
};

/** Whether an invitation lets in where whoever wrote it may invite to: to that diary, that centre, or the registry. */
const isOwners = ({ owner, for: to }: Invitation): boolean => {
  switch (to.kind) {
    case 'patient':
    case 'carer':
      return owner.of === 'diary' && owner.centre === to.centre && owner.patient === to.patient;
    case 'staff':
      return owner.of === 'centre' && owner.centre === to.centre;
    case 'registry':
      return owner.of === 'registry';
  }
};

/**
 * The invitation behind a code, if it leads to this audience; used and ended ones too. A pointer is believed in nothing
 * but where to look: the invitation there has to know the code as well.
 */
export const findInvitation = async (
  context: Context & Scopes,
  audience: Audience,
  code: string,
): Promise<Invitation | undefined> => {
  const hash = invitationHash(code);
  const pointer = await context.store.get(invitation, invitation.key({ hash }));
  if (pointer === undefined) return undefined;
  const found = await inScopeOf(context, pointer.owner).store.get(invited, invited.key(pointer));
  if (found?.hash !== hash || !isOwners(found)) return undefined;
  return audienceOf(found) === audience ? found : undefined;
};

/** Whether an invitation may still be accepted: not used, not over, not tried too often. */
export const isOpen = (context: Context, found: Invitation): boolean =>
  found.usedBy === undefined &&
  found.misses < MOST_MISSES &&
  Temporal.Instant.compare(context.now(), Temporal.Instant.from(found.endsAt)) < 0;
