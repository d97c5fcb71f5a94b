import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listedCentre, staff } from '#table/entities/centre.ts';
import { grant } from '#table/entities/sharing.ts';
import { created } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { viewMonth } from '#usecases/diary/view-month.ts';
import { correctPatient } from '#usecases/patient/enrol-patient.ts';
import { readPatient } from '#usecases/patient/read-patient.ts';
import { stopPatient } from '#usecases/patient/stop-patient.ts';
import type { StaffCaller } from '#usecases/ports/context.ts';
import type { Directory } from '#usecases/ports/directory.ts';
import type { Store } from '#usecases/ports/store.ts';
import { endGrant, giveGrant } from '#usecases/sharing/give-grant.ts';
import { listDirectory } from '#usecases/sharing/list-directory.ts';
import { listShared } from '#usecases/sharing/list-shared.ts';
import { recordSharedBleed, recordSharedTreatment } from '#usecases/sharing/record-shared.ts';
import { viewSharedMonth } from '#usecases/sharing/view-shared-month.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';
import { bleedBody, patientBody } from '../../support/examples/bodies.ts';
import { OTHER, otherStaff, putGrant, putOtherCentre, putProfile } from '../../support/other-centre.ts';

const NOW = '2026-06-10T12:00:00Z';
const ABOUT = {
  ...DIARY,
  account: 'ann',
  colleague: 'none',
  entry: 'none',
  version: 1,
  fresh: 'none',
  act: 'act',
  today: '2026-06-10',
  statement: 3,
};
const missing = { ok: false, failure: { code: 'not-found' } };
let world: DiaryWorld;
let shared: DiaryWorld['context'] & Directory;
let ids = 0;

const fresh = (): string => `made-${String((ids += 1))}`;
const look = (caller: StaffCaller = otherStaff(world)) => viewSharedMonth(shared, caller, DIARY, '2026-06');
const listed = async () => {
  const list = await listShared(shared, otherStaff(world), undefined);
  return list.ok ? list.value.items : [];
};
const record = (caller = otherStaff(world), id = fresh(), context = shared) =>
  recordSharedTreatment(context, caller, DIARY, {
    id,
    body: treatment('2026-06-10T07:30', { passed: ['possible-duplicate'] }),
    version: undefined,
  });
const give = (more: object = {}, centre: string = OTHER.centre) =>
  giveGrant(shared, world.staff(), {
    patient: DIARY.patient,
    centre,
    body: {
      mutationId: fresh(),
      mayRecord: true,
      startsOn: '2026-06-10',
      endsOn: '2026-09-01',
      reason: 'At university there',
      ...more,
    },
  });
const granted = () => world.context.store.get(grant, grant.key({ ...DIARY, grantee: OTHER.centre }));
const audits = async (owner: Parameters<typeof patterns.auditOf>[0]) =>
  (await world.context.store.queryAll(patterns.auditOf(owner))).map(({ item }) => item);

