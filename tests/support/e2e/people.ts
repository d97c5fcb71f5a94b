import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as z from 'zod';
import { root } from '../../../infra/setup/root.mjs';
import type { Audience } from '#contracts/route.ts';
import { accepted, signedIn, signInAnswer } from '#contracts/session.ts';
import { PASSWORD } from './known.ts';
import { addressOf, askApi, callApi, newId } from './call-api.ts';
import { nextCode } from './second-factor.ts';

/** Somebody who can sign in. */
export interface Person {
  readonly site: Audience;
  readonly account: string;
  readonly username: string;
  readonly password: string;
  /** Base 32; only where the account has a second factor. */
  readonly secret?: string;
  /** Good for 15 minutes. */
  readonly token: string;
}

const run = promisify(execFile);

/** Accepts an invitation with a new account of its own and signs in, through the API. */
export async function joinBy(
  site: Audience,
  code: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<Person> {
  const username = `p${newId().slice(0, 8)}`;
  const account = { kind: 'new', username, password: PASSWORD };
  const path = `/v1/session/${site}`;
  const body = { mutationId: newId(), code, account, ...extra };
  const made = accepted.parse(await callApi(site, `POST ${path}/accept`, { body }));
  const person = { site, account: made.account, username, password: PASSWORD };
  const first = signInAnswer.parse(
    await callApi(site, `POST ${path}/sign-in`, { body: { username, password: PASSWORD } }),
  );
  if (first.outcome === 'signed-in') return { ...person, token: first.token };
  if (first.outcome !== 'set-up') throw new Error('A new account has no second factor yet');
  const { secret, challenge } = first;
  const answer = { username, challenge, code: await nextCode(secret) };
  const { token } = signedIn.parse(await callApi(site, `POST ${path}/set-up`, { body: answer }));
  return { ...person, secret, token };
}

/** A token of one more session of somebody without a second factor, through the API. */
export async function newToken({ site, username, password }: Person): Promise<string> {
  const answer = await callApi(site, `POST /v1/session/${site}/sign-in`, { body: { username, password } });
  return signedIn.parse(answer).token;
}

/** A registry manager of the journey's own, made by the documented command. */
export async function newRegistryManager(): Promise<Person> {
  const email = `registry-${newId()}@example.org`;
  const args = ['infra/admin/invite-registry-manager.ts', '--email', email, '--reason', 'A journey'];
  const as = async (operator: string): Promise<string> => {
    const given = [...args, '--operator', operator, `--local=${addressOf('diary')}`];
    return (await run(process.execPath, given, { cwd: root })).stdout;
  };
  // Whoever is the first at the registry takes one operator, the others two.
  const first = await as('opal');
  const stdout = first.startsWith('Noted') ? await as('otto') : first;
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(stdout)?.[0];
  if (code === undefined) throw new Error(`The command printed no code: ${stdout}`);
  const person = await joinBy('registry', code, { displayName: 'Rowan Registry' });
  await publishFirstStatement(person.token);
  return person;
}

const statement = {
  publishedOn: '2026-01-05',
  changes: 'This is the first version.',
  sections: [{ heading: 'What is kept', paragraphs: ['What you record in the diary, for your centre.'] }],
};

/** Where there are no demo data there is no statement yet. Another journey may be first: that is as good. */
async function publishFirstStatement(token: string): Promise<void> {
  const { status } = await askApi('registry', 'GET /v1/statement');
  if (status !== 404) return;
  const body = { mutationId: newId(), ...statement };
  await askApi('registry', 'PUT /v1/registry/statements/1', { token, body });
}

const statementSchema = z.object({ version: z.int() });

/** Agrees to the privacy statement in force. */
export async function agree({ token }: Person): Promise<void> {
  const { version } = statementSchema.parse(await callApi('diary', 'GET /v1/statement'));
  await callApi('diary', 'PUT /v1/me/statement', {
    token,
    body: { mutationId: newId(), version, agreed: true },
  });
}
