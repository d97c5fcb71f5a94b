import { describe, expect, it } from 'vitest';
import { link } from '#table/entities/diary.ts';
import { outbox } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { pattern } from '#table/pattern.ts';
import { PASSWORD } from '../../support/local-cognito.ts';
import { newMembers, sessionWorld } from '../../support/session-tests.ts';
import type { SessionWorld } from '../../support/session-world.ts';

const world = sessionWorld();
const signedUp = newMembers(world, 'kim');

const NEW = 'new-place@example.org';
/** A session that follows its own cookie. */
const signedIn = async (username: string) => {
  const first = await world().call('sign-in', 'diary', { body: { username, password: PASSWORD } });
  let cookie = first.cookie ?? '';
  const call = async (name: Parameters<SessionWorld['call']>[0], body?: unknown) => {
    const answer = await world().call(name, 'diary', { cookie, ...(body === undefined ? {} : { body }) });
    cookie = answer.cookie ?? cookie;
    return answer;
  };
  const prove = async () => (await call('prove', { password: PASSWORD })).body['proof'];
  return { username, call, prove };
};
type Member = Awaited<ReturnType<typeof signedIn>>;

/** Someone of their own, signed in. */
const member = async (): Promise<Member> => {
  const username = await signedUp();
  return signedIn(username);
};

const mailsOf = async (
  username: string,
): Promise<readonly { to: string; message: string; code?: string }[]> => {
  const all = pattern({
    name: 'mailsOf',
    partition: `CENTRE#northgate#PATIENT#${username}#OUTBOX`,
    range: 'all',
    finds: [outbox],
  });
  return (await world().context.store.queryAll(all)).flatMap(({ item }: { item: Stored<typeof outbox> }) =>
    item.job.kind === 'mail' ? [{ to: item.job.to, message: item.job.message, ...item.job.values }] : [],
  );
};
const linkOf = (username: string) =>
  world().context.store.get(link, link.key({ centre: 'northgate', patient: username, account: username }));
const ask = async ({ call, prove }: Member, email = NEW, mutationId = 'ask-1') =>
  call('ask-address', { mutationId, email, proof: await prove() });
const codeFor = async ({ username }: Member): Promise<string> =>
  (await mailsOf(username)).findLast(({ message }) => message === 'address-code')?.code ?? '';

describe('asking for a new address', () => {
  it('mails a code there and changes nothing yet', async () => {
    const kim = await member();
    const asked = await ask(kim);
    expect(asked).toMatchObject({
      status: 200,
      body: { email: `${kim.username}@example.org`, waiting: { email: NEW } },
    });
    expect(await mailsOf(kim.username)).toMatchObject([{ to: NEW, message: 'address-code' }]);
    expect((await world().context.accounts.find('diary', kim.username))?.email).toBe(asked.body['email']);
    expect((await kim.call('see-address')).body).toEqual(asked.body);
    const owner = { of: 'diary', centre: 'northgate', patient: kim.username } as const;
    expect(await world().auditActions(owner)).toEqual(['ask-address']);
  });

  it('needs the password of a moment ago', async () => {
    const kim = await member();
    const asked = await kim.call('ask-address', { mutationId: 'ask-1', email: NEW });
    expect(asked).toMatchObject({ status: 403, problem: { code: 'proof-needed' } });
    expect(await mailsOf(kim.username)).toEqual([]);
  });

  it('sent twice is one mail, and is slowed down when asked too often', async () => {
    const kim = await member();
    await ask(kim);
    expect((await ask(kim)).status).toBe(200);
    expect(await mailsOf(kim.username)).toHaveLength(1);
    await ask(kim, NEW, 'ask-2');
    expect(await ask(kim, NEW, 'ask-3')).toMatchObject({ status: 429, problem: { code: 'too-many' } });
    expect(await mailsOf(kim.username)).toHaveLength(2);
  });

  it('may be for an address that another account has, and not for the one it has itself', async () => {
    const [kim, other] = [await member(), await member()];
    expect((await ask(kim, `${other.username}@example.org`)).status).toBe(200);
    for (const own of [`${kim.username}@example.org`, `${kim.username.toUpperCase()}@Example.ORG`]) {
      const asked = await ask(kim, own, 'ask-2');
      expect(asked.problem?.fields).toEqual([{ pointer: '/email', reason: 'same' }]);
      world().later({ minutes: 40 });
    }
  });
});

