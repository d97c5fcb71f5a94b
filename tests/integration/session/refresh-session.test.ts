import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff } from '#table/entities/centre.ts';
import { link } from '#table/entities/diary.ts';
import { claimsOf, PASSWORD } from '../../support/local-cognito.ts';
import { startSessionWorld, type SessionWorld } from '../../support/session-world.ts';
import { firstSignIn, signUp } from '../../support/sign-up.ts';

let world: SessionWorld;
let count = 0;
beforeAll(async () => {
  world = await startSessionWorld();
});
afterAll(() => world.stop());

const device = async (): Promise<{ username: string; cookie: string }> => {
  const username = `robin-${String((count += 1))}`;
  await signUp(world, 'diary', username);
  const { answer } = await firstSignIn(world, 'diary', username);
  return { username, cookie: answer.cookie ?? '' };
};
const refresh = (cookie: string | undefined) => world.call('refresh-session', 'diary', { cookie });

describe('a refresh', () => {
  it('gives a new token and a new cookie, and the old cookie is over', async () => {
    const { username, cookie } = await device();
    world.later({ minutes: 14 });
    const answer = await refresh(cookie);
    expect(answer).toMatchObject({ status: 200, body: { outcome: 'signed-in' } });
    expect(claimsOf(String(answer.body['token']))).toMatchObject({ account: username });
    expect(answer.cookie).not.toBe(cookie);
    world.later({ minutes: 14 });
    expect((await refresh(answer.cookie)).status).toBe(200);
  });

  it('works for two tabs that ask at once, and for a phone that lost the answer', async () => {
    const { cookie } = await device();
    world.later({ minutes: 14 });
    const [one, other] = await Promise.all([refresh(cookie), refresh(cookie)]);
    expect([one.status, other.status]).toEqual([200, 200]);
    world.later({ seconds: 9 });
    const third = await refresh(cookie);
    expect(third.status).toBe(200);
    world.later({ minutes: 14 });
    expect((await refresh(third.cookie)).status).toBe(200);
  });

  it('with a cookie used before ends the whole family, and its tokens write nothing any more', async () => {
    const { username, cookie } = await device();
    world.later({ minutes: 14 });
    const rightful = await refresh(cookie);
    world.later({ seconds: 11 });
    const thief = await refresh(cookie);
    expect(thief).toMatchObject({ status: 401, problem: { code: 'signed-out' } });
    expect((await refresh(rightful.cookie)).problem?.code).toBe('signed-out');
    const ids = { centre: 'northgate', patient: username };
    const stored = await world.context.store.get(link, link.key({ ...ids, account: username }));
    const issuedAt = Number(claimsOf(String(rightful.body['token']))['iat']);
    expect(stored?.notBefore).toBeGreaterThan(issuedAt);
    expect(await world.auditActions({ of: 'diary', ...ids })).toEqual(['refresh-session']);
  });

  it('is refused without a cookie, with a made-up one and one of another site', async () => {
    const { cookie } = await device();
    const [, value = ''] = cookie.split('=');
    const made = '__Host-haemdiary-diary=robin-1.0192f0c1-0000-7000-8000-000000000000.made-up';
    const refused = [
      await refresh(undefined),
      await refresh('__Host-haemdiary-diary=nothing'),
      await refresh(made),
      await world.call('refresh-session', 'centre', { cookie: `__Host-haemdiary-centre=${value}` }),
    ];
    expect(refused.map((one) => one.problem?.code)).toEqual(Array.from({ length: 4 }, () => 'signed-out'));
    expect((await refresh(cookie)).status).toBe(200);
  });

  it('ends with the days that a device stays signed in', async () => {
    const { cookie } = await device();
    world.later({ hours: 24 * 30 + 1 });
    expect((await refresh(cookie)).problem?.code).toBe('signed-out');
  });

  it('is refused to staff whose membership ended', async () => {
    await signUp(world, 'centre', 'left');
    const { answer } = await firstSignIn(world, 'centre', 'left');
    const key = staff.key({ centre: 'northgate', account: 'left' });
    const before = await world.context.store.get(staff, key);
    if (before === undefined) throw new Error('no membership');
    await world.context.store.put(staff, { ...before, status: 'ended' });
    const refused = await world.call('refresh-session', 'centre', { cookie: answer.cookie });
    expect(refused.problem?.code).toBe('signed-out');
  });
});

describe('signing out', () => {
  it('ends this device’s session and clears its cookie; others go on', async () => {
    const { username, cookie } = await device();
    const other = await world.call('sign-in', 'diary', { body: { username, password: PASSWORD } });
    const out = await world.call('sign-out', 'diary', { cookie });
    expect(out).toMatchObject({ status: 204, cookie: '' });
    expect((await refresh(cookie)).problem?.code).toBe('signed-out');
    expect((await refresh(other.cookie)).status).toBe(200);
  });

  it('twice is no failure', async () => {
    const { cookie } = await device();
    await world.call('sign-out', 'diary', { cookie });
    expect((await world.call('sign-out', 'diary', { cookie })).status).toBe(204);
    expect((await world.call('sign-out', 'diary')).status).toBe(204);
  });

  it('cannot be done by another site', async () => {
    const { cookie } = await device();
    const out = await world.call('sign-out', 'diary', { cookie, headers: { 'x-haemdiary': '' } });
    expect(out).toMatchObject({ status: 403, cookie: undefined });
    expect((await refresh(cookie)).status).toBe(200);
  });
});
