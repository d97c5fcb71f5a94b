import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { me } from '#contracts/diary.ts';
import { AUDIENCES, type Audience } from '#contracts/route.ts';
import { signedIn, signInAnswer } from '#contracts/session.ts';
import type { Account } from '../../../infra/local/console/account.ts';
import { nextCode } from '../e2e/second-factor.ts';

/** Somebody who asks the API; nobody has no token. */
export interface FuzzCaller {
  readonly name: string;
  readonly audience: Audience | undefined;
  readonly token: string | undefined;
  /** Theirs, where they have one. */
  readonly diary: { readonly centre: string; readonly patient: string } | undefined;
}

/** Where the system under test answers. */
export type Addresses = Readonly<Record<string, string>>;

const NOBODY: FuzzCaller = { name: 'nobody', audience: undefined, token: undefined, diary: undefined };
/** One of every kind in the demo: a patient, a carer, each job of one centre, each job of the registry. */
const WHO = /^(?:robin|mara|larkfield\..*|registry\..*)$/;

/** Asks as a page does; anything but success is the end. */
export const ask = async (
  addresses: Addresses,
  site: Audience,
  request: string,
  call: { readonly token?: string | undefined; readonly body?: unknown } = {},
): Promise<unknown> => {
  const [method = 'GET', path = ''] = request.split(' ');
  const origin = new URL(addresses[site] ?? '').origin;
  const answer = await fetch(`${origin}${path}`, {
    method,
    headers: {
      'x-haemdiary': '1',
      origin,
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${request}: ${String(answer.status)} ${text.slice(0, 500)}`);
  const value: unknown = text === '' ? undefined : JSON.parse(text);
  return value;
};

/** Signs in with the second factor where there is one. */
export const tokenOf = async (addresses: Addresses, account: Account): Promise<string> => {
  const site = z.enum(AUDIENCES).parse(account.site);
  const { username, password, totpSecret } = account;
  const step = signInAnswer.parse(
    await ask(addresses, site, `POST /v1/session/${site}/sign-in`, { body: { username, password } }),
  );
  if (step.outcome === 'signed-in') return step.token;
  if (step.outcome !== 'second-factor' || totpSecret === undefined)
    throw new Error(`${username} can't sign in`);
  const body = { username, challenge: step.challenge, code: await nextCode(totpSecret) };
  return signedIn.parse(await ask(addresses, site, `POST /v1/session/${site}/second-factor`, { body })).token;
};

/** Agrees to the statement in force, where there is a newer one than the account knows. */
export const agree = async (addresses: Addresses, token: string): Promise<void> => {
  const { statement } = me.parse(await ask(addresses, 'diary', 'GET /v1/me', { token }));
  if (!statement.needed) return;
  const body = { mutationId: randomUUID(), version: statement.current, agreed: true };
  await ask(addresses, 'diary', 'PUT /v1/me/statement', { token, body });
};

/** Every kind of caller, signed in with accounts of the demo; nobody is the last. */
export const signEveryoneIn = async (
  addresses: Addresses,
  accounts: readonly Account[],
): Promise<readonly FuzzCaller[]> => {
  const chosen = accounts.filter(({ username }) => WHO.test(username));
  const signed = await Promise.all(
    chosen.map(async (account): Promise<FuzzCaller> => {
      const token = await tokenOf(addresses, account);
      const audience = z.enum(AUDIENCES).parse(account.site);
      const name = account.username;
      if (audience !== 'diary') return { name, audience, token, diary: undefined };
      const { diaries } = me.parse(await ask(addresses, 'diary', 'GET /v1/me', { token }));
      const [first] = diaries;
      if (first === undefined) throw new Error(`${name} has no diary`);
      return { name, audience, token, diary: { centre: first.centre, patient: first.patient } };
    }),
  );
  return [...signed, NOBODY];
};
