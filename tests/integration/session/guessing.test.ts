import { describe, expect, it } from 'vitest';
import { LONGEST_PAUSE_SECONDS, pauseAfter } from '#usecases/session/back-off.ts';
import { GUARDS } from '#usecases/session/guard-guessing.ts';
import { LIMITS, throttle } from '#usecases/session/throttle.ts';
import { PASSWORD } from '../../support/local-cognito.ts';
import { newMembers, sessionWorld } from '../../support/session-tests.ts';
import type { Answered, SessionWorld } from '../../support/session-world.ts';
import { firstSignIn, signUp } from '../../support/sign-up.ts';

const world = sessionWorld();
const member = newMembers(world, 'robin');

interface From {
  readonly address?: string;
  readonly device?: string | undefined;
}
const signIn = (username: string, password: string, { address = '198.51.100.7', device }: From = {}) =>
  world().call('sign-in', 'diary', {
    body: { username, password },
    device,
    headers: { 'x-viewer-ip': address },
  });
const guess = (username: string, from: From = {}) => signIn(username, 'a wrong guess', from);
const guesses = async (username: string, times: number, from: (n: number) => From): Promise<Answered[]> => {
  const answers: Answered[] = [];
  for (let n = 0; n < times; n += 1) answers.push(await guess(username, from(n)));
  return answers;
};
const codes = (answers: readonly Answered[]) => answers.map(({ problem }) => problem?.code);

describe('a back-off', () => {
  it('doubles, and is never longer than sixteen minutes', () => {
    const pauses = [4, 5, 6, 7, 8, 9, 10, 50].map((tries) => pauseAfter(GUARDS.signIn.pair, tries));
    expect(pauses).toEqual([0, 60, 120, 240, 480, 960, 960, LONGEST_PAUSE_SECONDS]);
    expect(pauseAfter(GUARDS.signIn.strangers, 8)).toBe(LONGEST_PAUSE_SECONDS);
  });
});

describe('whoever guesses a password', () => {
  it('waits longer after each further try, also when many come at once', async () => {
    const username = await member();
    const from = () => ({ address: '203.0.113.1' });
    expect(codes(await guesses(username, 5, from))).toEqual(Array.from({ length: 5 }, () => 'not-accepted'));
    const sixth = await signIn(username.toUpperCase(), PASSWORD, from());
    expect(sixth).toMatchObject({ status: 429, problem: { code: 'too-many', retryAfterSeconds: 60 } });
    world().later({ seconds: 61 });
    const many = await Promise.all(Array.from({ length: 5 }, () => guess(username, from())));
    expect(codes(many).filter((code) => code === 'not-accepted')).toHaveLength(1);
    expect((await guess(username, from())).problem?.retryAfterSeconds).toBe(120);
  });

  it('from one address doesn’t keep the owner out at another', async () => {
    const username = await member();
    await guesses(username, 20, () => ({ address: '203.0.113.1' }));
    // Cognito counts five: a second's pause of its own.
    world().later({ seconds: 2 });
    expect((await signIn(username, PASSWORD, { address: '192.0.2.2' })).status).toBe(200);
  });

  it('from thirty addresses gets eight tries in sixteen minutes, and doesn’t keep the owner’s own device out', async () => {
    const username = await member();
    const { device } = await signIn(username, PASSWORD);
    expect(device).toMatch(/^__Host-haemdiary-diary-device=[\w-]{32}$/);
    const answers = await guesses(username, 30, (n) => ({ address: `203.0.113.${String(n)}` }));
    expect(codes(answers).filter((code) => code === 'not-accepted')).toHaveLength(8);
    const stranger = await signIn(username, PASSWORD, { address: '192.0.2.9' });
    expect(stranger.problem).toMatchObject({ code: 'too-many', retryAfterSeconds: 960 });
    // Cognito's own lock-out after eight is eight seconds.
    world().later({ seconds: 9 });
    expect((await signIn(username, PASSWORD, { device })).status).toBe(200);
  });

  it('keeps an owner on a new device waiting sixteen minutes at most, once the guessing stops', async () => {
    const username = await member();
    await guesses(username, 10, (n) => ({ address: `203.0.113.${String(n)}` }));
    world().later({ minutes: 16 });
    expect((await signIn(username, PASSWORD, { address: '192.0.2.2' })).status).toBe(200);
  });

  it('is slowed down on a known device too, which is known for its own name only', async () => {
    const [mine, other] = [await member(), await member()];
    const { device } = await signIn(mine, PASSWORD);
    const own = await guesses(mine, 11, () => ({ device }));
    expect(codes(own).at(-1)).toBe('too-many');
    const others = await guesses(other, 6, () => ({ device, address: '203.0.113.3' }));
    expect(codes(others).at(-1)).toBe('too-many');
  });

  it('starts from the beginning with the first right one', async () => {
    const username = await member();
    for (let round = 0; round < 3; round += 1) {
      await guesses(username, 4, () => ({}));
      expect((await signIn(username, PASSWORD)).status).toBe(200);
    }
  });

  it('on many names is slowed down by the address', async () => {
    const username = await member();
    const rule = LIMITS.signInByAddress;
    for (let place = 0; place < rule.most; place += 1) await throttle(world().context, rule, '198.51.100.44');
    const refused = await signIn(username, PASSWORD, { address: '198.51.100.44' });
    expect(refused).toMatchObject({ status: 429, problem: { code: 'too-many', retryAfterSeconds: 300 } });
    expect((await signIn(username, PASSWORD, { address: '203.0.113.50' })).status).toBe(200);
  });
});

