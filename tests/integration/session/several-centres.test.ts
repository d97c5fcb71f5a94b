import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registryCentre, staff } from '#table/entities/centre.ts';
import { created } from '#table/item.ts';
import { claimsOf, codeAt, PASSWORD } from '../../support/local-cognito.ts';
import { startSessionWorld, type Answered, type SessionWorld } from '../../support/session-world.ts';
import { firstSignIn, signUp } from '../../support/sign-up.ts';

let world: SessionWorld;
let count = 0;
beforeAll(async () => {
  world = await startSessionWorld();
  await Promise.all([
    listCentre('northgate', 'Northgate Centre'),
    listCentre('southbank', 'Southbank Centre'),
    listCentre('eastfield', 'Eastfield Centre'),
  ]);
});
afterAll(() => world.stop());

const stamp = () => created({ at: world.context.now().toString(), by: 'test', mutationId: 'm' });

const listCentre = (centre: string, name: string, status: 'active' | 'suspended' = 'active') =>
  world.context.store.put(registryCentre, {
    centre,
    name,
    email: 'office@example.org',
    phone: '01632 960100',
    emergencyPhone: '01632 960199',
    address: '1 High Street',
    zone: 'Europe/London',
    status,
    ...stamp(),
  });

const putMembership = (account: string, centre: string, more: { status?: 'active' | 'ended' } = {}) =>
  world.context.store.put(staff, {
    centre,
    account,
    username: account,
    displayName: 'Sam Example',
    job: 'consultant',
    status: 'active',
    since: '2026-01-01T00:00:00Z',
    notBefore: 0,
    ...stamp(),
    ...more,
  });

/** A nurse at Northgate, who is a consultant at Southbank too, on a first device. */
const worker = async () => {
  const username = `both-${String((count += 1))}`;
  await signUp(world, 'centre', username);
  await putMembership(username, 'southbank');
  const { answer, secret } = await firstSignIn(world, 'centre', username);
  return { username, secret, answer };
};
const choose = (cookie: string | undefined, centre: string) =>
  world.call('choose-centre', 'centre', { cookie, body: { centre } });
const refresh = (cookie: string | undefined) => world.call('refresh-session', 'centre', { cookie });
const placeOf = ({ body }: Answered) => {
  const { centre, job, centres } = claimsOf(String(body['token']));
  return { centre, job, centres };
};

describe('staff of several centres', () => {
  it('start at the newest job, see the others by name and move the session to one of them', async () => {
    const { answer } = await worker();
    expect(placeOf(answer)).toEqual({ centre: 'northgate', job: 'nurse', centres: '2' });
    const listed = await world.call('list-workplaces', 'centre', { cookie: answer.cookie });
    expect(listed.body).toEqual({
      items: [
        { id: 'northgate', name: 'Northgate Centre', job: 'nurse', current: true },
        { id: 'southbank', name: 'Southbank Centre', job: 'consultant', current: false },
      ],
    });
    const moved = await choose(answer.cookie, 'southbank');
    expect(placeOf(moved)).toEqual({ centre: 'southbank', job: 'consultant', centres: '2' });
    expect(moved.cookie).not.toBe(answer.cookie);
  });

  it('stay where they chose to work with every refresh', async () => {
    const { answer } = await worker();
    let { cookie } = await choose(answer.cookie, 'southbank');
    for (let round = 0; round < 2; round += 1) {
      world.later({ minutes: 14 });
      const next = await refresh(cookie);
      expect(placeOf(next)).toMatchObject({ centre: 'southbank', job: 'consultant' });
      ({ cookie } = next);
    }
  });

  it('stay where they are when they get a job elsewhere in the meantime', async () => {
    await signUp(world, 'centre', 'promoted');
    const { answer } = await firstSignIn(world, 'centre', 'promoted');
    world.later({ minutes: 1 });
    await world.context.store.put(staff, {
      centre: 'southbank',
      account: 'promoted',
      username: 'promoted',
      displayName: 'Sam Example',
      job: 'data-manager',
      status: 'active',
      since: world.context.now().toString(),
      notBefore: 0,
      ...stamp(),
    });
    const next = await refresh(answer.cookie);
    expect(placeOf(next)).toEqual({ centre: 'northgate', job: 'nurse', centres: '2' });
  });

  it('work on two devices at two centres at once', async () => {
    const { username, secret, answer } = await worker();
    world.later({ seconds: 60 });
    const begun = await world.call('sign-in', 'centre', { body: { username, password: PASSWORD } });
    const other = await world.call('answer-second-factor', 'centre', {
      body: { username, challenge: begun.body['challenge'], code: codeAt(secret, world.context.now()) },
    });
    const moved = await choose(other.cookie, 'southbank');
    const [here, there] = await Promise.all([refresh(answer.cookie), refresh(moved.cookie)]);
    expect(placeOf(here)).toMatchObject({ centre: 'northgate' });
    expect(placeOf(there)).toMatchObject({ centre: 'southbank' });
  });

  it('in two tabs: a refresh beside the choice does not take it back', async () => {
    const { answer } = await worker();
    const [moved, beside] = [await choose(answer.cookie, 'southbank'), await refresh(answer.cookie)];
    expect([moved.status, beside.status]).toEqual([200, 200]);
    world.later({ minutes: 14 });
    expect(placeOf(await refresh(beside.cookie))).toMatchObject({ centre: 'southbank' });
  });

  it('cannot move to a centre where they have no job, an ended one, or a suspended one, and stay signed in', async () => {
    const { username, answer } = await worker();
    await putMembership(username, 'eastfield', { status: 'ended' });
    await putMembership(username, 'westhill');
    await listCentre('westhill', 'Westhill', 'suspended');
    for (const centre of ['nowhere', 'eastfield', 'westhill']) {
      expect((await choose(answer.cookie, centre)).problem?.code).toBe('not-found');
    }
    expect((await refresh(answer.cookie)).status).toBe(200);
  });

  it('are signed out of the centre that they leave, or that is suspended, and not moved to another', async () => {
    const left = await worker();
    const atSouthbank = await choose(left.answer.cookie, 'southbank');
    await putMembership(left.username, 'southbank', { status: 'ended' });
    expect((await refresh(atSouthbank.cookie)).problem?.code).toBe('signed-out');

    const other = await worker();
    const moved = await choose(other.answer.cookie, 'southbank');
    await listCentre('southbank', 'Southbank Centre', 'suspended');
    expect((await refresh(moved.cookie)).problem?.code).toBe('signed-out');
    const again = await world.call('list-workplaces', 'centre', { cookie: moved.cookie });
    expect(again.body).not.toHaveProperty('items.1');
    await listCentre('southbank', 'Southbank Centre');
  });

  it('need the session’s own cookie and page to see or choose', async () => {
    const { answer } = await worker();
    const { cookie } = answer;
    const elsewhere = { 'x-haemdiary': '' };
    const refused = [
      await choose(undefined, 'southbank'),
      await world.call('list-workplaces', 'centre'),
      await world.call('choose-centre', 'diary', { cookie, body: { centre: 'southbank' } }),
      await world.call('choose-centre', 'centre', {
        cookie,
        body: { centre: 'southbank' },
        headers: elsewhere,
      }),
    ];
    for (const one of refused) expect(one.status).toBeGreaterThanOrEqual(400);
    expect(placeOf(await refresh(cookie))).toMatchObject({ centre: 'northgate' });
  });
});
