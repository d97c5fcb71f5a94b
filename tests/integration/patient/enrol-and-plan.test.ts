import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PatientBody } from '#contracts/patient.ts';
import type { PlanBody } from '#contracts/plan.ts';
import { link } from '#table/entities/diary.ts';
import { state } from '#table/entities/state.ts';
import * as patterns from '#table/patterns.ts';
import { listPatients } from '#usecases/centre/list-patients.ts';
import { correctPatient, enrolPatient } from '#usecases/patient/enrol-patient.ts';
import { readPatient } from '#usecases/patient/read-patient.ts';
import { recordConsent } from '#usecases/patient/record-consent.ts';
import { setPlan } from '#usecases/patient/set-plan.ts';
import { DIARY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';

const NOW = '2026-06-10T12:00:00Z';
let world: DiaryWorld;
let acts = 0;
const act = (): string => `m${String((acts += 1))}`;

const patient = (more: Partial<PatientBody> = {}): PatientBody => ({
  mutationId: act(),
  givenName: 'Ned',
  familyName: 'Ångström',
  birthDate: '2016-02-29',
  diagnosis: 'haemophilia-b',
  factorLevel: '<1',
  homeZone: 'Europe/London',
  homeTherapy: true,
  homeDelivery: true,
  channel: 'online',
  guardianConsentNeeded: true,
  ...more,
});

const plan = (more: Partial<PlanBody> = {}): PlanBody => ({
  mutationId: act(),
  passed: [],
  effectiveOn: '2026-06-10',
  regimens: [
    {
      kind: 'routine',
      productId: 'alprolix',
      amount: { value: 1000, unit: 'IU', moiety: 'FIX' },
      anchor: '2026-06-10',
      schedule: { kind: 'every-weeks', weeks: 1 },
      dosesPerDay: 1,
    },
  ],
  ...more,
});

const consent = (change: 'given' | 'revoked') => ({
  mutationId: act(),
  change,
  givenBy: 'A parent',
  relation: 'parent' as const,
  on: '2026-06-09',
  formReference: 'F-1',
});

describe('enrolling a patient', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOW);
  });
  afterAll(() => world.stop());

  it('enrols once, however often the act is sent, and shows the patient on the roster', async () => {
    const body = patient();
    const first = await enrolPatient(world.context, world.staff(), 'ned', body);
    expect(first).toEqual({ ok: true, value: { id: 'ned', version: 1 } });
    expect(await enrolPatient(world.context, world.staff(), 'ned', body)).toEqual(first);
    expect(await enrolPatient(world.context, world.staff(), 'ned', patient())).toEqual({
      ok: false,
      failure: { code: 'taken' },
    });
    const roster = await listPatients(world.context, world.staff('nurse'), { name: 'angst' });
    expect(roster).toMatchObject({
      ok: true,
      value: { items: [{ id: 'ned', name: 'Ångström, Ned', recording: 'not-started', delivery: 'active' }] },
    });
  });

  it.each([
    ['a birth date ahead', { birthDate: '2026-06-11' }, '/birthDate'],
    ['a birth date before anyone alive', { birthDate: '1899-12-31' }, '/birthDate'],
    ['home delivery without home therapy', { homeTherapy: false }, '/homeDelivery'],
  ])('refuses %s', async (_, more, pointer) => {
    const refused = await enrolPatient(world.context, world.staff(), 'nobody', patient(more));
    expect(refused).toMatchObject({ ok: false, failure: { code: 'invalid', fields: [{ pointer }] } });
  });

  it('corrects details from the version that was seen, and takes the first name to every link', async () => {
    await enrolPatient(
      world.context,
      world.staff(),
      'kim',
      patient({ familyName: 'Kimber', guardianConsentNeeded: false }),
    );
    await world.putLink('ann', { patient: 'kim', firstName: 'Ned' });
    const body = patient({
      givenName: 'Kit',
      familyName: 'Kimber',
      guardianConsentNeeded: false,
      phone: '01632 960333',
    });
    expect(await correctPatient(world.context, world.staff(), { id: 'kim', body, version: 7 })).toEqual({
      ok: false,
      failure: { code: 'stale', current: 1 },
    });
    const done = await correctPatient(world.context, world.staff(), { id: 'kim', body, version: 1 });
    expect(done).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await correctPatient(world.context, world.staff(), { id: 'kim', body, version: 1 })).toEqual(done);
    const linked = await world.context.store.get(
      link,
      link.key({ centre: DIARY.centre, patient: 'kim', account: 'ann' }),
    );
    expect(linked?.firstName).toBe('Kit');
    const read = await readPatient(world.context, world.staff(), 'kim');
    expect(read).toMatchObject({
      ok: true,
      value: { givenName: 'Kit', phone: '01632 960333', links: [{ account: 'ann' }] },
    });
  });

  it('starts a consent that becomes needed as needed, on the links too', async () => {
    const body = patient({ givenName: 'Kit', familyName: 'Kimber' });
    await correctPatient(world.context, world.staff(), { id: 'kim', body, version: 2 });
    const linked = await world.context.store.get(
      link,
      link.key({ centre: DIARY.centre, patient: 'kim', account: 'ann' }),
    );
    expect(linked?.consent).toBe('needed');
    const given = await recordConsent(world.context, world.staff('nurse'), {
      patient: 'kim',
      id: 'c1',
      body: consent('given'),
    });
    expect(given).toMatchObject({ ok: true });
    const revoked = await recordConsent(world.context, world.staff(), {
      patient: 'kim',
      id: 'c2',
      body: consent('revoked'),
    });
    expect(revoked).toMatchObject({ ok: true });
    const after = await world.context.store.get(
      link,
      link.key({ centre: DIARY.centre, patient: 'kim', account: 'ann' }),
    );
    expect(after?.consent).toBe('revoked');
  });

  it('takes no consent where none is needed, nor one of tomorrow', async () => {
    await enrolPatient(world.context, world.staff(), 'adult', patient({ guardianConsentNeeded: false }));
    expect(
      await recordConsent(world.context, world.staff(), {
        patient: 'adult',
        id: 'c3',
        body: consent('given'),
      }),
    ).toMatchObject({ ok: false, failure: { code: 'not-now' } });
    const tomorrow = { ...consent('given'), on: '2026-06-11' };
    expect(
      await recordConsent(world.context, world.staff(), { patient: 'ned', id: 'c4', body: tomorrow }),
    ).toMatchObject({ ok: false, failure: { fields: [{ pointer: '/on' }] } });
  });

  it('sets a plan, starts the clock by it, and keeps the plan before', async () => {
    const first = await setPlan(world.context, world.staff('consultant'), {
      patient: 'ned',
      id: 'plan-1',
      body: plan(),
    });
    expect(first).toMatchObject({ ok: true, value: { recordingStage: 'up-to-date' } });
    const second = plan({ effectiveOn: '2026-06-20', weightKg: 31.5, weighedOn: '2026-06-01' });
    await setPlan(world.context, world.staff(), { patient: 'ned', id: 'plan-2', body: second });
    const read = await readPatient(world.context, world.staff(), 'ned');
    expect(read).toMatchObject({
      ok: true,
      value: { plans: [{ id: 'plan-2', weightKg: 31.5 }, { id: 'plan-1' }] },
    });
    const stored = await world.context.store.get(state, state.key({ centre: DIARY.centre, patient: 'ned' }));
    expect(stored?.plans).toHaveLength(2);
    expect(stored?.recording.nextCheckAt).toBeDefined();
  });

  it('asks about a plan of another season, once', async () => {
    const body = plan({ effectiveOn: '2026-01-01' });
    const asked = await setPlan(world.context, world.staff(), { patient: 'ned', id: 'plan-3', body });
    expect(asked).toMatchObject({
      ok: false,
      failure: { code: 'question', questions: [{ pointer: '/effectiveOn' }] },
    });
    const passed = {
      ...body,
      passed: asked.ok ? [] : (asked.failure.questions ?? []).map(({ reason }) => reason),
    };
    expect(
      await setPlan(world.context, world.staff(), { patient: 'ned', id: 'plan-3', body: passed }),
    ).toMatchObject({ ok: true });
  });

  it.each([
    ['a product nobody knows', { productId: 'nope' }, '/regimens/0/productId'],
    [
      'another unit',
      { amount: { value: 1000, unit: 'mg' as const, moiety: 'FIX' as const } },
      '/regimens/0/amount/unit',
    ],
    [
      'another moiety',
      { amount: { value: 1000, unit: 'IU' as const, moiety: 'FVIII' as const } },
      '/regimens/0/amount/moiety',
    ],
    [
      'half a unit',
      { amount: { value: 1000.5, unit: 'IU' as const, moiety: 'FIX' as const } },
      '/regimens/0/amount/value',
    ],
    [
      'an absurd amount',
      { amount: { value: 900_000, unit: 'IU' as const, moiety: 'FIX' as const } },
      '/regimens/0/amount/value',
    ],
    ['no first day', { anchor: undefined }, '/regimens/0/anchor'],
    ['no schedule', { schedule: undefined }, '/regimens/0/schedule'],
  ])('refuses a plan with %s', async (_, more, pointer) => {
    const [regimen] = plan().regimens;
    const body = plan({ regimens: [{ ...regimen, ...more } as NonNullable<typeof regimen>] });
    const refused = await setPlan(world.context, world.staff(), { patient: 'ned', id: 'plan-x', body });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'invalid', fields: [{ pointer }] } });
  });

  it('refuses a loading dose of another unit, an end before the start and a weight of tomorrow', async () => {
    const [routine] = plan().regimens;
    if (routine === undefined) throw new Error('The plan has no regimen.');
    const { schedule } = routine;
    if (schedule === undefined) throw new Error('The regimen has no schedule.');
    const amount = { value: 30, unit: 'mg' as const, moiety: 'FIX' as const };
    const loading = { anchor: '2026-06-10', schedule, dosesPerDay: 1, amount };
    const wrong: [Partial<PlanBody>, string][] = [
      [{ regimens: [{ ...routine, loading }] }, '/regimens/0/loading/amount/unit'],
      [{ regimens: [{ ...routine, until: '2026-06-09' }] }, '/regimens/0/until'],
      [{ weightKg: 30, weighedOn: '2026-06-11' }, '/weighedOn'],
    ];
    for (const [more, pointer] of wrong) {
      const set = { patient: 'ned', id: 'plan-x', body: plan(more) };
      expect(await setPlan(world.context, world.staff(), set)).toMatchObject({
        ok: false,
        failure: { code: 'invalid', fields: [{ pointer }] },
      });
    }
  });

  it('refuses a weight without its day, and a patient who is not there', async () => {
    expect(
      await setPlan(world.context, world.staff(), {
        patient: 'ned',
        id: 'plan-y',
        body: plan({ weightKg: 30 }),
      }),
    ).toMatchObject({ ok: false, failure: { fields: [{ pointer: '/weighedOn' }] } });
    expect(
      await setPlan(world.context, world.staff(), { patient: 'ghost', id: 'plan-z', body: plan() }),
    ).toEqual({ ok: false, failure: { code: 'not-found' } });
    expect(await readPatient(world.context, world.staff(), 'ghost')).toEqual({
      ok: false,
      failure: { code: 'not-found' },
    });
  });

  it('writes who looked and who changed what', async () => {
    const found = await world.context.store.queryAll(
      patterns.auditOf({ of: 'diary', centre: DIARY.centre, patient: 'ned' }),
    );
    const actions = found.map(({ item }) => item.action);
    for (const action of ['enrol-patient', 'set-plan', 'read-patient']) expect(actions).toContain(action);
  });
});
