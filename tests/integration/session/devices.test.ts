import { describe, expect, it } from 'vitest';
import type { devices } from '#contracts/session.ts';
import type * as z from 'zod';
import { link } from '#table/entities/diary.ts';
import { claimsOf, PASSWORD } from '../../support/local-cognito.ts';
import { newMembers, sessionWorld } from '../../support/session-tests.ts';
import { firstSignIn, signUp } from '../../support/sign-up.ts';

type Devices = z.infer<typeof devices>;
const ANDROID = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Safari/604.1';
const world = sessionWorld();
const member = newMembers(world, 'robin');

const signIn = async (username: string, userAgent: string, password = PASSWORD): Promise<string> => {
  const headers = { 'user-agent': userAgent };
  const answer = await world().call('sign-in', 'diary', { body: { username, password }, headers });
  return answer.cookie ?? '';
};
const refresh = (cookie: string) => world().call('refresh-session', 'diary', { cookie });
const list = async (cookie: string): Promise<Devices & { readonly cookie: string }> => {
  const answer = await world().call('list-devices', 'diary', { cookie });
  expect(answer.status).toBe(200);
  return { ...(answer.body as Devices), cookie: answer.cookie ?? '' };
};
/** With the password typed once more, as the page asks for it; `''` is somebody without a session. */
const proven = async (cookie: string) => {
  const answer = await world().call('prove', 'diary', { cookie, body: { password: PASSWORD } });
  const { proof } = answer.body;
  return { cookie: answer.cookie ?? cookie, body: proof === undefined ? {} : { proof } };
};
const end = async (cookie: string, id: string) =>
  world().call('end-device', 'diary', { ...(await proven(cookie)), params: { id } });
const whats = ({ events }: Devices) => events.map(({ what }) => what);

describe('the list of one’s devices', () => {
  it('shows each by family of browser and system, when it was first and last used, and nothing else', async () => {
    const username = await member();
    const first = world().context.now().toString({ smallestUnit: 'millisecond' });
    const old = await signIn(username, ANDROID);
    world().later({ minutes: 10 });
    await refresh(old);
    const used = world().context.now().toString({ smallestUnit: 'millisecond' });
    world().later({ minutes: 5 });
    const { items } = await list(await signIn(username, IPHONE));
    expect(items).toMatchObject([
      { browser: 'safari', system: 'ios', current: true },
      { browser: 'firefox', system: 'android', since: first, lastUsedAt: used, current: false },
    ]);
    expect(Object.keys(items[0] ?? {}).sort()).toEqual([
      'browser',
      'current',
      'id',
      'lastUsedAt',
      'since',
      'system',
    ]);
  });

  it('tells of sign-ins, of what was refused before, and of sign-outs, the newest first', async () => {
    const username = await member();
    const gone = await signIn(username, ANDROID);
    await world().call('sign-out', 'diary', { cookie: gone, headers: { 'user-agent': ANDROID } });
    for (let n = 0; n < 3; n += 1) await signIn(username, ANDROID, 'a wrong guess');
    const seen = await list(await signIn(username, IPHONE));
    expect(seen.events).toMatchObject([
      { what: 'signed-in', system: 'ios', refusedBefore: 3 },
      { what: 'signed-out', system: 'android' },
      { what: 'signed-in', system: 'android' },
    ]);
    expect(seen.refusedSince).toBe(0);
    await signIn(username, ANDROID, 'a wrong guess');
    expect((await list(seen.cookie)).refusedSince).toBe(1);
  });

  it('is of one account only, and not for a cookie that Cognito has ended', async () => {
    const [mine, other] = [await member(), await member()];
    const cookie = await signIn(mine, ANDROID);
    await signIn(other, IPHONE);
    const seen = await list(cookie);
    expect(seen.items).toHaveLength(1);
    await world().context.accounts.signOutEverywhere('diary', mine);
    const refused = await world().call('list-devices', 'diary', { cookie: seen.cookie });
    expect(refused).toMatchObject({ status: 401, problem: { code: 'signed-out' } });
  });

  it('tells staff of the second factor they set up', async () => {
    await signUp(world(), 'centre', 'sam');
    const { answer } = await firstSignIn(world(), 'centre', 'sam');
    const seen = await world().call('list-devices', 'centre', { cookie: answer.cookie });
    expect(whats(seen.body as Devices).sort()).toEqual(['second-factor-set', 'signed-in']);
  });
});

