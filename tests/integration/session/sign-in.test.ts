import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff } from '#table/entities/centre.ts';
import { claimsOf, codeAt, PASSWORD } from '../../support/local-cognito.ts';
import { startSessionWorld, type SessionWorld } from '../../support/session-world.ts';
import { firstSignIn, signUp } from '../../support/sign-up.ts';

let world: SessionWorld;
beforeAll(async () => {
  world = await startSessionWorld();
  await signUp(world, 'diary', 'robin');
  await signUp(world, 'centre', 'sam');
  await signUp(world, 'registry', 'kit');
});
afterAll(() => world.stop());

const signIn = (audience: 'diary' | 'centre' | 'registry', username: string, password = PASSWORD) =>
  world.call('sign-in', audience, { body: { username, password } });

describe('signing in', () => {
  it('gives a patient a token with diaries and without address or name, and a cookie for this host alone', async () => {
    const answer = await signIn('diary', 'Robin');
    expect(answer).toMatchObject({
      status: 200,
      body: { outcome: 'signed-in', expiresAt: '2026-11-22T09:15:00Z' },
    });
    const claims = claimsOf(String(answer.body['token']));
    expect(claims).toMatchObject({ account: 'robin', diaries: 'northgate/robin', token_use: 'id' });
    expect(claims).not.toHaveProperty('email');
    expect(claims).not.toHaveProperty('name');
    expect(answer.cookie).toMatch(/^__Host-haemdiary-diary=robin\.[0-9a-f-]{36}\..{20,}$/);
  });

  it('takes staff through setting up an authenticator app, then asks for its code', async () => {
    const first = await signIn('centre', 'sam');
    expect(first.body).toMatchObject({ outcome: 'set-up' });
    expect(first.body['link']).toBe(
      `otpauth://totp/Haemdiary%20centre:sam?secret=${String(first.body['secret'])}&issuer=Haemdiary%20centre`,
    );
    expect(first.cookie).toBeUndefined();
    const { answer, secret } = await firstSignIn(world, 'centre', 'sam');
    expect(claimsOf(String(answer.body['token']))).toMatchObject({
      account: 'sam',
      centre: 'northgate',
      job: 'nurse',
    });
    world.later({ seconds: 60 });
    const next = await signIn('centre', 'sam');
    expect(next.body).toMatchObject({ outcome: 'second-factor' });
    const done = await world.call('answer-second-factor', 'centre', {
      body: { username: 'sam', challenge: next.body['challenge'], code: codeAt(secret, world.context.now()) },
    });
    expect(done.body).toMatchObject({ outcome: 'signed-in' });
    expect(done.cookie).toMatch(/^__Host-haemdiary-centre=/);
  });

  it('gives the registry its job', async () => {
    const { answer } = await firstSignIn(world, 'registry', 'kit');
    expect(claimsOf(String(answer.body['token']))).toMatchObject({ account: 'kit', job: 'manager' });
  });

  it('takes staff of several centres to the one where they started last', async () => {
    await signUp(world, 'centre', 'both');
    const key = staff.key({ centre: 'northgate', account: 'both' });
    const before = await world.context.store.get(staff, key);
    if (before === undefined) throw new Error('no membership');
    await world.context.store.put(staff, {
      ...before,
      centre: 'southbank',
      job: 'consultant',
      since: world.context.now().add({ seconds: 1 }).toString(),
    });
    const { answer } = await firstSignIn(world, 'centre', 'both');
    expect(claimsOf(String(answer.body['token']))).toMatchObject({ centre: 'southbank', job: 'consultant' });
  });

  it('lets in a person without a diary, to read the statement and accept invitations', async () => {
    await world.context.accounts.create('diary', { account: 'lone', username: 'lone', password: PASSWORD });
    const answer = await signIn('diary', 'lone');
    expect(claimsOf(String(answer.body['token']))).not.toHaveProperty('diaries');
    expect(answer.status).toBe(200);
  });

  it('answers alike for a wrong password, an unknown name, an impossible name and an account that was never finished', async () => {
    const answers = [
      await signIn('diary', 'robin', 'not the password'),
      await signIn('diary', 'nobody'),
      await signIn('diary', 'no body at all'),
      await signIn('centre', 'robin'),
    ];
    const seen = answers.map(({ status, body }) => ({ status, ...body }));
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 403, problem: { code: 'not-accepted' } });
  });

  it('refuses a wrong code and a made-up challenge', async () => {
    world.later({ minutes: 20 });
    const { body } = await signIn('centre', 'sam');
    const wrong = { username: 'sam', challenge: body['challenge'], code: '000000' };
    const made = { username: 'sam', challenge: 'made-up', code: '000000' };
    for (const name of ['answer-second-factor', 'set-up-second-factor'] as const) {
      expect((await world.call(name, 'centre', { body: wrong })).problem?.code).toBe('not-accepted');
      expect((await world.call(name, 'centre', { body: made })).problem?.code).toBe('not-accepted');
    }
  });

  it('refuses staff whose membership ended, with the answer of a wrong password', async () => {
    await signUp(world, 'centre', 'gone');
    const { secret } = await firstSignIn(world, 'centre', 'gone');
    const key = staff.key({ centre: 'northgate', account: 'gone' });
    const before = await world.context.store.get(staff, key);
    if (before === undefined) throw new Error('no membership');
    await world.context.store.put(staff, { ...before, status: 'ended' });
    world.later({ seconds: 60 });
    const started = await signIn('centre', 'gone');
    const answer = await world.call('answer-second-factor', 'centre', {
      body: {
        username: 'gone',
        challenge: started.body['challenge'],
        code: codeAt(secret, world.context.now()),
      },
    });
    expect(answer).toMatchObject({ status: 403, problem: { code: 'not-accepted' } });
    expect(answer.cookie).toBeUndefined();
  });
});
