import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { managerCount, staff } from '#table/entities/centre.ts';
import { link } from '#table/entities/diary.ts';
import { state } from '#table/entities/state.ts';
import { invitation, invited as invitedItem } from '#table/entities/sign-in.ts';
import type { Audience } from '#contracts/route.ts';
import type { Invitation } from '#usecases/session/open-invitation.ts';
import type { Store } from '#usecases/ports/store.ts';
import { acceptInvitation } from '#usecases/session/accept-invitation.ts';
import {
  birthDateHash,
  invitationHash,
  newInvitationCode,
  shownInvitationCode,
} from '#usecases/session/invitation-code.ts';
import { codeAt, PASSWORD } from '../../support/local-cognito.ts';
import { putDiary } from '../../support/put-diary.ts';
import { startSessionWorld, type SessionWorld } from '../../support/session-world.ts';
import { wholeTable } from '../../support/whole-table.ts';

const BIRTH = '2014-03-09';
let world: SessionWorld;
let count = 0;
const fresh = (what: string): string => `${what}-${String((count += 1))}`;

beforeAll(async () => {
  world = await startSessionWorld();
});
afterAll(() => world.stop());

/** A patient and an invitation to their diary. */
const invited = async (
  more: { relation?: 'self' | 'parent'; consent?: 'not-needed' | 'needed' | 'given'; email?: string } = {},
) => {
  const ids = { centre: 'northgate', patient: fresh('patient') };
  const consent = more.consent ?? 'not-needed';
  await putDiary(world.context, ids, { consent: { state: consent } });
  const code = newInvitationCode();
  await world.invite(
    {
      kind: more.relation === 'parent' ? 'carer' : 'patient',
      ...ids,
      centreName: 'Northgate Haemophilia Centre',
      firstName: 'Robin',
      relation: more.relation ?? 'self',
      mayRecord: true,
      consent,
      birthDateHash: birthDateHash(code, BIRTH),
    },
    { code, ...(more.email === undefined ? {} : { email: more.email }) },
  );
  return { ids, code };
};

const newAccount = (username: string) => ({ kind: 'new' as const, username, password: PASSWORD });
const accept = (code: string, more: Record<string, unknown>) =>
  world.call('accept-invitation', 'diary', {
    body: { mutationId: fresh('act'), code, birthDate: BIRTH, ...more },
  });

const staffInvitation = (centre: string, job: 'data-manager' | 'nurse' = 'data-manager') =>
  world.invite({ kind: 'staff', centre, centreName: 'Southbank', job });

describe('an invitation', () => {
  it('makes one login, even when it is accepted under two names at once', async () => {
    const { code } = await invited();
    const [one, two] = [fresh('first'), fresh('second')];
    const outcomes = await Promise.all([one, two].map((name) => accept(code, { account: newAccount(name) })));
    expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(1);
    const found = await Promise.all([one, two].map((name) => world.context.accounts.find('diary', name)));
    expect(found.filter((account) => account !== undefined)).toHaveLength(1);
  });

  it('tells what it is for and nothing of the patient', async () => {
    const { code } = await invited({ relation: 'parent' });
    const seen = await world.call('see-invitation', 'diary', {
      body: { code: shownInvitationCode(code).toLowerCase() },
    });
    expect(seen.status).toBe(200);
    expect(seen.body).toEqual({
      kind: 'carer',
      centreName: 'Northgate Haemophilia Centre',
      birthDateNeeded: true,
      expiresAt: '2026-12-06T09:00:00Z',
    });
  });

  it('is unknown on the site of another audience', async () => {
    const { code } = await invited();
    expect((await world.call('see-invitation', 'centre', { body: { code } })).problem?.code).toBe(
      'not-accepted',
    );
  });

  it('ends after its days', async () => {
    const code = await world.invite({ kind: 'registry', job: 'analyst' }, { endsAt: '2026-11-22T08:59:59Z' });
    expect((await world.call('see-invitation', 'registry', { body: { code } })).problem?.code).toBe(
      'not-accepted',
    );
    const accepted = await world.call('accept-invitation', 'registry', {
      body: { mutationId: 'late', code, displayName: 'Late', account: newAccount(fresh('late')) },
    });
    expect(accepted.problem?.code).toBe('not-accepted');
  });
});

