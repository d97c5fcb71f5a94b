import type * as z from 'zod';
import type { Audience } from '#contracts/route.ts';
import type { AcceptBody, accepted } from '#contracts/session.ts';
import { invited } from '#table/entities/sign-in.ts';
import type { Stamp } from '#table/item.ts';
import { inScopeOf } from '../in-scope.ts';
import type { Act } from '../ports/store.ts';
import { fail, invalid, ok, type Result } from '../result.ts';
import { diaryTakesLinks, linkActs, registryActs, staffActs, type Acceptance } from './accept-acts.ts';
import { refuseEvenly } from './answer-evenly.ts';
import { acceptingAccount, planAccount, type From } from './accepting-account.ts';
import { birthDateHash } from './invitation-code.ts';
import { findInvitation, isOpen, MOST_MISSES, type Invitation } from './open-invitation.ts';
import type { SessionContext } from './session-context.ts';
import { LIMITS, throttle } from './throttle.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

type Accepted = z.infer<typeof accepted>;

const used = ({ found, by, stamp }: Acceptance, epochAt: string): Act => ({
  act: 'update',
  label: 'invitation',
  key: invited.key(found),
  set: { usedBy: by.account, mutationId: stamp.mutationId, updatedAt: stamp.at, updatedBy: stamp.by },
  when: [
    { path: 'usedBy', is: 'absent' },
    { path: 'misses', is: '<', to: MOST_MISSES },
    { path: 'endsAt', is: '>', to: epochAt },
  ],
});

const count = async (context: SessionContext, found: Invitation, misses: 1 | -1): Promise<boolean> => {
  const outcome = await inScopeOf(context, found.owner).store.transact([
    {
      act: 'update',
      label: 'misses',
      key: invited.key(found),
      add: { misses },
      when: [
        { path: 'usedBy', is: 'absent' },
        { path: 'misses', is: misses === 1 ? '<' : '<=', to: MOST_MISSES },
      ],
    },
  ]);
  return outcome.done;
};

/**
 * Staff and registry need no birth date; for a diary it must be the patient's. The try is counted before it is looked
 * at and given back when it was right: many at once get no more tries than one after the other.
 */
const confirmBirthDate = async (
  context: SessionContext,
  found: Invitation,
  body: AcceptBody,
): Promise<Result<undefined>> => {
  if (!('birthDateHash' in found.for)) return ok(undefined);
  if (body.birthDate === undefined) return invalid('/birthDate', 'missing');
  if (!(await count(context, found, 1))) return fail('not-accepted');
  if (birthDateHash(body.code, body.birthDate) !== found.for.birthDateHash) return fail('not-accepted');
  await count(context, found, -1);
  return ok(undefined);
};

const actsOf = (context: SessionContext, acceptance: Acceptance): Promise<Result<readonly Act[]>> => {
  const { for: to } = acceptance.found;
  switch (to.kind) {
    case 'patient':
    case 'carer':
      return linkActs(context, acceptance, to);
    case 'staff':
      return staffActs(context, acceptance, to);
    case 'registry':
      return registryActs(context, acceptance, to);
  }
};

const write = async (
  context: SessionContext,
  found: Invitation,
  body: AcceptBody,
  from: From,
): Promise<Result<Accepted>> => {
  const by = await acceptingAccount(context, from, found, body.account);
  if (!by.ok) return by;
  const at = context.now().toString({ smallestUnit: 'millisecond' });
  const stamp: Stamp = { at, by: by.value.account, mutationId: body.mutationId };
  const acceptance = { found, by: by.value, displayName: body.displayName, stamp };
  const theirs = inScopeOf(context, found.owner);
  const acts = await actsOf(theirs, acceptance);
  if (!acts.ok) return acts;
  const outcome = await theirs.store.transact([used(acceptance, at), ...acts.value]);
  const { account, username } = by.value;
  if (outcome.done) return ok({ account, username });
  if (outcome.refused === 'conflict') return fail('busy');
  // The same acceptance sent twice, the first still under way when the second began.
  const twice = outcome.refused.some((one) => one.found?.['mutationId'] === body.mutationId);
  return twice ? ok({ account, username }) : fail('not-now');
};

/** Refuses before an account is made what would be refused afterwards. */
const checked = async (
  context: SessionContext,
  found: Invitation,
  body: AcceptBody,
): Promise<Result<AcceptBody>> => {
  const needsName = found.for.kind === 'staff' || found.for.kind === 'registry';
  if (needsName && body.displayName === undefined) return invalid('/displayName', 'missing');
  const birthDate = await confirmBirthDate(context, found, body);
  if (!birthDate.ok) return birthDate;
  if ('patient' in found.for) {
    const takes = await diaryTakesLinks(inScopeOf(context, found.owner), found.for);
    if (!takes.ok) return takes;
  }
  const username = planAccount(body.account);
  return username.ok ? ok({ ...body, account: { ...body.account, username: username.value } }) : username;
};

interface Given {
  readonly audience: Audience;
  readonly body: AcceptBody;
}
type Answered = Promise<Result<SessionAnswer<Accepted>>>;

const accept = async ({ audience, body }: Given, visitor: Visitor, context: SessionContext): Answered => {
  const found = await findInvitation(context, audience, body.code);
  if (found === undefined) return fail('not-accepted');
  if (found.usedBy !== undefined && found.mutationId === body.mutationId) {
    return ok({ answer: { account: found.usedBy, username: body.account.username.toLowerCase() } });
  }
  if (!isOpen(context, found)) return fail('not-accepted');
  const good = await checked(context, found, body);
  if (!good.ok) return good;
  const written = await write(context, found, good.value, { audience, visitor });
  return written.ok ? ok({ answer: written.value }) : written;
};

/**
 * Accepts an invitation from a new account or an existing one. What was half-done (account made, link not written) is
 * finished by sending the same again: the account's id comes from the invitation.
 *
 * @returns `not-accepted` for a wrong, used or ended code, a wrong birth date and wrong sign-in details alike
 */
export const acceptInvitation = async (given: Given, visitor: Visitor, context: SessionContext): Answered => {
  const allowed = await throttle(context, LIMITS.invitationByAddress, visitor.address);
  return allowed.ok ? refuseEvenly(context, () => accept(given, visitor, context)) : allowed;
};
