import type { Owner } from '#table/entities/owner.ts';
import { invitation, invited } from '#table/entities/sign-in.ts';
import type { Fields } from '#table/entity.ts';
import { created, toItem, type Item, type Stamp } from '#table/item.ts';
import { invitationHash } from '#usecases/session/invitation-code.ts';
import { secondsOf, type Year } from './when.ts';

const VALID_DAYS = 60;
const KEPT_DAYS = 90;

/**
 * An open invitation whose code everybody may know, unlike real ones, which are drawn by chance and shown once.
 *
 * @param code as people type it, `XXXX-XXXX-XXXX`
 */
export const openInvitation = (
  given: {
    readonly id: string;
    readonly code: string;
    readonly to: Fields<typeof invited>['for'];
    readonly name: string;
    readonly email?: string;
    readonly owner: Owner;
  },
  stamp: Stamp,
  { now }: Year,
): Item[] => {
  const endsAt = secondsOf(now.add({ hours: 24 * VALID_DAYS }));
  const common = created(stamp, Math.floor(now.add({ hours: 24 * KEPT_DAYS }).epochMilliseconds / 1000));
  const { id, name, owner, email } = given;
  const pointer = { hash: invitationHash(given.code), owner, invitation: id };
  return [
    toItem(invitation, { ...pointer, ...common }),
    toItem(invited, {
      ...pointer,
      for: given.to,
      name,
      ...(email === undefined ? {} : { email }),
      by: stamp.by,
      endsAt,
      misses: 0,
      ...common,
    }),
  ];
};
