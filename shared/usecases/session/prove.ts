import type * as z from 'zod';
import { Temporal } from 'temporal-polyfill';
import type { Audience } from '#contracts/route.ts';
import type { proved } from '#contracts/session.ts';
import { link } from '#table/entities/diary.ts';
import { session } from '#table/entities/sign-in.ts';
import type { Key } from '#table/entity.ts';
import { linkedTo } from '#table/patterns.ts';
import type { Store } from '../ports/store.ts';
import { ok, type Result } from '../result.ts';
import { withPassword } from './check-password.ts';
import { forgetGuessing, GUARDS } from './guard-guessing.ts';
import { newProof } from './proof.ts';
import { rotateSession, sessionOfCookie, type Session } from './rotate-session.ts';
import type { SessionContext } from './session-context.ts';
import { LIMITS, throttle } from './throttle.ts';
import type { SessionAnswer, Visitor } from './visitor.ts';

type Proved = z.infer<typeof proved>;

const keep = async (store: Store, key: Key, proof: { readonly hash: string; readonly until: number }) => {
  const outcome = await store.transact([
    { act: 'update', label: 'proof', key, set: { proof }, when: [{ path: 'pk', is: 'present' }] },
  ]);
  if (!outcome.done && outcome.refused === 'conflict') throw new Error('A proof could not be kept.');
};

/** On the session for what sessions do, and on each link for what is asked of a diary's function. */
const keepAll = async (context: SessionContext, stored: Session): Promise<Proved> => {
  const { account } = stored;
  const { proof, kept } = newProof(context);
  await keep(context.store, session.key(stored), kept);
  const found = await context.within({ of: 'account', account }).queryAll(linkedTo(account));
  for (const one of found) {
    if (one.type !== 'link') continue;
    const { centre, patient } = one.item;
    await keep(context.within({ of: 'diary', centre, patient }), link.key(one.item), kept);
  }
  return { proof, until: Temporal.Instant.fromEpochMilliseconds(kept.until * 1000).toString() };
};

/**
 * Takes the password of whoever is signed in once more. What it answers is good for five minutes, for the acts that ask
 * for it, on the page that asked: it stands in no cookie, so that another device of the account has no part in it.
 *
 * @returns `not-accepted` for a wrong password, which counts as a try to sign in
 */
export const prove = async (
  { audience, password }: { readonly audience: Audience; readonly password: string },
  visitor: Visitor,
  context: SessionContext,
): Promise<Result<SessionAnswer<Proved>>> => {
  const fromHere = await throttle(context, LIMITS.signInByAddress, visitor.address);
  if (!fromHere.ok) return fromHere;
  const found = await sessionOfCookie(context, audience, visitor);
  if (!found.ok) return found;
  const { username } = found.value.stored;
  return withPassword(context, { audience, username, password }, visitor, async () => {
    const rotated = await rotateSession(context, found.value);
    if (!rotated.ok) return rotated;
    const answer = await keepAll(context, found.value.stored);
    await forgetGuessing(context, GUARDS.signIn, { audience, username, visitor });
    return ok({ ...rotated.value, answer });
  });
};
