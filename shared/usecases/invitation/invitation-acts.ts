import type { Language } from '#domain/languages.ts';
import type { Owner } from '#table/entities/owner.ts';
import { invitation, invited } from '#table/entities/sign-in.ts';
import { outbox } from '#table/entities/system.ts';
import type { Fields } from '#table/entity.ts';
import { created, type Stamp } from '#table/item.ts';
import { mailItem } from '#usecases/outbox/mail-item.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { invitationHash, newInvitationCode, shownInvitationCode } from '#usecases/session/invitation-code.ts';

type Invitation = Fields<typeof invited>;

/** What an invitation is made from; `forWhom` gets the code, because a patient's birth date is hashed with it. */
export interface Inviting {
  readonly id: string;
  readonly forWhom: (code: string) => Invitation['for'];
  readonly name: string;
  /** Mailed there; without it the code is answered, to be printed. */
  readonly email: string | undefined;
  /** What whoever is invited reads, where it is known. */
  readonly language?: Language | undefined;
  readonly validDays: number;
  readonly owner: Owner;
  readonly zone: string;
  readonly stamp: Stamp;
}

export interface Invited {
  readonly acts: readonly Act[];
  readonly expiresAt: string;
  /** As people see it; only where it is to be printed. */
  readonly code: string | undefined;
}

/** An ended invitation still answers clearly for this long. */
const KEEP_DAYS = 30;

const MESSAGE = {
  patient: 'invitation-person',
  carer: 'invitation-person',
  staff: 'invitation-staff',
  registry: 'invitation-registry',
} as const;

/** A new single-use invitation and its mail, to be written with whatever it belongs to. The table holds only its hash. */
export const invite = (context: Context, given: Inviting): Invited => {
  const code = newInvitationCode();
  const forWhom = given.forWhom(code);
  const ends = context.now().add({ hours: given.validDays * 24 });
  const gone = Math.floor(ends.add({ hours: KEEP_DAYS * 24 }).epochMilliseconds / 1000);
  const expiresAt = ends.toString({ smallestUnit: 'second' });
  const hash = invitationHash(code);
  const common = created(given.stamp, gone);
  const pointer = { hash, owner: given.owner, invitation: given.id };
  const item: Invitation = {
    ...pointer,
    for: forWhom,
    name: given.name,
    ...(given.email === undefined ? {} : { email: given.email }),
    by: given.stamp.by,
    endsAt: expiresAt,
    misses: 0,
  };
  const puts: Act[] = [
    { act: 'put', label: 'invited', entity: invited, item: { ...item, ...common }, over: 'absent' },
    { act: 'put', label: 'invitation', entity: invitation, item: { ...pointer, ...common }, over: 'absent' },
  ];
  if (given.email === undefined) return { acts: puts, expiresAt, code: shownInvitationCode(code) };
  const mail = mailItem(context, {
    owner: given.owner,
    message: MESSAGE[forWhom.kind],
    to: given.email,
    zone: given.zone,
    locale: given.language,
    values: { code: shownInvitationCode(code) },
    // Somebody is waiting for it, and asked for it a moment ago.
    mayPassQuietHours: true,
    by: given.stamp.by,
  });
  return {
    acts: [...puts, { act: 'put', label: 'mail', entity: outbox, item: mail, over: 'absent' }],
    expiresAt,
    code: undefined,
  };
};