describe('entering its code', () => {
  it('tells the old address without the new one, changes every copy, and then tells the new one', async () => {
    const kim = await member();
    await ask(kim);
    const code = await codeFor(kim);
    const done = await kim.call('confirm-address', { mutationId: 'code-1', code });
    expect(done).toMatchObject({ status: 200, body: { email: NEW } });
    expect(done.body['waiting']).toBeUndefined();
    const told = (await mailsOf(kim.username)).filter(({ message }) => message === 'address-changed');
    expect(told.map(({ to }) => to).sort()).toEqual([`${kim.username}@example.org`, NEW].sort());
    expect(told.map(({ to: _, message: __, ...values }) => values)).toEqual([{}, {}]);
    expect((await world().context.accounts.find('diary', kim.username))?.email).toBe(NEW);
    expect((await linkOf(kim.username))?.email).toBe(NEW);
    const owner = { of: 'diary', centre: 'northgate', patient: kim.username } as const;
    expect(await world().auditActions(owner)).toEqual(['ask-address', 'change-address']);
    const { body } = await kim.call('list-devices');
    expect(JSON.stringify(body['events'])).toMatch(/address-changed.*address-asked/);
  });

  it('sent twice is one change, and the code is good for no other act', async () => {
    const kim = await member();
    await ask(kim);
    const code = await codeFor(kim);
    await kim.call('confirm-address', { mutationId: 'code-1', code });
    expect((await kim.call('confirm-address', { mutationId: 'code-1', code })).status).toBe(200);
    expect(await mailsOf(kim.username)).toHaveLength(3);
    const other = await kim.call('confirm-address', { mutationId: 'code-2', code });
    expect(other.problem?.code).toBe('not-accepted');
  });

  it('goes on where it broke off: the old address is told once', async () => {
    const kim = await member();
    await ask(kim);
    const code = await codeFor(kim);
    const { accounts } = world().context;
    const works = accounts.setEmail.bind(accounts);
    Object.assign(accounts, { setEmail: () => Promise.reject(new Error('unplugged')) });
    expect((await kim.call('confirm-address', { mutationId: 'code-1', code })).status).toBe(500);
    Object.assign(accounts, { setEmail: works });
    // The cookie of the answer that never came: the token before is good once more.
    expect((await kim.call('confirm-address', { mutationId: 'code-1', code })).status).toBe(200);
    const told = (await mailsOf(kim.username)).filter(({ message }) => message === 'address-changed');
    expect(told).toHaveLength(2);
    expect((await linkOf(kim.username))?.email).toBe(NEW);
  });

  it('is refused for a wrong code, for one of a day ago, for the one before, and for another account', async () => {
    const [kim, other] = [await member(), await member()];
    await ask(kim);
    const first = await codeFor(kim);
    await ask(kim, NEW, 'ask-2');
    const second = await codeFor(kim);
    const tried = async (who: Member, code: string) =>
      (await who.call('confirm-address', { mutationId: 'code-1', code })).problem?.code;
    expect(await tried(kim, 'ABCD-EFGH-JKMN')).toBe('not-accepted');
    expect(await tried(kim, first)).toBe('not-accepted');
    expect(await tried(other, second)).toBe('not-accepted');
    world().later({ hours: 25 });
    expect(await tried(kim, second)).toBe('not-accepted');
    expect((await world().context.accounts.find('diary', kim.username))?.email).not.toBe(NEW);
  });

  it('counts for the newest alone, also where that one was asked for while an older was on its way', async () => {
    const kim = await member();
    await ask(kim);
    const older = await codeFor(kim);
    const { accounts } = world().context;
    const works = accounts.find.bind(accounts);
    const asksAgain = async (...given: Parameters<typeof works>) => {
      Object.assign(accounts, { find: works });
      const again = await signedIn(kim.username);
      expect((await ask(again, 'newer@example.org', 'ask-2')).status).toBe(200);
      return works(...given);
    };
    Object.assign(accounts, { find: asksAgain });
    const late = await kim.call('confirm-address', { mutationId: 'code-1', code: older });
    Object.assign(accounts, { find: works });
    expect(late.problem?.code).toBe('not-accepted');
    expect(await works('diary', kim.username)).toMatchObject({ email: `${kim.username}@example.org` });
    expect((await mailsOf(kim.username)).map(({ message }) => message)).toEqual([
      'address-code',
      'address-code',
    ]);
    const done = await kim.call('confirm-address', { mutationId: 'code-2', code: await codeFor(kim) });
    expect(done).toMatchObject({ status: 200, body: { email: 'newer@example.org' } });
  });

  it('is slowed down when guessed', async () => {
    const kim = await member();
    await ask(kim);
    const codes: unknown[] = [];
    for (let n = 0; n < 6; n += 1)
      codes.push(
        (await kim.call('confirm-address', { mutationId: 'code-1', code: 'ABCDEFGHJKMN' })).problem?.code,
      );
    expect(codes.at(-1)).toBe('too-many');
  });
});

it('a new password is told to the account’s own address, with nothing personal', async () => {
  const kim = await member();
  await kim.call('change-password', { current: PASSWORD, password: 'seven quiet lanterns' });
  expect(await mailsOf(kim.username)).toEqual([
    { to: `${kim.username}@example.org`, message: 'password-changed' },
  ]);
});