describe('an address of IPv6', () => {
  it('counts with the whole of the network that its owner holds, and with no other', async () => {
    const username = await member();
    await guesses(username, 5, (n) => ({ address: `2001:db8:0:7::${String(n + 1)}` }));
    const sixth = await guess(username, { address: '2001:db8:0:7:ffff::1' });
    expect(sixth.problem).toMatchObject({ code: 'too-many', retryAfterSeconds: 60 });
    expect((await guess(username, { address: '2001:db8:0:8::1' })).problem?.code).toBe('not-accepted');
  });
});

describe('a device’s own cookie', () => {
  it('that was left by somebody else is not taken over', async () => {
    const [attacker, owner] = [await member(), await member()];
    const { device: planted } = await signIn(attacker, PASSWORD);
    const { device: own } = await signIn(owner, PASSWORD, { device: planted });
    expect(own).not.toBe(planted);
    // With the cookie that was left there the attacker is a stranger to the owner's name, and has five tries.
    const tries = await guesses(owner, 6, () => ({ device: planted, address: '203.0.113.77' }));
    expect(codes(tries).at(-1)).toBe('too-many');
    world().later({ seconds: 3 });
    expect((await signIn(owner, PASSWORD, { device: own })).device).toBe(own);
  });
});

describe('a session route', () => {
  const body = { username: 'nobody', password: PASSWORD };
  it.each(['centre', 'registry', undefined])(
    'of the diary is not there on the site of the %s',
    async (site) => {
      const answer = await world().call('sign-in', 'diary', { body, headers: { 'x-viewer-site': site } });
      expect(answer).toMatchObject({ status: 404, problem: { code: 'not-found' }, cookies: [] });
    },
  );
});

describe('a name that nobody has', () => {
  /** All that can be seen of an answer from outside, with how long it waited. */
  const seen = async (name: Parameters<SessionWorld['call']>[0], body: object) => {
    world().waited.length = 0;
    const { status, body: answered, cookies } = await world().call(name, 'diary', { body });
    return { status, answered, cookies, waited: [...world().waited] };
  };
  const challenge = 'made-up';

  it.each([
    ['sign-in', { password: 'a wrong guess' }, [1000]],
    ['answer-second-factor', { challenge, code: '123456' }, [1000]],
    ['set-up-second-factor', { challenge, code: '123456' }, [1000]],
    ['request-reset', {}, [2000]],
    ['reset-password', { code: '123456', password: 'four green umbrellas' }, [1000]],
    ['reset-password', { code: 'ABCD-EFGH-JKMN', password: 'four green umbrellas' }, [1000]],
  ] as const)('%s answers for it as for one that somebody has, and as late', async (name, more, waited) => {
    const username = await member();
    const answers = [
      await seen(name, { username, ...more }),
      await seen(name, { username: username.replace('robin', 'nobody'), ...more }),
      await seen(name, { username: 'not possible at all', ...more }),
    ];
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]?.waited).toEqual(waited);
  });

  it('is refused with the wrong invitation code as with a wrong account for the right one', async () => {
    const code = await world().invite({ kind: 'registry', job: 'analyst' });
    const ask = async (given: string) => {
      world().waited.length = 0;
      const account = { kind: 'existing', username: 'nobody', password: 'a wrong guess' };
      const body = { mutationId: 'm-1', code: given, displayName: 'Kit', account };
      const { status, body: answered } = await world().call('accept-invitation', 'registry', { body });
      return { status, answered, waited: [...world().waited] };
    };
    const [right, wrong] = [await ask(code), await ask('ABCD-EFGH-JKMN')];
    expect(wrong).toEqual(right);
    expect(right.waited).toEqual([1000]);
    world().waited.length = 0;
    await world().call('see-invitation', 'registry', { body: { code: 'ABCD-EFGH-JKMN' } });
    expect(world().waited).toEqual([1000]);
  });
});

