import type * as z from 'zod';
import type { askAddressBody } from '#contracts/session.ts';
import { addressChange } from '#table/entities/address-change.ts';
import { link } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import { created } from '#table/item.ts';
import { auditAct } from '../audit/audit-item.ts';
import { fail, invalid, ok, type Result } from '../result.ts';
import { noteEvent } from './account-event.ts';
import { accountMail } from './account-mail.ts';
import { countTry, GUARDS } from './guard-guessing.ts';
import { newInvitationCode, shownInvitationCode } from './invitation-code.ts';
import {
  addressesOf,
  addressHash,
  changeAt,
  isSameAddress,
  linksOfAccount,
  personOf,
  storeOf,
  type AddressChange,
  type Addresses,
} from './own-address.ts';
import { provenSession } from './proven-session.ts';
import { rotateSession, type Session } from './rotate-session.ts';
import type { SessionContext } from './session-context.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

type Body = z.infer<typeof askAddressBody>;
type Link = Stored<typeof link>;

const GOOD_FOR_HOURS = 24;
/** A late code gets a clear answer. */
const KEPT_HOURS = 48;

const changeOf = (context: SessionContext, home: Link, body: Body, code: string): AddressChange => {
  const now = context.now();
  const at = now.toString({ smallestUnit: 'millisecond' });
  const { centre, patient, account } = home;
  const gone = Math.floor(now.add({ hours: KEPT_HOURS }).epochMilliseconds / 1000);
  return {
    centre,
    patient,
    account,
    email: body.email,
    hash: addressHash(code),
    endsAt: now.add({ hours: GOOD_FOR_HOURS }).toString({ smallestUnit: 'second' }),
    ...created({ at, by: account, mutationId: body.mutationId }, gone),
  };
};

/** Change, mail and audit are one write; the act sent twice mails once. */
const keepChange = async (
  context: SessionContext,
  stored: Session,
  home: Link,
  body: Body,
): Promise<Result<{ readonly change: AddressChange; readonly isNew: boolean }>> => {
  const code = newInvitationCode();
  const change = changeOf(context, home, body, code);
  const { centre, patient } = home;
  const owner = { of: 'diary', centre, patient } as const;
  const mail = { owner, message: 'address-code', to: body.email, by: stored.account, locale: home.language };
  const outcome = await storeOf(context, home).transact([
    {
      act: 'put',
      label: 'change',
      entity: addressChange,
      item: change,
      over: 'any',
      when: [
        {
          any: [
            { path: 'pk', is: 'absent' },
            { path: 'mutationId', is: '<>', to: body.mutationId },
          ],
        },
      ],
    },
    { act: 'check', label: 'link', key: link.key(home), when: [{ path: 'endedAt', is: 'absent' }] },
    accountMail(context, { ...mail, code: shownInvitationCode(code) }),
    auditAct(context, personOf(context, stored, home), owner, {
      action: 'ask-address',
      about: stored.account,
      mutationId: body.mutationId,
    }),
  ]);
  if (outcome.done) return ok({ change, isNew: true });
  if (outcome.refused === 'conflict') return fail('busy');
  const before = outcome.refused.some(({ label }) => label === 'change')
    ? await changeAt(context, home)
    : undefined;
  return before === undefined ? fail('not-now') : ok({ change: before, isNew: false });
};

/**
 * Mails a code to a new address. Nothing changes before it is entered: whoever mistypes an address, or doesn't own it,
 * has changed nothing.
 *
 * @returns `proof-needed` unless the password was typed a moment ago, `too-many` where mails were asked for too often
 */
export const askAddress = async (
  body: Body,
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<Addresses>>> => {
  const found = await provenSession(context, 'diary', visitor, body.proof);
  if (!found.ok) return found;
  const { stored } = found.value;
  const who = { audience: 'diary', username: stored.username, visitor } as const;
  const allowed = await countTry(context, GUARDS.addressMail, who);
  if (!allowed.ok) return allowed;
  const [mine, [home]] = await Promise.all([
    context.accounts.find('diary', stored.username),
    linksOfAccount(context, stored.account),
  ]);
  if (home === undefined) return fail('not-now');
  if (mine?.email !== undefined && isSameAddress(mine.email, body.email)) return invalid('/email', 'same');
  const rotated = await rotateSession(context, found.value);
  if (!rotated.ok) return rotated;
  const kept = await keepChange(context, stored, home, body);
  if (!kept.ok) return kept;
  const { account, session } = stored;
  const noted = { audience: 'diary', account, visitor, session, what: 'address-asked' } as const;
  if (kept.value.isNew) await context.store.transact([noteEvent(context, noted)]);
  return ok({ ...rotated.value, answer: addressesOf(mine?.email, kept.value.change) });
};
