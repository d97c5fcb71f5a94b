import { expect, it, vi } from 'vitest';
import { link } from '#table/entities/diary.ts';
import { limit } from '#table/entities/sign-in.ts';
import { outbox } from '#table/entities/system.ts';
import { created } from '#table/item.ts';
import { pattern } from '#table/pattern.ts';
import { LIMITS, limitHash } from '#usecases/session/throttle.ts';
import { PASSWORD } from '../../support/local-cognito.ts';
import { meanwhile } from '../../support/meanwhile.ts';
import { newMembers, sessionWorld } from '../../support/session-tests.ts';
import type { SessionWorld } from '../../support/session-world.ts';

const world = sessionWorld();
const member = newMembers(world, 'ash');

const NEW = 'new-place@example.org';
const headers = { 'x-viewer-ip': '198.51.100.7' };

/** A device of somebody's, which follows its own cookie. */
const signIn = async (username: string) => {
  const body = { username, password: PASSWORD };
  let cookie = (await world().call('sign-in', 'diary', { body, headers })).cookie ?? '';
  const call = async (name: Parameters<SessionWorld['call']>[0], sent?: unknown) => {
    const more = sent === undefined ? {} : { body: sent };
    const answer = await world().call(name, 'diary', { cookie, headers, ...more });
    cookie = answer.cookie ?? cookie;
    return answer;
  };
  const prove = async () => (await call('prove', { password: PASSWORD })).body['proof'];
  return { call, prove };
};

const keyOf = (account: string, patient = account) => link.key({ centre: 'northgate', patient, account });
const linkOf = (account: string, patient?: string) =>
  world().context.store.get(link, keyOf(account, patient));
const mailsOf = async (patient: string) => {
  const partition = `CENTRE#northgate#PATIENT#${patient}#OUTBOX`;
  const all = pattern({ name: 'mailsOf', partition, range: 'all', finds: [outbox] });
  const found = await world().context.store.queryAll(all);
  return found.flatMap(({ item }) => (item.job.kind === 'mail' ? [item.job] : []));
};
type Device = Awaited<ReturnType<typeof signIn>>;
const ask = async ({ call, prove }: Device) =>
  call('ask-address', { mutationId: 'ask', email: NEW, proof: await prove() });
const confirm = async ({ call }: Device, username: string) => {
  const code = (await mailsOf(username)).findLast(({ message }) => message === 'address-code')?.values[
    'code'
  ];
  return call('confirm-address', { mutationId: 'confirm', code });
};

it('mails no code for an account whose link ends at that moment', async () => {
  const username = await member();
  const device = await signIn(username);
  const { store, within } = world().context;
  const end = async () => store.put(link, { ...(await linkOf(username)), endedAt: '2026-01-01T00:00:00Z' });
  const proof = await device.prove();
  Object.assign(world().context, meanwhile(world().context, end, 'link'));
  const asked = await device.call('ask-address', { mutationId: 'ask', email: NEW, proof });
  Object.assign(world().context, { store, within });
  expect(asked.problem?.code).toBe('not-now');
  expect(await mailsOf(username)).toEqual([]);
});

it('answers a wrong code as late as every other refusal', async () => {
  const device = await signIn(await member());
  await ask(device);
  world().waited.length = 0;
  const wrong = await device.call('confirm-address', { mutationId: 'confirm', code: 'ABCDEFGHJKMN' });
  expect(wrong.problem?.code).toBe('not-accepted');
  expect(world().waited).toHaveLength(1);
});

it('tells the old address before anything goes elsewhere, and no log of either', async () => {
  const username = await member();
  const device = await signIn(username);
  await ask(device);
  const { accounts } = world().context;
  const works = accounts.setEmail.bind(accounts);
  Object.assign(accounts, { setEmail: () => Promise.reject(new Error(`unplugged ${NEW}`)) });
  const written: string[] = [];
  const note = (text: unknown): true => written.push(String(text)) > 0 || true;
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation(note);
  for (const level of ['info', 'error', 'log'] as const) vi.spyOn(console, level).mockImplementation(note);
  expect((await confirm(device, username)).status).toBe(500);
  vi.restoreAllMocks();
  Object.assign(accounts, { setEmail: works });
  expect(written.join('')).toContain('request broke');
  expect(written.join('')).not.toMatch(/example\.org|unplugged|[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/u);
  const told = (await mailsOf(username)).filter(({ message }) => message === 'address-changed');
  expect(told.map(({ to }) => to)).toEqual([`${username}@example.org`]);
});

it('changes the address in every diary of the account', async () => {
  const username = await member();
  const first = await linkOf(username);
  const more = created({ at: '2026-01-01T00:00:00Z', by: 'test', mutationId: 'second' });
  await world().context.store.put(link, { ...first, patient: `${username}-two`, ...more });
  const device = await signIn(username);
  await ask(device);
  const waiting = (await mailsOf(username)).length > 0 ? username : `${username}-two`;
  expect((await confirm(device, waiting)).status).toBe(200);
  const now = [await linkOf(username), await linkOf(username, `${username}-two`)];
  expect(now.map((one) => one?.email)).toEqual([NEW, NEW]);
});

it('leaves the proof of another device alone when this one signs out', async () => {
  const username = await member();
  const [here, other] = [await signIn(username), await signIn(username)];
  await here.prove();
  await other.prove();
  await here.call('sign-out');
  expect((await linkOf(username))?.proof?.until).toBeGreaterThan(0);
});

it.each([
  ['prove', { password: PASSWORD }],
  ['change-password', { current: PASSWORD, password: 'seven quiet lanterns' }],
] as const)('counts an address that tries passwords, by %s as at the door', async (name, body) => {
  const device = await signIn(await member());
  const { what, most, seconds } = LIMITS.signInByAddress;
  const at = world().context.now();
  const ends = Math.floor(at.epochMilliseconds / 1000) + seconds;
  await world().context.store.put(limit, {
    what,
    who: limitHash(headers['x-viewer-ip']),
    count: most,
    ...created({ at: at.toString(), by: 'test', mutationId: `full-${name}` }, ends),
  });
  expect((await device.call(name, body)).problem?.code).toBe('too-many');
});