describe('a session', () => {
  it('is a new one after each sign-in, and the one before on this device is over', async () => {
    const username = await member();
    const first = await signIn(username, PASSWORD);
    const second = await world().call('sign-in', 'diary', {
      body: { username, password: PASSWORD },
      cookie: first.cookie,
    });
    const sessionOf = (cookie: string | undefined) => cookie?.split('.')[1];
    expect(sessionOf(second.cookie)).not.toBe(sessionOf(first.cookie));
    const refresh = (cookie: string | undefined) => world().call('refresh-session', 'diary', { cookie });
    expect((await refresh(first.cookie)).problem?.code).toBe('signed-out');
    expect((await refresh(second.cookie)).status).toBe(200);
  });

  it('never takes over an id or a device that somebody else chose', async () => {
    const username = await member();
    const planted = '0192f0c1-0000-7000-8000-000000000000';
    const answer = await world().call('sign-in', 'diary', {
      body: { username, password: PASSWORD },
      cookie: `__Host-haemdiary-diary=${username}.${planted}.chosen`,
      device: '__Host-haemdiary-diary-device=chosen',
    });
    expect(answer.cookie).toMatch(/^__Host-haemdiary-diary=[a-z0-9-]+\.[0-9a-f-]{36}\..{20,}$/);
    expect(answer.cookie).not.toContain(planted);
    expect(answer.device).not.toContain('chosen');
  });

  it('has cookies that only this host sees, over TLS, from its own pages, and no script', async () => {
    const { cookies } = await signIn(await member(), PASSWORD);
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) {
      expect(cookie).toMatch(
        /^__Host-haemdiary-diary(-device)?=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      );
      expect(cookie).not.toMatch(/domain/i);
    }
  });
});

describe('a code of an authenticator app', () => {
  it('is good once, whatever Cognito says', async () => {
    await signUp(world(), 'centre', 'sam');
    const { secret } = await firstSignIn(world(), 'centre', 'sam');
    const { accounts } = world().context;
    const { codeAt } = await import('../../support/local-cognito.ts');
    world().later({ minutes: 2 });
    const code = codeAt(secret, world().context.now());
    const answer = async () => {
      const begun = await world().call('sign-in', 'centre', {
        body: { username: 'sam', password: PASSWORD },
      });
      const body = { username: 'sam', challenge: begun.body['challenge'], code };
      return world().call('answer-second-factor', 'centre', { body });
    };
    // A Cognito that takes a code twice: the fault that the local pools don't make.
    const kept = accounts.answerSecondFactor.bind(accounts);
    const first = await kept('centre', {
      username: 'sam',
      challenge: String(
        (await world().call('sign-in', 'centre', { body: { username: 'sam', password: PASSWORD } })).body[
          'challenge'
        ],
      ),
      code,
    });
    Object.assign(accounts, { answerSecondFactor: () => Promise.resolve(first) });
    expect((await answer()).status).toBe(200);
    const replayed = await answer();
    expect(replayed).toMatchObject({ status: 403, problem: { code: 'not-accepted' }, cookie: undefined });
    Object.assign(accounts, { answerSecondFactor: kept });
    expect((await answer()).problem?.code).toBe('not-accepted');
  });
});
