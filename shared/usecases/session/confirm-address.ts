import { timingSafeEqual } from 'node:crypto';
import type * as z from 'zod';
import type { confirmAddressBody } from '#contracts/session.ts';
import { addressChange } from '#table/entities/address-change.ts';
import { link } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import { auditAct } from '../audit/audit-item.ts';
import type { Act } from '../ports/store.ts';
import { fail, ok, type Result } from '../result.ts';
import { noteEvent } from './account-event.ts';
import { accountMail } from './account-mail.ts';
import { refuseEvenly } from './answer-evenly.ts';
import { countTry, forgetGuessing, GUARDS } from './guard-guessing.ts';
import {
  addressesOf,
  addressHash,
  changeAt,
  linksOfAccount,
  personOf,
  storeOf,
  type AddressChange,
  type Addresses,
} from './own-address.ts';
import { rotateSession, sessionOfCookie, type Session } from './rotate-session.ts';
import type { SessionContext } from './session-context.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

type Body = z.infer<typeof confirmAddressBody>;
type Link = Stored<typeof link>;
type Answered = Promise<Result<SessionAnswer<Addresses>>>;

interface Changing {
  readonly context: SessionContext;
  readonly stored: Session;
  readonly links: readonly Link[];
  readonly home: Link;
  readonly change: AddressChange;
  readonly body: Body;
}

const told = ({ context, stored, home }: Changing, to: string): Act => {
  const { centre, patient, language } = home;
  const owner = { of: 'diary', centre, patient } as const;
  return accountMail(context, {
    owner,
    message: 'address-changed',
    to,
    by: stored.account,
    locale: language,
  });
};

/**
 * A step that was taken before is not taken again: the whole may break off anywhere, and is sent again.
 *
 * @returns whether the code is still the newest: another may have been asked for since it was read
 */
const step = async (
  given: Changing,
  mark: 'toldAt' | 'doneIn',
  to: string | undefined,
): Promise<'newest' | 'replaced'> => {
  const { context, home, change, body } = given;
  const outcome = await storeOf(context, home).transact([
    {
      act: 'update',
      label: mark,
      key: addressChange.key(home),
      set: { [mark]: mark === 'toldAt' ? context.now().toString() : body.mutationId },
      when: [
        { path: mark, is: 'absent' },
        { path: 'hash', is: '=', to: change.hash },
      ],
    },
    ...(to === undefined ? [] : [told(given, to)]),
  ]);
  if (outcome.done) return 'newest';
  if (outcome.refused === 'conflict') throw new Error('An address could not be changed.');
  const now = outcome.refused.find(({ label }) => label === mark)?.found;
  return now?.['hash'] === change.hash ? 'newest' : 'replaced';
};

/** Where each diary sends its mails, with a line in its audit that names no address. */
const onEachLink = async (given: Changing): Promise<void> => {
  const { context, stored, change, body } = given;
  for (const one of given.links) {
    const { centre, patient, account } = one;
    const outcome = await storeOf(context, one).transact([
      {
        act: 'update',
        label: 'link',
        key: link.key(one),
        set: { email: change.email, updatedAt: context.now().toString(), updatedBy: account },
        when: [{ path: 'pk', is: 'present' }],
      },
      auditAct(
        context,
        personOf(context, stored, one),
        { of: 'diary', centre, patient },
        { action: 'change-address', about: account, mutationId: body.mutationId },
      ),
    ]);
    if (!outcome.done && outcome.refused === 'conflict') throw new Error('An address could not be changed.');
  }
};

/**
 * The old address first: whoever reads mail there hears of it before anything goes elsewhere. That step is also where
 * the code is taken: one that was replaced by then has changed nothing.
 */
const perform = async (given: Changing): Promise<'done' | 'replaced'> => {
  const { context, stored, change } = given;
  const { username } = stored;
  const before = (await context.accounts.find('diary', username))?.email;
  const first = await step(given, 'toldAt', before === change.email ? undefined : before);
  if (first === 'replaced') return 'replaced';
  await context.accounts.setEmail('diary', { username, email: change.email });
  await onEachLink(given);
  await step(given, 'doneIn', change.email);
  return 'done';
};

const isItsCode = (change: AddressChange, { code, mutationId }: Body): boolean =>
  timingSafeEqual(Buffer.from(change.hash), Buffer.from(addressHash(code))) &&
  (change.doneIn === undefined || change.doneIn === mutationId);

const confirm = async (
  body: Body,
  visitor: Visitor,
  context: SessionContext,
  found: Parameters<typeof rotateSession>[1],
): Answered => {
  const { stored } = found;
  const { account, session } = stored;
  const links = await linksOfAccount(context, account);
  const [home] = links;
  const change = home === undefined ? undefined : await changeAt(context, home);
  if (home === undefined || change === undefined || !isItsCode(change, body)) return fail('not-accepted');
  const rotated = await rotateSession(context, found);
  if (!rotated.ok) return rotated;
  if (change.doneIn === undefined) {
    const performed = await perform({ context, stored, links, home, change, body });
    if (performed === 'replaced') return fail('not-accepted');
    const noted = { audience: 'diary', account, visitor, session, what: 'address-changed' } as const;
    await context.store.transact([noteEvent(context, noted)]);
  }
  return ok({ ...rotated.value, answer: addressesOf(change.email, undefined) });
};

/**
 * Takes the code that a new address was mailed. The old address is told, without the new one; then mails of every diary
 * of the account go to the new one, and so does the next code for a new password.
 *
 * @returns `not-accepted` for a code that is wrong, used or out of date; it counts as a guess
 */
export const confirmAddress = async (body: Body, visitor: Visitor, context: SessionContext): Answered => {
  const found = await sessionOfCookie(context, 'diary', visitor);
  if (!found.ok) return found;
  const who = { audience: 'diary', username: found.value.stored.username, visitor } as const;
  const allowed = await countTry(context, GUARDS.addressCode, who);
  if (!allowed.ok) return allowed;
  const result = await refuseEvenly(context, () => confirm(body, visitor, context, found.value));
  if (result.ok) await forgetGuessing(context, GUARDS.addressCode, who);
  return result;
};
