import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCognitoAccountHelp } from '#adapters/cognito-account-help.ts';
import { PASSWORD } from '../../support/local-cognito.ts';
import { startSessionWorld, type SessionWorld } from '../../support/session-world.ts';
import { firstSignIn, signUp } from '../../support/sign-up.ts';

let world: SessionWorld;
beforeAll(async () => {
  world = await startSessionWorld();
});
afterAll(() => world.stop());

it('a lost second factor is taken off, and the next sign-in sets up a new one', async () => {
  await signUp(world, 'centre', 'sam');
  const { secret } = await firstSignIn(world, 'centre', 'sam');
  expect((await world.context.accounts.find('centre', 'sam'))?.secondFactor).toBe(true);
  await world.context.accounts.resetSecondFactor('centre', 'sam');
  expect((await world.context.accounts.find('centre', 'sam'))?.secondFactor).toBe(false);
  const next = await world.call('sign-in', 'centre', { body: { username: 'sam', password: PASSWORD } });
  expect(next.body['outcome']).toBe('set-up');
  expect(next.body['secret']).not.toBe(secret);
});

it('a pool that a function does not reach is a fault, not an answer', async () => {
  const help = createCognitoAccountHelp({
    client: world.cognito.sdk(),
    poolIds: { diary: world.pools.diary.poolId },
  });
  await expect(help.find('registry', 'kit')).rejects.toThrow('does not reach');
});

it('a password that the pool finds too weak is refused at its field', async () => {
  await signUp(world, 'diary', 'weak');
  const set = await world.context.accounts.setPassword('diary', { username: 'weak', password: 'short' });
  expect(set).toMatchObject({
    failure: { code: 'invalid', fields: [{ pointer: '/password', reason: 'too-weak' }] },
  });
});
