import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { managerCount, staff } from '#table/entities/centre.ts';
import { outbox } from '#table/entities/system.ts';
import { created } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { changeStaff } from '#usecases/centre/change-staff.ts';
import { inviteStaff } from '#usecases/centre/invite-staff.ts';
import { listPatients } from '#usecases/centre/list-patients.ts';
import { listStaff } from '#usecases/centre/list-staff.ts';
import { listWorklist } from '#usecases/centre/list-worklist.ts';
import { readCentre } from '#usecases/centre/read-centre.ts';
import { setPolicy } from '#usecases/centre/set-policy.ts';
import { answerOutbox } from '#usecases/outbox/answer-outbox.ts';
import { DIARY, POLICY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';
import { valueOf } from '../../support/value-of.ts';
import { rememberedAccounts } from '../../support/no-accounts.ts';

const NOW = '2026-06-10T12:00:00Z';
let world: DiaryWorld;
let acts = 0;
const act = (): string => `m${String((acts += 1))}`;
const CENTRE = { of: 'centre', centre: DIARY.centre } as const;

const outboxItems = () =>
  world.context.store.queryAll({
    name: 'outboxOf',
    partition: outbox.key({ owner: CENTRE, at: '0', outbox: '0' }).pk,
    range: 'all',
    finds: [outbox],
  });

const putManagers = (active: number) =>
  world.context.store.put(managerCount, {
    centre: DIARY.centre,
    active,
    ...created({ at: NOW, by: 'test', mutationId: 'seeded' }),
  });

describe('what a centre does for itself', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOW);
    await world.putPatient();
  });
  afterAll(() => world.stop());

  it('tells who is signed in and how the centre is set up', async () => {
    expect(await readCentre(world.context, world.staff('nurse'))).toMatchObject({
      ok: true,
      value: {
        job: 'nurse',
        displayName: 'A nurse',
        worksElsewhere: false,
        centre: { id: DIARY.centre, policy: POLICY },
      },
    });
    const elsewhere = { ...world.staff(), centre: 'elsewhere' };
    expect(await readCentre(world.context, elsewhere)).toEqual({ ok: false, failure: { code: 'not-found' } });
  });

  it('sets the policy from the version that was seen, and has every patient looked at again', async () => {
    const body = { mutationId: act(), policy: { ...POLICY, lapsedAfterDays: 20, matchByClass: true } };
    const set = (version: number | undefined, given = body) =>
      setPolicy(world.context, world.staff(), { body: given, version });
    expect(await set(undefined)).toMatchObject({ ok: false, failure: { code: 'invalid' } });
    expect(await set(9)).toEqual({ ok: false, failure: { code: 'stale', current: 1 } });
    const done = await set(1);
    expect(done).toMatchObject({ ok: true, value: { version: 2, policy: { lapsedAfterDays: 20 } } });
    expect(await set(1)).toEqual(done);
    const contradicting = { mutationId: act(), policy: { ...POLICY, atRiskAfterDays: 5 } };
    expect(await set(2, contradicting)).toMatchObject({
      ok: false,
      failure: { fields: [{ pointer: '/policy/atRiskAfterDays' }] },
    });

    const [job] = await outboxItems();
    expect(job?.item.job).toEqual({ kind: 'reassess' });
    const context = {
      ...world.context,
      filesWithin: () => ({ write: () => Promise.resolve(), link: () => Promise.resolve('') }),
      mailer: { send: () => Promise.reject(new Error('no mail here')) },
      finder: rememberedAccounts(),
    };
    const key = outbox.key(job?.item ?? { owner: CENTRE, at: '0', outbox: '0' });
    expect(await answerOutbox(context, key)).toBe('done');
    expect((await world.state()).recording.nextCheckAt).toBe('2026-06-10T12:00:00Z');
    expect(await answerOutbox(context, key)).toBe('skipped');
  });

  it('invites a colleague once, however often the act is sent', async () => {
    const body = { mutationId: act(), email: 'new@example.org', name: 'A new nurse', job: 'nurse' as const };
    const before = (await outboxItems()).length;
    const first = await inviteStaff(world.context, world.staff(), { id: 'inv-9', body });
    expect(first).toMatchObject({ ok: true, value: { id: 'inv-9' } });
    expect(await inviteStaff(world.context, world.staff(), { id: 'inv-9', body })).toMatchObject({
      ok: true,
    });
    expect(
      await inviteStaff(world.context, world.staff(), { id: 'inv-9', body: { ...body, mutationId: act() } }),
    ).toEqual({ ok: false, failure: { code: 'taken' } });
    expect((await outboxItems()).length).toBe(before + 1);
  });

  it('ends a colleague’s membership and sessions, but never its own and never the last data manager', async () => {
    const accounts = rememberedAccounts();
    const change = (account: string, what: 'end' | 'reset-second-factor', mutationId = act()) =>
      changeStaff({ ...world.context, accounts }, world.staff(), {
        account,
        body: { mutationId, change: what, reason: 'Moved on' },
      });
    const second = { ...world.staff(), account: 'staff-second' };
    const member = await world.context.store.get(staff, staff.key(world.staff()));
    await world.context.store.put(staff, { ...member, account: second.account, username: 'second' });
    await putManagers(1);
    expect(await change(second.account, 'end')).toMatchObject({
      ok: false,
      failure: { fields: [{ reason: 'last-data-manager' }] },
    });
    expect(await change('staff-data-manager', 'end')).toMatchObject({
      ok: false,
      failure: { fields: [{ reason: 'yourself' }] },
    });
    await putManagers(2);
    const mutationId = act();
    const ended = await change(second.account, 'end', mutationId);
    expect(ended).toMatchObject({ ok: true, value: { status: 'ended' } });
    expect(accounts.asked).toEqual(['sign-out centre second']);
    expect(await change(second.account, 'end', mutationId)).toEqual(ended);
    expect(await change(second.account, 'end')).toMatchObject({ ok: false, failure: { code: 'not-now' } });
    expect(await change('staff-nurse', 'reset-second-factor')).toMatchObject({
      ok: true,
      value: { status: 'active' },
    });
    expect(accounts.asked).toContain('reset-second-factor centre nurse');
    expect(await change('nobody', 'end')).toEqual({ ok: false, failure: { code: 'not-found' } });
    const listed = await listStaff(world.context, world.staff(), undefined);
    expect(listed.ok && listed.value.items.map(({ account, status }) => `${account} ${status}`)).toContain(
      'staff-second ended',
    );
  });

  it('repeats no act for somebody whose own job has ended since, and makes no other of it', async () => {
    const accounts = rememberedAccounts();
    const caller = world.staff();
    const change = (account: string, what: 'end' | 'reset-second-factor', mutationId: string) =>
      changeStaff({ ...world.context, accounts }, caller, {
        account,
        body: { mutationId, change: what, reason: 'Phone lost' },
      });
    const member = await world.context.store.get(staff, staff.key(caller));
    if (member === undefined) throw new Error('no data manager');
    await world.context.store.put(staff, { ...member, account: 'staff-left', username: 'left' });
    await putManagers(2);
    const [reset, end] = [act(), act()];
    expect(await change('staff-nurse', 'reset-second-factor', reset)).toMatchObject({ ok: true });
    expect(await change('staff-left', 'end', end)).toMatchObject({ ok: true });
    accounts.asked.length = 0;
    await world.context.store.put(staff, { ...member, status: 'ended' });
    expect(await change('staff-nurse', 'reset-second-factor', reset)).toEqual({
      ok: false,
      failure: { code: 'signed-out' },
    });
    await world.context.store.put(staff, member);
    expect(await change('staff-left', 'reset-second-factor', end)).toMatchObject({
      ok: false,
      failure: { code: 'not-now' },
    });
    expect(accounts.asked).toEqual([]);
  });

  it('keeps one data manager when two end each other in the same moment', async () => {
    const accounts = rememberedAccounts();
    const member = await world.context.store.get(staff, staff.key(world.staff()));
    await world.context.store.put(staff, { ...member, account: 'staff-third', username: 'third' });
    await putManagers(2);
    const third = { ...world.staff(), account: 'staff-third' };
    const body = () => ({ mutationId: act(), change: 'end' as const, reason: 'Both at once' });
    const outcomes = await Promise.all([
      changeStaff({ ...world.context, accounts }, world.staff(), { account: 'staff-third', body: body() }),
      changeStaff({ ...world.context, accounts }, third, { account: 'staff-data-manager', body: body() }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await world.context.store.get(managerCount, managerCount.key(DIARY)))?.active).toBe(1);
    await world.context.store.put(staff, { ...member });
  });

  it('pages the roster and the worklist', async () => {
    for (let n = 0; n < 55; n += 1) {
      const patient = `many-${String(n).padStart(2, '0')}`;
      const recording = { stage: 'lapsed' as const, since: NOW, openDoses: [] };
      const identity = { givenName: 'Robin', familyName: `Zed ${String(n)}`, birthDate: '2000-01-01' };
      await world.putPatient({ patient, identity, recording });
    }
    const roster = async (cursor?: string) =>
      valueOf(await listPatients(world.context, world.staff(), { name: 'zed', cursor }));
    const first = await roster();
    expect(first.items).toHaveLength(50);
    expect((await roster(first.cursor)).items).toHaveLength(5);
    expect((await roster('not a cursor')).items).toHaveLength(50);
    const worklist = async (cursor?: string) =>
      valueOf(await listWorklist(world.context, world.staff(), cursor));
    const list = await worklist();
    expect(list.items).toHaveLength(50);
    expect((await worklist(list.cursor)).items).toHaveLength(5);
  });

  it('shows links to confirm and returned mail behind those who stopped recording', async () => {
    await world.putLink('cat', { confirmed: false });
    const [any] = await outboxItems();
    const returned = { kind: 'bounce' as const, at: NOW };
    await world.context.store.put(outbox, { ...any?.item, state: 'returned', returned });
    let cursor: string | undefined;
    const kinds: string[] = [];
    do {
      const page = valueOf(await listWorklist(world.context, world.staff(), cursor));
      kinds.push(...page.items.map(({ kind }) => kind));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(kinds.slice(-2)).toEqual(['link', 'mail-returned']);
  });

  it('has an audit of its own', async () => {
    const found = await world.context.store.queryAll(patterns.auditOf(CENTRE));
    const actions = new Set(found.map(({ item }) => item.action));
    for (const action of ['set-policy', 'invite-staff', 'end-staff', 'reset-staff-second-factor'])
      expect(actions).toContain(action);
  });
});