describe('ending another device', () => {
  it('stops its tokens at once, tells it so when it asks, and leaves the others signed in', async () => {
    const username = await member();
    const [lost, kept] = [await signIn(username, ANDROID), await signIn(username, IPHONE)];
    const lostToken = (await refresh(lost)).body['token'];
    world().later({ seconds: 5 });
    const seen = await list(kept);
    const target = seen.items.find(({ current }) => !current);
    const ended = await end(seen.cookie, target?.id ?? '');
    expect(ended.status).toBe(204);
    const ids = { centre: 'northgate', patient: username };
    const stored = await world().context.store.get(link, link.key({ ...ids, account: username }));
    expect(stored?.notBefore).toBeGreaterThan(Number(claimsOf(String(lostToken))['iat']));
    expect(await world().auditActions({ of: 'diary', ...ids })).toEqual(['end-device']);
    const after = await list(ended.cookie ?? '');
    expect(after.items).toHaveLength(1);
    expect(whats(after)[0]).toBe('device-ended');
  });

  it('answers that device `session-ended`, and whoever made up a token of it nothing of the kind', async () => {
    const username = await member();
    const [lost, kept] = [await signIn(username, ANDROID), await signIn(username, IPHONE)];
    const seen = await list(kept);
    await end(seen.cookie, seen.items.find(({ current }) => !current)?.id ?? '');
    const answer = await refresh(lost);
    expect(answer).toMatchObject({ status: 401, problem: { code: 'session-ended' } });
    const madeUp = await refresh(`${lost.split('.').slice(0, 2).join('.')}.made-up`);
    expect(madeUp.problem?.code).toBe('signed-out');
  });

  it('is for one’s own only, and not for the device one is at', async () => {
    const [mine, other] = [await member(), await member()];
    const theirs = (await list(await signIn(other, IPHONE))).items[0]?.id ?? '';
    const seen = await list(await signIn(mine, ANDROID));
    expect((await end(seen.cookie, theirs)).problem?.code).toBe('not-found');
    expect((await end(seen.cookie, seen.items[0]?.id ?? '')).problem?.code).toBe('not-now');
    expect((await end('', theirs)).problem?.code).toBe('signed-out');
  });
});

describe('the centre ending every device of a person', () => {
  const endAll = async (username: string): Promise<void> => {
    const key = link.key({ centre: 'northgate', patient: username, account: username });
    const devicesEndedAt = world().context.now().toString({ smallestUnit: 'millisecond' });
    const act = { act: 'update', label: 'link', key, set: { devicesEndedAt }, when: [] } as const;
    expect(await world().context.store.transact([act])).toMatchObject({ done: true });
    await world().context.accounts.signOutEverywhere('diary', username);
  };

  it('has each told to forget when it next asks, once and for all, and lists it no more', async () => {
    const username = await member();
    const lost = await signIn(username, ANDROID);
    world().later({ minutes: 1 });
    await endAll(username);
    expect((await refresh(lost)).problem?.code).toBe('session-ended');
    expect((await refresh(lost)).problem?.code).toBe('session-ended');
    world().later({ minutes: 1 });
    const kept = await signIn(username, IPHONE);
    expect((await list(kept)).items).toMatchObject([{ system: 'ios' }]);
  });

  it('says nothing of the kind to a device that signed in afterwards and lost its session otherwise', async () => {
    const username = await member();
    await endAll(username);
    world().later({ minutes: 1 });
    const later = await signIn(username, IPHONE);
    await world().context.accounts.signOutEverywhere('diary', username);
    expect((await refresh(later)).problem?.code).toBe('signed-out');
  });
});

describe('signing out everywhere', () => {
  it('ends this device and every other, which is told to forget', async () => {
    const username = await member();
    const [other, here] = [await signIn(username, ANDROID), await signIn(username, IPHONE)];
    const out = await world().call('end-all-devices', 'diary', await proven(here));
    expect(out).toMatchObject({ status: 204, cookie: '' });
    expect((await refresh(here)).problem?.code).toBe('signed-out');
    expect((await refresh(other)).problem?.code).toBe('session-ended');
    const again = await list(await signIn(username, IPHONE));
    expect(whats(again).slice(0, 2)).toEqual(['signed-in', 'ended-everywhere']);
  });
});

describe('changing the password while signed in', () => {
  const NEW = 'seven quiet lanterns';
  const change = (cookie: string, current: string, password = NEW) =>
    world().call('change-password', 'diary', { cookie, body: { current, password } });

  it('needs the one they have, ends every other session and keeps this one', async () => {
    const username = await member();
    const [other, here] = [await signIn(username, ANDROID), await signIn(username, IPHONE)];
    const wrong = await change(here, 'a wrong guess');
    expect(wrong).toMatchObject({ status: 403, problem: { code: 'not-accepted' }, cookie: undefined });
    const changed = await change(here, PASSWORD);
    expect(changed.status).toBe(204);
    expect((await refresh(other)).problem?.code).toBe('signed-out');
    expect((await refresh(changed.cookie ?? '')).status).toBe(200);
    expect(await signIn(username, ANDROID, PASSWORD)).toBe('');
    const seen = await list(await signIn(username, ANDROID, NEW));
    expect(whats(seen)).toContain('password-changed');
    const owner = { of: 'diary', centre: 'northgate', patient: username } as const;
    expect(await world().auditActions(owner)).toEqual(['change-password']);
  });

  it('refuses the same one again, and slows down who guesses the one they have', async () => {
    const username = await member();
    const cookie = await signIn(username, ANDROID);
    expect((await change(cookie, PASSWORD, PASSWORD)).problem?.fields).toEqual([
      { pointer: '/password', reason: 'same' },
    ]);
    expect((await change(cookie, PASSWORD, `${username}-2026!`)).problem?.fields).toEqual([
      { pointer: '/password', reason: 'too-common' },
    ]);
    const codes: unknown[] = [];
    for (let n = 0; n < 5; n += 1) codes.push((await change(cookie, 'a wrong guess')).problem?.code);
    expect(codes.at(-1)).toBe('too-many');
  });

  it('is not for somebody without a session', async () => {
    expect((await change('', PASSWORD)).problem?.code).toBe('signed-out');
  });
});