describe('a diary that its centre shares with another one', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOW);
    shared = { ...world.context, ...(await putOtherCentre(world.context)) };
    await shared.store.put(listedCentre, {
      centre: 'closed',
      name: 'Closed',
      status: 'suspended',
      ...created({ at: NOW, by: 'test', mutationId: 'seeded' }),
    });
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    world.at(NOW);
    await world.putPatient({
      details: { diagnosis: 'haemophilia-a', phone: '07700 900123', address: '1 Secret Street' },
      recording: { stage: 'up-to-date', since: NOW, openDoses: [] },
    });
    await world.putLink('ann');
    await putProfile(shared, DIARY.centre, 'Larkfield');
    await putProfile(shared, OTHER.centre, OTHER.name);
    await putGrant(shared);
  });

  it('is in that centre’s list with just enough to know the person, and opens with nothing of their contacts', async () => {
    expect(await listed()).toEqual([
      {
        centre: DIARY.centre,
        centreName: 'Larkfield',
        patient: DIARY.patient,
        name: 'Example, Robin',
        birthDate: '2014-03-09',
        mayRecord: true,
        startsOn: '2026-01-01',
        endsOn: '2027-01-01',
      },
    ]);
    const seen = await look();
    expect(seen).toMatchObject({
      ok: true,
      value: { shared: { name: 'Example, Robin' }, homeZone: 'Europe/London' },
    });
    const said = JSON.stringify(seen);
    for (const secret of ['Name of ann', 'ann@example.org', '07700', 'Secret Street'])
      expect(said).not.toContain(secret);
  });

  it('tells both centres who looked', async () => {
    expect(await look()).toMatchObject({ ok: true });
    expect((await audits({ of: 'diary', ...DIARY }))[0]).toMatchObject({
      action: 'view-shared-month',
      about: '2026-06',
      actor: { account: 'moor-nurse', as: 'nurse', centre: OTHER.centre, centreName: OTHER.name },
    });
    expect((await audits({ of: 'centre', centre: OTHER.centre }))[0]).toMatchObject({
      action: 'view-shared-month',
      about: 'larkfield/p1/2026-06',
      actor: { account: 'moor-nurse' },
    });
  });

  it.each<readonly [string, () => Promise<unknown>]>([
    ['has not begun', () => putGrant(shared, { startsOn: '2026-06-11' })],
    ['is over today', () => putGrant(shared, { endsOn: '2026-06-10' })],
    ['was ended', () => putGrant(shared, { endedAt: NOW })],
    ['is of a centre that was suspended', () => putProfile(shared, DIARY.centre, 'Larkfield', 'suspended')],
    ['is for a centre that was suspended', () => putProfile(shared, OTHER.centre, OTHER.name, 'suspended')],
    ['is of a closed diary', () => world.putPatient({ stop: { at: NOW, reason: 'left' } })],
    ['is of a diary whose consent was revoked', () => world.putPatient({ consent: { state: 'revoked' } })],
  ])('answers as if it weren’t there where the grant %s', async (_, change) => {
    await change();
    const before = (await audits({ of: 'diary', ...DIARY })).length;
    const nowhere = await viewSharedMonth(shared, otherStaff(world), { ...DIARY, patient: 'p9' }, '2026-06');
    expect(nowhere).toMatchObject(missing);
    expect(await look()).toEqual(nowhere);
    expect(await record()).toMatchObject(expect.objectContaining({ ok: false }));
    expect(await audits({ of: 'diary', ...DIARY })).toHaveLength(before);
  });

  it('leaves the list when the grant is over, by the clock at the patient’s home', async () => {
    await putGrant(shared, { startsOn: '2026-06-11', homeZone: 'Pacific/Auckland' });
    await world.putPatient({ homeZone: 'Pacific/Auckland' });
    // 13:00 in London is already the eleventh in Auckland.
    expect([await listed(), await look()]).toMatchObject([[{ patient: 'p1' }], { ok: true }]);
    world.at('2026-06-10T11:00:00Z');
    expect([await listed(), await look()]).toMatchObject([[], missing]);
  });

  it('is recorded in under the other centre’s name, and corrected only where they recorded it', async () => {
    const saved = await record(otherStaff(world), 'theirs');
    expect(saved).toMatchObject({ ok: true, value: { id: 'theirs' } });
    const ours = treatment('2026-06-09T07:30');
    expect(await recordTreatment(shared, world.staff('nurse'), DIARY, 'ours', ours)).toMatchObject({
      ok: true,
    });
    const correct = (id: string) =>
      recordSharedTreatment(shared, otherStaff(world), DIARY, {
        id,
        body: treatment('2026-06-10T08:00'),
        version: 1,
      });
    expect(await correct('theirs')).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await correct('ours')).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
    const family = await viewMonth(shared, world.person('ann'), DIARY, '2026-06');
    expect(family).toMatchObject({
      ok: true,
      value: {
        sharedWith: [{ centreName: OTHER.name, mayRecord: true, reason: 'At university there' }],
        entries: [
          { id: 'ours', recordedBy: 'your centre' },
          { id: 'theirs', recordedBy: OTHER.name, source: 'staff' },
        ],
      },
    });
    expect(await look(otherStaff(world, 'consultant'))).toMatchObject({
      value: {
        entries: [
          { id: 'ours', recordedBy: 'Larkfield' },
          { id: 'theirs', recordedBy: 'Their nurse' },
        ],
      },
    });
    const [last] = await audits({ of: 'diary', ...DIARY });
    expect(last).toMatchObject({ actor: { centreName: OTHER.name } });
  });

  it('is only looked at with a grant to read', async () => {
    await putGrant(shared, { mayRecord: false });
    const no = { ok: false, failure: { code: 'not-allowed' } };
    expect(await look()).toMatchObject({ ok: true });
    expect(await record()).toMatchObject(no);
    const bleed = { id: fresh(), body: bleedBody(ABOUT), version: undefined };
    expect(await recordSharedBleed(shared, otherStaff(world), DIARY, bleed)).toMatchObject(no);
  });

  it('takes no entry when the grant ends between the look and the write', async () => {
    const store: Store = {
      ...shared.store,
      transact: async (acts) => {
        await putGrant(shared, { endedAt: NOW });
        return shared.store.transact(acts);
      },
    };
    const id = fresh();
    const context = { ...shared, store, within: () => shared.store };
    expect(await record(otherStaff(world), id, context)).toMatchObject(missing);
    expect(await shared.store.queryAll(patterns.entryParts(DIARY.centre, DIARY.patient, id))).toEqual([]);
  });

  it('takes no entry from somebody whose job at the other centre has ended', async () => {
    const nurse = otherStaff(world);
    const member = await shared.store.get(staff, staff.key(nurse));
    await shared.store.put(staff, { ...member, status: 'ended' });
    expect(await record(nurse)).toMatchObject({ ok: false, failure: { code: 'signed-out' } });
    await shared.store.put(staff, { ...member, status: 'active' });
  });

  it('is granted to one active other centre, with an end that isn’t past, for at most a year long', async () => {
    expect(await listDirectory(shared, world.staff())).toEqual({
      ok: true,
      value: { items: [{ id: OTHER.centre, name: OTHER.name }] },
    });
    const refused = (pointer: string, reason: string) => ({ failure: { fields: [{ pointer, reason }] } });
    expect(await give({}, DIARY.centre)).toMatchObject(refused('/centre', 'own-centre'));
    for (const centre of ['nowhere', 'closed'])
      expect(await give({}, centre)).toMatchObject(refused('/centre', 'not-a-centre'));
    expect(await give({ startsOn: '2026-06-01', endsOn: '2026-06-10' })).toMatchObject(
      refused('/endsOn', 'in-the-past'),
    );
    expect(await give({ endsOn: '2027-07-01' })).toMatchObject(refused('/endsOn', 'too-long'));
    expect(await give({ startsOn: '2028-01-01', endsOn: '2028-02-01' })).toMatchObject(
      refused('/startsOn', 'too-far'),
    );
  });

  it('is given, changed and ended with its reason, all of it in the diary’s audit', async () => {
    expect(await give({ mayRecord: false, reason: 'Holiday' })).toMatchObject({
      ok: true,
      value: { centreName: OTHER.name, mayRecord: false, state: 'live', endsOn: '2026-09-01' },
    });
    const end = () =>
      endGrant(shared, world.staff('consultant'), {
        patient: DIARY.patient,
        centre: OTHER.centre,
        body: { mutationId: fresh(), reason: 'Back home' },
      });
    expect(await end()).toMatchObject({
      ok: true,
      value: { state: 'over', endedOn: '2026-06-10', endReason: 'Back home' },
    });
    expect(await end()).toMatchObject({ ok: false, failure: { code: 'not-now' } });
    expect([await look(), await listed()]).toMatchObject([missing, []]);
    expect(await give()).toMatchObject({ ok: true, value: { state: 'live' } });
    expect(await look()).toMatchObject({ ok: true });
    const [again, ended, first] = (await audits({ of: 'diary', ...DIARY })).filter(
      ({ action }) => action !== 'view-shared-month',
    );
    expect([first, ended, again]).toMatchObject([
      { action: 'give-grant', about: OTHER.centre, reason: 'Holiday', before: { mayRecord: true } },
      { action: 'end-grant', reason: 'Back home', after: { endedAt: expect.any(String) as string } },
      { action: 'give-grant', before: { reason: 'Holiday' } },
    ]);
    const patient = await readPatient(shared, world.staff(), DIARY.patient);
    expect(patient).toMatchObject({ value: { grants: [{ centre: OTHER.centre, state: 'live' }] } });
  });

  it('follows a corrected name and home zone, and ends with the diary', async () => {
    const body = { ...patientBody({ ...ABOUT, act: fresh() }), homeZone: 'Europe/Madrid' };
    const { version } = await world.state();
    expect(await correctPatient(shared, world.staff(), { id: DIARY.patient, body, version })).toMatchObject({
      ok: true,
    });
    expect(await listed()).toMatchObject([{ name: 'Example, Ned', birthDate: '2016-02-29' }]);
    expect(await granted()).toMatchObject({ homeZone: 'Europe/Madrid' });
    const stop = { mutationId: fresh(), reason: 'left' as const };
    expect(await stopPatient(shared, world.staff(), DIARY.patient, stop)).toMatchObject({ ok: true });
    expect(await granted()).toMatchObject({ endedAt: '2026-06-10T12:00:00.000Z' });
    expect(await listed()).toEqual([]);
    expect(await give()).toMatchObject({ ok: false, failure: { code: 'not-now' } });
  });
});
