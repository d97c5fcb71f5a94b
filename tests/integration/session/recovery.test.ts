import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCognitoAccountHelp } from '#adapters/cognito-account-help.ts';
import { operatorName } from '#adapters/sts-operator.ts';
import { centreProfile, managerCount, registryStaff, staff } from '#table/entities/centre.ts';
import { outbox } from '#table/entities/system.ts';
import { created } from '#table/item.ts';
import type { RegistryCaller } from '#usecases/ports/context.ts';
import { listRegistryStaff } from '#usecases/registry/list-registry-staff.ts';
import { recoverCentre } from '#usecases/registry/recover-centre.ts';
import {
  recoverColleague,
  type Confirmer,
  type RecoveryContext,
} from '#usecases/registry/recover-colleague.ts';
import { startConsole, type ConsoleOf } from '../../support/console-of.ts';
import { PASSWORD } from '../../support/local-cognito.ts';
import { startSessionWorld, type SessionWorld } from '../../support/session-world.ts';
import { firstSignIn, signUp } from '../../support/sign-up.ts';

const run = promisify(execFile);
let world: SessionWorld;
let context: RecoveryContext;
let acts = 0;
const mutationId = (): string => `act-${String((acts += 1))}`;

beforeAll(async () => {
  world = await startSessionWorld();
  const { centre, registry } = world.pools;
  const accounts = createCognitoAccountHelp({
    client: world.cognito.sdk(),
    poolIds: { centre: centre.poolId, registry: registry.poolId },
  });
  context = { ...world.context, accounts };
  for (const name of ['ann', 'ben', 'cat']) await signUp(world, 'registry', name);
  world.later({ minutes: 1 });
});
afterAll(() => world.stop());

const manager = (account: string): RegistryCaller => ({
  kind: 'registry',
  account,
  username: account,
  issuedAt: Math.floor(world.context.now().epochMilliseconds / 1000),
  job: 'manager',
});
const recover = (account: string, by: Confirmer, body = { mutationId: mutationId(), reason: 'Phone lost' }) =>
  recoverColleague(context, by, { account, body });
const signIn = async (audience: 'centre' | 'registry', username: string) =>
  (await world.call('sign-in', audience, { body: { username, password: PASSWORD } })).body['outcome'];
/** Somebody at the registry with an authenticator app that is lost now, and a session elsewhere. */
const lost = async (account: string) => {
  await signUp(world, 'registry', account);
  const { answer } = await firstSignIn(world, 'registry', account);
  expect(await signIn('registry', account)).toBe('second-factor');
  return answer.cookie;
};

