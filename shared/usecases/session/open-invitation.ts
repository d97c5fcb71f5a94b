import type { Audience } from '#contracts/route.ts';
import { invitation } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { Temporal } from 'temporal-polyfill';
import type { Context } from '../ports/context.ts';
import { invitationHash } from './invitation-code.ts';

export type Invitation = Stored<typeof invitation>;

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

/** The invitation behind a code, if it leads to this audience; used and ended ones too. */
export const findInvitation = async (
  context: Context,
  audience: Audience,
  code: string,
): Promise<Invitation | undefined> => {
  const found = await context.store.get(invitation, invitation.key({ hash: invitationHash(code) }));
  return found !== undefined && audienceOf(found) === audience ? found : undefined;
};

/** Whether an invitation may still be accepted: not used, not over, not tried too often. */
export const isOpen = (context: Context, found: Invitation): boolean =>
  found.usedBy === undefined &&
  found.misses < MOST_MISSES &&
  Temporal.Instant.compare(context.now(), Temporal.Instant.from(found.endsAt)) < 0;
