import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { addresses } from '#contracts/session.ts';
import { addressChange } from '#table/entities/address-change.ts';
import type { link } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import { linkedTo } from '#table/patterns.ts';
import type { Person } from '../ports/context.ts';
import type { Store } from '../ports/store.ts';
import { fail, ok, type Result } from '../result.ts';
import { rotateSession, sessionOfCookie, type Session } from './rotate-session.ts';
import type { SessionContext } from './session-context.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

type Link = Stored<typeof link>;
export type Addresses = z.infer<typeof addresses>;
export type AddressChange = Stored<typeof addressChange>;

/** What the table finds the code of a new address by. */
export const addressHash = (code: string): string =>
  createHash('sha256')
    .update(`address\n${code.replaceAll('-', '')}`)
    .digest('hex');

/** Mail goes to one box however its address is capitalised; the letter of RFC 5321 that says otherwise nobody follows. */
export const isSameAddress = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();

/** The diaries of an account. What is asked of its address is kept with the first. */
export const linksOfAccount = async (context: SessionContext, account: string): Promise<readonly Link[]> => {
  const found = await context.within({ of: 'account', account }).queryAll(linkedTo(account));
  return found.flatMap((one) => (one.type === 'link' ? [one.item] : []));
};

/** With the credentials of that one diary. */
export const storeOf = (context: SessionContext, { centre, patient }: Link): Store =>
  context.within({ of: 'diary', centre, patient });

/** The account as whoever acts in one of its diaries. */
export const personOf = (context: SessionContext, { account, username }: Session, at: Link): Person => ({
  kind: 'person',
  account,
  username,
  issuedAt: Math.floor(context.now().epochMilliseconds / 1000),
  diaries: [{ centre: at.centre, patient: at.patient }],
});

/** The change that waits for its code, or has had it. */
export const changeAt = async (context: SessionContext, home: Link): Promise<AddressChange | undefined> => {
  const found = await storeOf(context, home).get(addressChange, addressChange.key(home));
  return found !== undefined && found.endsAt > context.now().toString() ? found : undefined;
};

/** Where mails go, and what waits. */
export const addressesOf = (email: string | undefined, change: AddressChange | undefined): Addresses => ({
  ...(email === undefined ? {} : { email }),
  ...(change === undefined || change.doneIn !== undefined
    ? {}
    : { waiting: { email: change.email, until: change.endsAt } }),
});

/** Where the mails of the account go, to itself. */
export const seeAddress = async (
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<Addresses>>> => {
  const found = await sessionOfCookie(context, 'diary', visitor);
  if (!found.ok) return found;
  const rotated = await rotateSession(context, found.value);
  if (!rotated.ok) return rotated;
  const { account, username } = found.value.stored;
  const [mine, [home]] = await Promise.all([
    context.accounts.find('diary', username),
    linksOfAccount(context, account),
  ]);
  if (home === undefined) return fail('not-now');
  return ok({ ...rotated.value, answer: addressesOf(mine?.email, await changeAt(context, home)) });
};