describe('a patient or carer', () => {
  it('makes an account of their own and is linked, to be confirmed', async () => {
    const { ids, code } = await invited({ email: 'robin@example.org' });
    const done = await accept(code, { account: newAccount('Robin.One') });
    expect(done.status).toBe(200);
    const account = String(done.body['account']);
    const stored = await world.context.store.get(link, link.key({ ...ids, account }));
    expect(stored).toMatchObject({
      username: 'robin.one',
      relation: 'self',
      confirmed: false,
      mayRecord: true,
      email: 'robin@example.org',
      name: 'Robin Example',
    });
    expect(stored?.statementAgreed).toBeUndefined();
    expect(await world.auditActions({ of: 'diary', ...ids })).toEqual(['accept-invitation']);
    expect(await world.context.accounts.find('diary', 'robin.one')).toEqual({
      account,
      username: 'robin.one',
      email: 'robin@example.org',
      secondFactor: false,
    });
  });

  it('gets the same answer when the same acceptance is sent again', async () => {
    const { code } = await invited();
    const body = { mutationId: 'twice', code, birthDate: BIRTH, account: newAccount('robin.twice') };
    const [first, second] = [
      await world.call('accept-invitation', 'diary', { body }),
      await world.call('accept-invitation', 'diary', { body }),
    ];
    expect(first.status).toBe(200);
    expect(second).toMatchObject({ status: 200, body: first.body });
  });

  it('lets nobody in where whoever wrote it may not invite to', async () => {
    const { ids } = await invited();
    const rights = { relation: 'self', mayRecord: true, consent: 'not-needed' } as const;
    const elsewhere = { of: 'centre', centre: 'southbank' } as const;
    const code = newInvitationCode();
    const names = { centreName: 'Northgate', firstName: 'Robin', birthDateHash: birthDateHash(code, BIRTH) };
    const forged: readonly [Audience, Invitation['for']][] = [
      ['diary', { kind: 'patient', ...ids, ...names, ...rights }],
      ['centre', { kind: 'staff', centre: ids.centre, centreName: 'Northgate', job: 'data-manager' }],
      ['registry', { kind: 'registry', job: 'manager' }],
    ];
    for (const [audience, to] of forged) {
      await world.invite(to, { code, owner: elsewhere });
      const body = { mutationId: fresh('act'), code, account: newAccount(fresh('forger')), birthDate: BIRTH };
      const answer = await world.call('accept-invitation', audience, { body: { ...body, displayName: 'A' } });
      expect(answer.problem?.code).toBe('not-accepted');
    }
  });

  it('is not opened by a pointer to it under another code', async () => {
    const { ids } = await invited();
    const owner = { of: 'diary', ...ids } as const;
    const [real] = await world.context.store.queryAll({
      name: 'invitedTo',
      partition: invitedItem.key({ owner, invitation: 'any' }).pk,
      range: 'all',
      finds: [invitedItem],
    });
    if (real === undefined) throw new Error('nobody was invited');
    const code = newInvitationCode();
    await world.context.store.put(invitation, { ...real.item, hash: invitationHash(code) });
    // Before any birth date is asked for: what is behind the code is not shown either.
    const seen = await world.call('see-invitation', 'diary', { body: { code } });
    expect(seen.problem?.code).toBe('not-accepted');
    const answer = await accept(code, { account: newAccount(fresh('forger')) });
    expect(answer.problem?.code).toBe('not-accepted');
  });

  it('cannot use a code that somebody has used', async () => {
    const { code } = await invited();
    await accept(code, { account: newAccount('robin.first') });
    const second = await accept(code, { account: newAccount('robin.second') });
    expect(second.problem?.code).toBe('not-accepted');
    expect(await world.context.accounts.find('diary', 'robin.second')).toBeUndefined();
  });

  it('finishes an acceptance that broke off after the account was made', async () => {
    const { code } = await invited();
    const store: Store = {
      ...world.context.store,
      transact: (acts) =>
        acts.some(({ label }) => label === 'invitation')
          ? Promise.reject(new Error('the table is away'))
          : world.context.store.transact(acts),
    };
    const body = { mutationId: 'half', code, birthDate: BIRTH, account: newAccount('robin.half') };
    const kind = { browser: 'firefox', system: 'android' } as const;
    const visitor = { address: '203.0.113.9', cookie: undefined, device: undefined, kind };
    await expect(
      acceptInvitation({ audience: 'diary', body }, visitor, { ...world.context, ...wholeTable(store) }),
    ).rejects.toThrow('the table is away');
    expect(await world.context.accounts.find('diary', 'robin.half')).toBeDefined();
    expect((await accept(code, { account: newAccount('robin.half') })).status).toBe(200);
  });

  it('is told when the username is somebody else’s', async () => {
    const [one, other] = [await invited(), await invited()];
    await accept(one.code, { account: newAccount('robin.taken') });
    const refused = await accept(other.code, { account: newAccount('ROBIN.TAKEN') });
    expect(refused).toMatchObject({ status: 409, problem: { code: 'username-taken' } });
    expect((await accept(other.code, { account: newAccount('robin.free') })).status).toBe(200);
  });

  it('has five tries at the birth date, also all at once', async () => {
    const { code } = await invited();
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, place) =>
        accept(code, { birthDate: `2014-04-1${String(place)}`, account: newAccount('robin.guess') }),
      ),
    );
    expect(new Set(tries.map((one) => one.problem?.code))).toEqual(new Set(['not-accepted']));
    const right = await accept(code, { account: newAccount('robin.guess') });
    expect(right.problem?.code).toBe('not-accepted');
  });

  it('is asked for the birth date', async () => {
    const { code } = await invited();
    const asked = await accept(code, { birthDate: undefined, account: newAccount('robin.nodate') });
    expect(asked.problem).toMatchObject({
      code: 'invalid',
      fields: [{ pointer: '/birthDate', reason: 'missing' }],
    });
  });

  it('is not linked before the guardian’s written consent, and no account is made', async () => {
    const { code } = await invited({ relation: 'parent', consent: 'needed' });
    const early = await accept(code, { account: newAccount('robin.early') });
    expect(early).toMatchObject({ status: 403, problem: { code: 'consent-needed' } });
    expect(await world.context.accounts.find('diary', 'robin.early')).toBeUndefined();
  });

  it('is linked once the consent is given', async () => {
    const { ids, code } = await invited({ relation: 'parent', consent: 'needed' });
    const before = await world.context.store.get(state, state.key(ids));
    if (before === undefined) throw new Error('no state');
    await world.context.store.put(state, { ...before, consent: { state: 'given', on: '2026-11-20' } });
    expect((await accept(code, { account: newAccount('robin.consented') })).status).toBe(200);
  });

  it('is not linked to a diary that was closed', async () => {
    const { ids, code } = await invited();
    await putDiary(world.context, ids, { stop: { at: '2026-11-01T00:00:00Z', reason: 'left' } });
    expect((await accept(code, { account: newAccount('robin.closed') })).problem?.code).toBe('not-now');
  });

  it('links an existing account by its password', async () => {
    const [own, child] = [await invited(), await invited({ relation: 'parent' })];
    const first = await accept(own.code, { account: newAccount('robin.parent') });
    const account = { kind: 'existing' as const, username: 'Robin.Parent' };
    const wrong = await accept(child.code, { account: { ...account, password: 'not the password' } });
    expect(wrong.problem?.code).toBe('not-accepted');
    const right = await accept(child.code, { account: { ...account, password: PASSWORD } });
    expect(right).toMatchObject({
      status: 200,
      body: { username: 'robin.parent', account: first.body['account'] },
    });
    expect(
      await world.context.store.get(link, link.key({ ...child.ids, account: String(first.body['account']) })),
    ).toMatchObject({ relation: 'parent', confirmed: false });
  });

  it('is not linked twice to one diary', async () => {
    const { ids, code } = await invited();
    await accept(code, { account: newAccount('robin.already') });
    const again = newInvitationCode();
    await world.invite(
      {
        kind: 'patient',
        ...ids,
        centreName: 'Northgate',
        firstName: 'Robin',
        relation: 'self',
        mayRecord: true,
        consent: 'not-needed',
        birthDateHash: birthDateHash(again, BIRTH),
      },
      { code: again },
    );
    const account = { kind: 'existing', username: 'robin.already', password: PASSWORD };
    expect((await accept(again, { account })).problem?.code).toBe('not-now');
  });

  it('comes back after the link was ended, with one history', async () => {
    const { ids, code } = await invited();
    const first = await accept(code, { account: newAccount('robin.back') });
    const key = link.key({ ...ids, account: String(first.body['account']) });
    const before = await world.context.store.get(link, key);
    if (before === undefined) throw new Error('no link');
    await world.context.store.put(link, { ...before, endedAt: '2026-11-22T09:00:00Z', statementAgreed: 3 });
    const again = newInvitationCode();
    const to = { kind: 'patient' as const, ...ids, centreName: 'Northgate', firstName: 'Robin' };
    const rights = { relation: 'self' as const, mayRecord: false, consent: 'not-needed' as const };
    await world.invite({ ...to, ...rights, birthDateHash: birthDateHash(again, BIRTH) }, { code: again });
    const account = { kind: 'existing', username: 'robin.back', password: PASSWORD };
    expect((await accept(again, { account })).status).toBe(200);
    const after = await world.context.store.get(link, key);
    expect(after).toMatchObject({
      version: 2,
      createdAt: before.createdAt,
      mayRecord: false,
      statementAgreed: 3,
    });
    expect(after?.endedAt).toBeUndefined();
  });
});

