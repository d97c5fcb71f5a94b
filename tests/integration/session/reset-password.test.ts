import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { link } from '#table/entities/diary.ts';
import { statement } from '#table/entities/centre.ts';
import { resetCode } from '#table/entities/sign-in.ts';
import { created } from '#table/item.ts';
import { newInvitationCode, resetHash, shownInvitationCode } from '#usecases/session/invitation-code.ts';
import { PASSWORD } from '../../support/local-cognito.ts';
import { startSessionWorld, type SessionWorld } from '../../support/session-world.ts';
import { firstSignIn, signUp } from '../../support/sign-up.ts';

const NEW_PASSWORD = 'a quite different phrase';
let world: SessionWorld;
beforeAll(async () => {
  world = await startSessionWorld();
});
afterAll(() => world.stop());

const ask = (username: string) => world.call('request-reset', 'diary', { body: { username } });
const reset = (username: string, code: string, password = NEW_PASSWORD) =>
  world.call('reset-password', 'diary', { body: { username, code, password } });
const mailedCode = (): string => /\b\d{6}\b/.exec(world.cognito.outside.mails.at(-1)?.html ?? '')?.[0] ?? '';

describe('asking for a new password', () => {
  it('mails a code in our words, with nothing personal in it', async () => {
    await signUp(world, 'diary', 'robin');
    expect((await ask('Robin')).status).toBe(204);
    const mail = world.cognito.outside.mails.at(-1);
    expect(mail?.subject).toBe('Your code');
    expect(mailedCode()).toMatch(/^\d{6}$/);
    expect(`${mail?.subject ?? ''}${mail?.html ?? ''}`).not.toMatch(/robin|haem|bleed|diary/i);
  });

  it('mails it in the language that whoever asks is reading, in English where there are no words', async () => {
    await signUp(world, 'diary', 'morgan');
    const subjects = [];
    for (const language of ['cy', 'ar', 'so']) {
      await world.call('request-reset', 'diary', { body: { username: 'morgan', language } });
      subjects.push(world.cognito.outside.mails.at(-1)?.subject);
    }
    expect(subjects).toEqual(['Eich cod', 'الرمز الخاص بك', 'Your code']);
  });

  it('answers alike, as late, and mails nothing for a name that nobody has', async () => {
    await signUp(world, 'diary', 'known');
    world.waited.length = 0;
    const before = world.cognito.outside.mails.length;
    const [known, unknown, impossible] = [
      await ask('known'),
      await ask('unknown'),
      await ask('not possible'),
    ];
    expect([unknown, impossible]).toEqual([known, known]);
    expect(world.waited).toEqual([2000, 2000, 2000]);
    expect(world.cognito.outside.mails.length).toBe(before + 1);
  });

  it('answers alike for an account without an address', async () => {
    await world.context.accounts.create('diary', { account: 'mute', username: 'mute', password: PASSWORD });
    expect((await ask('mute')).status).toBe(204);
  });

  it('is slowed down for one name, known or not', async () => {
    await signUp(world, 'diary', 'often');
    for (const name of ['often', 'never']) {
      for (let place = 0; place < 3; place += 1) expect((await ask(name)).status).toBe(204);
      expect(await ask(name)).toMatchObject({ status: 429, problem: { retryAfterSeconds: 60 } });
    }
  });
});

