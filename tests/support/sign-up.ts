import type { Audience } from '#contracts/route.ts';
import { registryStaff, staff } from '#table/entities/centre.ts';
import { link } from '#table/entities/diary.ts';
import { created } from '#table/item.ts';
import { codeAt, PASSWORD } from './local-cognito.ts';
import type { Answered, SessionWorld } from './session-world.ts';

const stampAt = (world: SessionWorld) => ({
  at: world.context.now().toString(),
  by: 'test',
  mutationId: 'sign-up',
});

const placeFor = async (world: SessionWorld, audience: Audience, account: string): Promise<void> => {
  const who = { account, username: account, notBefore: 0, ...created(stampAt(world)) };
  const since = world.context.now().toString();
  const member = { displayName: 'Sam Example', status: 'active' as const, since };
  if (audience === 'diary') {
    await world.context.store.put(link, {
      centre: 'northgate',
      patient: account,
      firstName: 'Robin',
      centreName: 'Northgate',
      name: 'Robin Example',
      relation: 'self',
      mayRecord: true,
      confirmed: true,
      consent: 'not-needed',
      ...who,
    });
  } else if (audience === 'centre') {
    await world.context.store.put(staff, { centre: 'northgate', job: 'nurse', ...member, ...who });
  } else {
    await world.context.store.put(registryStaff, { job: 'manager', ...member, ...who });
  }
};

/** An account with an address, a password and a place: one diary, a nurse's job, or the registry manager's. Its id is its username. */
export const signUp = async (world: SessionWorld, audience: Audience, username: string): Promise<void> => {
  const made = await world.context.accounts.create(audience, {
    account: username,
    username,
    password: PASSWORD,
    email: `${username}@example.org`,
  });
  if (!made.ok) throw new Error('The account could not be made.');
  await placeFor(world, audience, username);
};

export interface SignedInDevice {
  readonly answer: Answered;
  /** Of the authenticator app, where the pool wanted one. */
  readonly secret: string;
}

/** A first sign-in, with the set-up of a second factor where the pool asks for it. */
export const firstSignIn = async (
  world: SessionWorld,
  audience: Audience,
  username: string,
): Promise<SignedInDevice> => {
  const started = await world.call('sign-in', audience, { body: { username, password: PASSWORD } });
  if (started.body['outcome'] !== 'set-up') return { answer: started, secret: '' };
  const secret = String(started.body['secret']);
  const code = codeAt(secret, world.context.now());
  const answer = await world.call('set-up-second-factor', audience, {
    body: { username, challenge: started.body['challenge'], code },
  });
  return { answer, secret };
};