// One address may try 60 codes in a quarter of an hour, and this file tries more.
const aWhileLater = (): void => {
  world.later({ minutes: 16 });
};

describe('two people with one code', () => {
  beforeAll(aWhileLater);

  it('at the same moment: one is linked, the other is told that it is used', async () => {
    const { ids, code } = await invited();
    const [one, other] = [fresh('twin'), fresh('twin')];
    const answers = await Promise.all([
      accept(code, { account: newAccount(one) }),
      accept(code, { account: newAccount(other) }),
    ]);
    expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(await world.auditActions({ of: 'diary', ...ids })).toEqual(['accept-invitation']);
  });
});

describe('a username', () => {
  it('that nobody can have is refused at its field', async () => {
    const { code } = await invited();
    const refused = await accept(code, { account: newAccount('two words') });
    expect(refused.problem).toMatchObject({
      fields: [{ pointer: '/account/username', reason: 'not-a-username' }],
    });
    const existing = { kind: 'existing', username: 'two words', password: PASSWORD };
    expect((await accept(code, { account: existing })).problem?.code).toBe('not-accepted');
    expect((await world.call('see-invitation', 'diary', { body: { code } })).status).toBe(200);
  });
});

describe('staff', () => {
  beforeAll(aWhileLater);

  it('who never signed in have no second factor yet, and accept by their password', async () => {
    const username = fresh('early');
    const act = () => ({ mutationId: fresh('act'), displayName: 'Early' });
    await world.call('accept-invitation', 'centre', {
      body: { ...act(), code: await staffInvitation('southbank', 'nurse'), account: newAccount(username) },
    });
    const account = { kind: 'existing', username, password: PASSWORD };
    const elsewhere = await staffInvitation(fresh('westfield'), 'nurse');
    const wrong = { ...account, password: 'not the password' };
    const refused = await world.call('accept-invitation', 'centre', {
      body: { ...act(), code: elsewhere, account: wrong },
    });
    expect(refused.problem?.code).toBe('not-accepted');
    const done = await world.call('accept-invitation', 'centre', {
      body: { ...act(), code: elsewhere, account },
    });
    expect(done.status).toBe(200);
    const again = await staffInvitation('southbank', 'nurse');
    const twice = await world.call('accept-invitation', 'centre', {
      body: { ...act(), code: again, account },
    });
    expect(twice.problem?.code).toBe('not-now');
  });

  it('make an account, are members at once, and count as data manager', async () => {
    const centre = fresh('southbank');
    for (const place of [1, 2]) {
      const done = await world.call('accept-invitation', 'centre', {
        body: {
          mutationId: fresh('act'),
          code: await staffInvitation(centre),
          displayName: `Manager ${String(place)}`,
          account: newAccount(fresh('manager')),
        },
      });
      expect(done.status).toBe(200);
      const account = String(done.body['account']);
      expect(await world.context.store.get(staff, staff.key({ centre, account }))).toMatchObject({
        job: 'data-manager',
        status: 'active',
        displayName: `Manager ${String(place)}`,
      });
      expect((await world.context.store.get(managerCount, managerCount.key({ centre })))?.active).toBe(place);
    }
    expect(await world.auditActions({ of: 'centre', centre })).toEqual([
      'accept-invitation',
      'accept-invitation',
    ]);
  });

  it('are asked for the name that colleagues see, before an account is made', async () => {
    const username = fresh('nameless');
    const refused = await world.call('accept-invitation', 'centre', {
      body: { mutationId: 'n', code: await staffInvitation('southbank'), account: newAccount(username) },
    });
    expect(refused.problem).toMatchObject({ fields: [{ pointer: '/displayName', reason: 'missing' }] });
    expect(await world.context.accounts.find('centre', username)).toBeUndefined();
  });

  it('bring an existing account with its second factor to another centre', async () => {
    const username = fresh('mover');
    const mine = { mutationId: fresh('act'), displayName: 'Mover' };
    const first = await world.call('accept-invitation', 'centre', {
      body: { ...mine, code: await staffInvitation('southbank', 'nurse'), account: newAccount(username) },
    });
    const started = await world.call('sign-in', 'centre', { body: { username, password: PASSWORD } });
    const secret = String(started.body['secret']);
    await world.call('set-up-second-factor', 'centre', {
      body: { username, challenge: started.body['challenge'], code: codeAt(secret, world.context.now()) },
    });
    world.later({ seconds: 60 });
    const code = await staffInvitation('westfield', 'nurse');
    const account = { kind: 'existing', username, password: PASSWORD };
    const body = { mutationId: fresh('act'), code, displayName: 'Mover' };
    const asked = await world.call('accept-invitation', 'centre', { body: { ...body, account } });
    expect(asked.problem).toMatchObject({
      fields: [{ pointer: '/account/secondFactor', reason: 'missing' }],
    });
    const wrong = await world.call('accept-invitation', 'centre', {
      body: { ...body, account: { ...account, secondFactor: '000000' } },
    });
    expect(wrong.problem?.code).toBe('not-accepted');
    const secondFactor = codeAt(secret, world.context.now());
    const done = await world.call('accept-invitation', 'centre', {
      body: { ...body, account: { ...account, secondFactor } },
    });
    expect(done).toMatchObject({ status: 200, body: { account: first.body['account'] } });
  });

  it('may accept elsewhere after leaving, though they can no longer sign in', async () => {
    const username = fresh('leaver');
    const first = await world.call('accept-invitation', 'centre', {
      body: {
        mutationId: fresh('act'),
        code: await staffInvitation('southbank', 'nurse'),
        displayName: 'Leaver',
        account: newAccount(username),
      },
    });
    const key = staff.key({ centre: 'southbank', account: String(first.body['account']) });
    const before = await world.context.store.get(staff, key);
    if (before === undefined) throw new Error('no membership');
    const started = await world.call('sign-in', 'centre', { body: { username, password: PASSWORD } });
    const secret = String(started.body['secret']);
    await world.context.store.put(staff, { ...before, status: 'ended' });
    const setUp = await world.call('set-up-second-factor', 'centre', {
      body: { username, challenge: started.body['challenge'], code: codeAt(secret, world.context.now()) },
    });
    expect(setUp).toMatchObject({ status: 403, problem: { code: 'not-accepted' } });
    world.later({ seconds: 60 });
    const done = await world.call('accept-invitation', 'centre', {
      body: {
        mutationId: fresh('act'),
        code: await staffInvitation('southbank', 'nurse'),
        displayName: 'Leaver',
        account: {
          kind: 'existing',
          username,
          password: PASSWORD,
          secondFactor: codeAt(secret, world.context.now()),
        },
      },
    });
    expect(done.status).toBe(200);
    expect(await world.context.store.get(staff, key)).toMatchObject({ status: 'active', version: 2 });
  });
});