describe('a second factor lost at the registry', () => {
  it('is taken off by two other managers, both audited, and ends every session', async () => {
    const cookie = await lost('dan');
    const first = await recover('dan', manager('ann'));
    expect(first).toMatchObject({ ok: true, value: { state: 'asked', endsAt: '2026-11-23T09:01:00Z' } });
    expect(await signIn('registry', 'dan')).toBe('second-factor');
    const listed = await listRegistryStaff(context);
    expect(listed.ok && listed.value.items.find(({ account }) => account === 'dan')?.recovery).toMatchObject({
      askedBy: 'ann',
      reason: 'Phone lost',
    });
    expect(await recover('dan', manager('ben'))).toEqual({ ok: true, value: { state: 'done' } });
    expect(await signIn('registry', 'dan')).toBe('set-up');
    expect((await world.call('refresh-session', 'registry', { cookie })).problem?.code).toBe('signed-out');
    expect((await world.auditActions({ of: 'registry' })).slice(-2)).toEqual([
      'ask-registry-recovery',
      'confirm-registry-recovery',
    ]);
    const again = await listRegistryStaff(context);
    expect(JSON.stringify(again)).not.toContain('recovery');
  });

  it('is not taken off by one person twice, by its owner, or by whom the registry has let go', async () => {
    await lost('eve');
    const left = await context.store.get(registryStaff, registryStaff.key({ account: 'cat' }));
    if (left === undefined) throw new Error('no cat');
    await recover('eve', manager('ann'));
    expect(await recover('eve', manager('ann'))).toMatchObject({ value: { state: 'asked' } });
    expect(await recover('eve', manager('eve'))).toMatchObject({
      failure: { code: 'invalid', fields: [{ pointer: '/account', reason: 'yourself' }] },
    });
    await context.store.put(registryStaff, { ...left, status: 'ended' });
    expect(await recover('eve', manager('cat'))).toEqual({ ok: false, failure: { code: 'signed-out' } });
    await context.store.put(registryStaff, left);
    expect(await signIn('registry', 'eve')).toBe('second-factor');
    expect(await recover('nobody', manager('ann'))).toEqual({ ok: false, failure: { code: 'not-found' } });
  });

  it('waits a day for the second person and no longer', async () => {
    await lost('fay');
    await recover('fay', manager('ann'));
    world.later({ hours: 25 });
    expect(await recover('fay', manager('ben'))).toMatchObject({ value: { state: 'asked' } });
    expect(await signIn('registry', 'fay')).toBe('second-factor');
    expect(await recover('fay', manager('ann'))).toMatchObject({ value: { state: 'done' } });
  });

  it('is finished by sending the confirmation again, when a fault came in between', async () => {
    await lost('gus');
    await recover('gus', manager('ann'));
    const body = { mutationId: mutationId(), reason: 'Phone lost' };
    const broken = { ...context.accounts, resetSecondFactor: () => Promise.reject(new Error('away')) };
    const given = { account: 'gus', body };
    await expect(recoverColleague({ ...context, accounts: broken }, manager('ben'), given)).rejects.toThrow(
      'away',
    );
    expect(await recover('gus', manager('ben'), body)).toEqual({ ok: true, value: { state: 'done' } });
    expect(await signIn('registry', 'gus')).toBe('set-up');
  });

  it('is not taken off once more by a confirmation kept for later, nor by whom the registry has let go', async () => {
    await lost('hal');
    await recover('hal', manager('ann'));
    const body = { mutationId: mutationId(), reason: 'Phone lost' };
    const done = { ok: true, value: { state: 'done' } };
    expect(await recover('hal', manager('ben'), body)).toEqual(done);
    await firstSignIn(world, 'registry', 'hal');
    const ben = await context.store.get(registryStaff, registryStaff.key({ account: 'ben' }));
    if (ben === undefined) throw new Error('no ben');
    await context.store.put(registryStaff, { ...ben, status: 'ended' });
    expect(await recover('hal', manager('ben'), body)).toEqual({
      ok: false,
      failure: { code: 'signed-out' },
    });
    await context.store.put(registryStaff, ben);
    expect(await recover('hal', manager('cat'), body)).toEqual(done);
    world.later({ minutes: 20 });
    expect(await recover('hal', manager('ben'), body)).toEqual(done);
    expect(await signIn('registry', 'hal')).toBe('second-factor');
  });
});

describe('the last manager of the registry', () => {
  let local: ConsoleOf;
  beforeAll(async () => {
    const { endpoint } = world.table;
    local = await startConsole(
      world.table,
      { endpoint, bucket: 'none' },
      { endpoint: world.cognito.server().url, registry: world.pools.registry.poolId },
    );
  });
  afterAll(() => {
    local.stop();
  });

  const command = (...flags: string[]) =>
    run(process.execPath, [
      'infra/admin/recover-registry-staff.ts',
      `--local=${local.address}`,
      ...flags,
    ]).then(
      ({ stdout }) => stdout,
      (error: unknown) => String(error instanceof Error && 'stderr' in error ? error.stderr : error),
    );

  it('is let in again by two operators, each under their own name', async () => {
    await lost('kit');
    const asked = ['--username', 'KIT', '--reason', 'Phone lost, seen in person', '--operator'];
    expect(await command(...asked, 'opal')).toContain('Noted for opal. A second person has until');
    expect(await command(...asked, 'opal')).toContain('Noted for opal');
    expect(await signIn('registry', 'kit')).toBe('second-factor');
    expect(await command(...asked, 'otto')).toContain('The second factor is off');
    expect(await signIn('registry', 'kit')).toBe('set-up');
    expect(await command('--username', 'kit')).toContain('--reason says why.');
  });

  it('whose operators are known by their credentials', async () => {
    const as = (Arn: string) => ({ send: () => Promise.resolve({ Arn }) }) as never;
    expect(await operatorName(as('arn:aws:sts::000000000000:assumed-role/Operators/opal'))).toBe('opal');
    expect(await operatorName(as('arn:aws:iam::000000000000:user/otto'))).toBe('otto');
    await expect(operatorName(as('arn:aws:iam::000000000000:root'))).rejects.toThrow('nobody’s own');
  });
});

