import { describe, expect, it } from 'vitest';
import { linksOfAccount } from '#usecases/session/own-address.ts';
import { PASSWORD } from '../../support/local-cognito.ts';
import { newMembers, sessionWorld } from '../../support/session-tests.ts';
import type { Answered } from '../../support/session-world.ts';

const world = sessionWorld();
const signedUp = newMembers(world, 'jude');

/** Somebody who is signed in on two devices. */
const member = async () => {
  const username = await signedUp();
  const signIn = async () =>
    (await world().call('sign-in', 'diary', { body: { username, password: PASSWORD } })).cookie ?? '';
  return { username, here: await signIn(), other: await signIn() };
};
const prove = (cookie: string, password = PASSWORD) =>
  world().call('prove', 'diary', { cookie, body: { password } });
const proofOf = ({ body }: Answered): string => String(body['proof']);
const otherDevice = async (cookie: string) => {
  const { body, cookie: next } = await world().call('list-devices', 'diary', { cookie });
  const items = body['items'] as readonly { readonly id: string; readonly current: boolean }[];
  return { id: items.find(({ current }) => !current)?.id ?? '', cookie: next ?? '' };
};
const end = (cookie: string, id: string, body: Readonly<Record<string, unknown>>) =>
  world().call('end-device', 'diary', { cookie, params: { id }, body });

describe('an act that asks for the password once more', () => {
  it('is refused without it, and done with what the password gave', async () => {
    const { here, other } = await member();
    const seen = await otherDevice(here);
    const refused = await end(seen.cookie, seen.id, {});
    expect(refused).toMatchObject({ status: 403, problem: { code: 'proof-needed' }, cookie: undefined });
    expect((await world().call('refresh-session', 'diary', { cookie: other })).status).toBe(200);
    const proved = await prove(seen.cookie);
    expect((await end(proved.cookie ?? '', seen.id, { proof: proofOf(proved) })).status).toBe(204);
  });

  it('is signing out everywhere, too', async () => {
    const { here } = await member();
    const out = (cookie: string, body: unknown) => world().call('end-all-devices', 'diary', { cookie, body });
    expect((await out(here, {})).problem?.code).toBe('proof-needed');
    const proved = await prove(here);
    expect((await out(proved.cookie ?? '', { proof: proofOf(proved) })).status).toBe(204);
  });

  it('is refused after five minutes, and with the proof of another device or of nobody', async () => {
    const { here, other } = await member();
    const seen = await otherDevice(here);
    const elsewhere = await prove(other);
    const made = await end(seen.cookie, seen.id, { proof: proofOf(elsewhere) });
    expect(made.problem?.code).toBe('proof-needed');
    const proved = await prove(seen.cookie);
    const cookie = proved.cookie ?? '';
    expect((await end(cookie, seen.id, { proof: 'x'.repeat(43) })).problem?.code).toBe('proof-needed');
    world().later({ minutes: 5 });
    expect((await end(cookie, seen.id, { proof: proofOf(proved) })).problem?.code).toBe('proof-needed');
  });

  it('is not proved any more by a device that has signed out, though its token lives on', async () => {
    const { username, here } = await member();
    const proved = await prove(here);
    const untilOf = async () =>
      (await linksOfAccount(world().context, username)).map(({ proof }) => proof?.until);
    expect(await untilOf()).toEqual([expect.any(Number)]);
    expect(await untilOf()).not.toEqual([0]);
    await world().call('sign-out', 'diary', { cookie: proved.cookie ?? '' });
    expect(await untilOf()).toEqual([0]);
  });
});

describe('the password typed once more', () => {
  it('is refused as late as any other where it is wrong, and told to its owner', async () => {
    const { username, here } = await member();
    world().waited.length = 0;
    const wrong = await prove(here, 'a wrong guess');
    expect(wrong).toMatchObject({ status: 403, problem: { code: 'not-accepted' }, cookie: undefined });
    expect(world().waited).toHaveLength(1);
    const again = await world().call('sign-in', 'diary', { body: { username, password: PASSWORD } });
    const { body } = await world().call('list-devices', 'diary', { cookie: again.cookie });
    expect(body['events']).toMatchObject([{ what: 'signed-in', refusedBefore: 1 }, {}, {}]);
  });

  it('counts as a try to sign in, so nobody guesses it from a session they found open', async () => {
    const { here } = await member();
    const codes: unknown[] = [];
    for (let n = 0; n < 6; n += 1) codes.push((await prove(here, 'a wrong guess')).problem?.code);
    expect(codes.at(-1)).toBe('too-many');
  });

  it('is for whoever is signed in only', async () => {
    expect((await prove('')).problem?.code).toBe('signed-out');
  });
});