describe('setting it', () => {
  it('lets in with the new password only, and ends every other session', async () => {
    await signUp(world, 'diary', 'forgot');
    const { answer } = await firstSignIn(world, 'diary', 'forgot');
    world.later({ minutes: 20 });
    await ask('forgot');
    expect((await reset('forgot', mailedCode())).status).toBe(204);
    expect((await world.call('refresh-session', 'diary', { cookie: answer.cookie })).problem?.code).toBe(
      'signed-out',
    );
    const ids = { centre: 'northgate', patient: 'forgot', account: 'forgot' };
    const stored = await world.context.store.get(link, link.key(ids));
    expect(stored?.notBefore).toBe(Math.floor(world.context.now().epochMilliseconds / 1000));
    expect(await world.auditActions({ of: 'diary', ...ids })).toEqual(['reset-password']);
    const signIn = (password: string) =>
      world.call('sign-in', 'diary', { body: { username: 'forgot', password } });
    expect((await signIn(PASSWORD)).problem?.code).toBe('not-accepted');
    expect((await signIn(NEW_PASSWORD)).status).toBe(200);
  });

  it('refuses wrong and used codes and unknown names alike', async () => {
    await signUp(world, 'diary', 'wrong');
    await ask('wrong');
    const code = mailedCode();
    const other = code === '000000' ? '000001' : '000000';
    expect((await reset('wrong', other)).problem?.code).toBe('not-accepted');
    expect((await reset('wrong', code)).status).toBe(204);
    expect((await reset('wrong', code)).problem?.code).toBe('not-accepted');
    expect((await reset('nobody', code)).problem?.code).toBe('not-accepted');
    expect((await reset('no body', code)).problem?.code).toBe('not-accepted');
  });

  it.each([
    ['centre', { of: 'centre', centre: 'northgate' }],
    ['registry', { of: 'registry' }],
  ] as const)('of the %s ends sessions and is audited there too', async (audience, owner) => {
    const username = `forgot-${audience}`;
    await signUp(world, audience, username);
    const { answer } = await firstSignIn(world, audience, username);
    await world.call('request-reset', audience, { body: { username } });
    const body = { username, code: mailedCode(), password: NEW_PASSWORD };
    expect((await world.call('reset-password', audience, { body })).status).toBe(204);
    const refused = await world.call('refresh-session', audience, { cookie: answer.cookie });
    expect(refused.problem?.code).toBe('signed-out');
    expect(await world.auditActions(owner)).toEqual(['reset-password']);
  });

  it('takes a code from the centre once, for its own username and for a day', async () => {
    await signUp(world, 'diary', 'mailless');
    await signUp(world, 'diary', 'neighbour');
    const ids = { centre: 'northgate', patient: 'mailless' };
    const confirm = async (confirmed: boolean): Promise<void> => {
      const before = await world.context.store.get(link, link.key({ ...ids, account: 'mailless' }));
      await world.context.store.put(link, { ...before, confirmed });
    };
    const give = async (hours: number): Promise<string> => {
      const code = newInvitationCode();
      const at = world.context.now();
      await world.context.store.put(resetCode, {
        ...ids,
        hash: resetHash(code),
        account: 'mailless',
        username: 'mailless',
        endsAt: at.add({ hours }).toString({ smallestUnit: 'second' }),
        ...created({ at: at.toString(), by: 'test', mutationId: code }),
      });
      return code;
    };
    const code = await give(24);
    expect((await reset('neighbour', code)).problem?.code).toBe('not-accepted');
    expect((await reset('mailless', shownInvitationCode(code).toLowerCase())).status).toBe(204);
    expect((await reset('mailless', code)).problem?.code).toBe('not-accepted');
    const alone = await give(24);
    const elsewhere = { centre: 'southbank', patient: 'a-second', account: 'mailless' };
    const mine = await world.context.store.get(link, link.key({ ...ids, account: 'mailless' }));
    await world.context.store.put(link, { ...mine, ...elsewhere });
    // One centre's code would open the diary of another.
    expect((await reset('mailless', alone)).problem?.code).toBe('not-accepted');
    await world.context.store.put(link, { ...mine, ...elsewhere, endedAt: '2026-11-22T09:00:00Z' });
    const unconfirmed = await give(24);
    await confirm(false);
    expect((await reset('mailless', unconfirmed)).problem?.code).toBe('not-accepted');
    await confirm(true);
    const late = await give(1);
    world.later({ hours: 2 });
    expect((await reset('mailless', late)).problem?.code).toBe('not-accepted');
    const signIn = { username: 'mailless', password: NEW_PASSWORD };
    expect((await world.call('sign-in', 'diary', { body: signIn })).status).toBe(200);
  });

  it('says at the field what is wrong with the password', async () => {
    expect((await reset('robin', '123456', 'short')).problem).toMatchObject({
      code: 'invalid',
      fields: [{ pointer: '/password', reason: 'too-short' }],
    });
    for (const common of ['Password1234', 'haemdiary-2026', 'robin robin 1'])
      expect((await reset('robin', '123456', common)).problem).toMatchObject({
        code: 'invalid',
        fields: [{ pointer: '/password', reason: 'too-common' }],
      });
  });
});

describe('the privacy statement', () => {
  it('is not there before the registry publishes one, then anyone may read the newest', async () => {
    expect((await world.call('get-statement', 'diary')).status).toBe(404);
    expect(await world.context.statementInForce()).toBe(0);
    const at = world.context.now().toString();
    for (const version of [1, 2]) {
      await world.context.store.put(statement, {
        statement: version,
        publishedOn: '2026-11-01',
        changes: `Version ${String(version)}`,
        sections: [{ heading: 'Who', paragraphs: ['Us.'] }],
        ...created({ at, by: 'test', mutationId: 'm' }),
      });
    }
    expect((await world.call('get-statement', 'diary')).body).toMatchObject({
      version: 2,
      changes: 'Version 2',
    });
    expect(await world.context.statementInForce()).toBe(0);
    world.later({ seconds: 60 });
    expect(await world.context.statementInForce()).toBe(2);
  });
});