describe('the registry', () => {
  beforeAll(aWhileLater);

  it('is joined by invitation, audited as the registry’s', async () => {
    const done = await world.call('accept-invitation', 'registry', {
      body: {
        mutationId: fresh('act'),
        code: await world.invite({ kind: 'registry', job: 'manager' }),
        displayName: 'Registry manager',
        account: newAccount(fresh('registry')),
      },
    });
    expect(done.status).toBe(200);
    expect(await world.auditActions({ of: 'registry' })).toEqual(['accept-invitation']);
  });
});

it('leaves who gets a second diary signed in', async () => {
  const [first, second] = [await invited(), await invited()];
  const username = fresh('carer');
  const made = await accept(first.code, { account: newAccount(username) });
  const account = String(made.body['account']);
  const issuedAt = Math.floor(world.context.now().epochMilliseconds / 1000);
  world.later({ minutes: 2 });
  const existing = { kind: 'existing', username, password: PASSWORD };
  expect((await accept(second.code, { account: existing })).status).toBe(200);
  const links = await Promise.all(
    [first, second].map(({ ids }) => world.context.store.get(link, link.key({ ...ids, account }))),
  );
  expect(links.map((one) => (one?.notBefore ?? Infinity) <= issuedAt)).toEqual([true, true]);
});