describe('a centre that has lost its last data manager', () => {
  const stamp = () => created({ at: world.context.now().toString(), by: 'test', mutationId: 'seed' });
  const centre = 'northgate';
  const owner = { of: 'centre', centre } as const;
  const mails = async () =>
    (
      await context.store.queryAll({
        name: 'outboxOf',
        partition: outbox.key({ owner, at: '0', outbox: '0' }).pk,
        range: 'all',
        finds: [outbox],
      })
    ).map(({ item }) => (item.job.kind === 'mail' ? [item.job.message, item.job.to] : []));
  const countManagers = (active: number) => context.store.put(managerCount, { centre, active, ...stamp() });
  const help = (body: object) =>
    recoverCentre(context, manager('ann'), {
      centre,
      body: { mutationId: mutationId(), change: 'reset-second-factor', reason: 'Phone lost', ...body },
    });

  beforeAll(async () => {
    await signUp(world, 'centre', 'dana');
    await firstSignIn(world, 'centre', 'dana');
    const key = staff.key({ centre, account: 'dana' });
    const member = await context.store.get(staff, key);
    if (member === undefined) throw new Error('no dana');
    await context.store.put(staff, { ...member, job: 'data-manager', displayName: 'Dana Marlow' });
    await signUp(world, 'centre', 'nora');
    await context.store.put(centreProfile, {
      centre,
      name: 'Northgate',
      email: 'office@northgate.example.org',
      phone: '01632 960100',
      emergencyPhone: '01632 960199',
      address: '1 High Street',
      zone: 'Europe/London',
      status: 'active',
      emergencySites: [],
      matchByClass: false,
      ...stamp(),
    });
  });

  it('is helped by a registry manager, told so, and audited on both sides without a name', async () => {
    await countManagers(1);
    expect(await signIn('centre', 'dana')).toBe('second-factor');
    const done = await help({ username: 'Dana' });
    expect(done).toEqual({ ok: true, value: undefined });
    expect(await signIn('centre', 'dana')).toBe('set-up');
    const member = await context.store.get(staff, staff.key({ centre, account: 'dana' }));
    expect(member?.notBefore).toBe(manager('ann').issuedAt);
    expect(await mails()).toEqual([['registry-helped', 'office@northgate.example.org']]);
    expect(await world.auditActions(owner)).toEqual(['recover-data-manager']);
    expect((await world.auditActions({ of: 'registry' })).at(-1)).toBe('recover-data-manager');
  });

  it('is not helped while a colleague can', async () => {
    await countManagers(2);
    expect(await help({ username: 'dana' })).toEqual({ ok: false, failure: { code: 'not-now' } });
    await countManagers(1);
  });

  it('is not helped to anybody else’s account', async () => {
    for (const username of ['nora', 'nobody', 'ann'])
      expect(await help({ username })).toMatchObject({
        failure: { fields: [{ pointer: '/username', reason: 'not-a-data-manager' }] },
      });
    expect(await help({})).toMatchObject({
      failure: { fields: [{ pointer: '/username', reason: 'missing' }] },
    });
  });

  it('gets a new one invited where the last does not come back', async () => {
    const invitation = { change: 'invite-data-manager', name: 'New Manager', email: 'new@example.org' };
    expect(await help(invitation)).toEqual({ ok: true, value: undefined });
    expect(await mails()).toContainEqual(['invitation-staff', 'new@example.org']);
    expect((await world.auditActions(owner)).at(-1)).toBe('invite-data-manager');
    expect(await help({ change: 'invite-data-manager', name: 'New' })).toMatchObject({
      failure: { fields: [{ pointer: '/email', reason: 'missing' }] },
    });
  });
});
