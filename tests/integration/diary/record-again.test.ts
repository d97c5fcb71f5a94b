import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { correctTreatment } from '#usecases/diary/correct-treatment.ts';
import { confirmPeriod, markNotTaken } from '#usecases/diary/record-period.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { setPlan } from '#usecases/patient/set-plan.ts';
import { viewMonth } from '#usecases/diary/view-month.ts';
import { voidEntry } from '#usecases/diary/void-entry.ts';
import { planBody } from '../../support/examples/bodies.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';

const NOW = '2026-06-10T12:00:00Z';
let world: DiaryWorld;
let made = 0;
const fresh = (): string => `x${String((made += 1))}`;
const ann = () => world.person('ann');
const record = async (local: string, more = {}) => {
  const id = fresh();
  const body = treatment(local, more);
  return { id, body, result: await recordTreatment(world.context, ann(), DIARY, id, body) };
};
const last = async () => (await world.state()).lastTreatment;
const plans = [
  {
    id: 'plan-1',
    effectiveOn: '2026-06-01',
    regimens: planBody({ act: 'a', today: '2026-06-01' } as Parameters<typeof planBody>[0]).regimens,
  },
];

describe('what was recorded before', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOW);
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.putPatient({ recording: { stage: 'up-to-date', since: NOW, openDoses: [] }, plans });
    await world.putLink('ann');
  });

  it('keeps the treatment given last as the one to repeat, also when an older one is recorded after it', async () => {
    const today = await record('2026-06-10T07:30');
    const older = await record('2026-06-03T07:30');
    expect(older.result).toMatchObject({ ok: true });
    expect(await last()).toMatchObject({ entry: today.id, day: '2026-06-10' });
  });

  it('asks about a possible duplicate of an older treatment too, and once passed records it', async () => {
    await record('2026-06-04T07:30');
    await record('2026-06-10T09:30');
    const twin = await record('2026-06-04T08:00');
    expect(twin.result).toMatchObject({
      ok: false,
      failure: { code: 'question', questions: [{ reason: 'possible-duplicate' }] },
    });
    const passed = await record('2026-06-04T08:00', { passed: ['possible-duplicate'] });
    expect(passed.result).toMatchObject({ ok: true });
  });

  it('repeats what a correction made of the last treatment', async () => {
    const before = await record('2026-06-08T07:30', { passed: ['possible-duplicate'] });
    const { id } = await record('2026-06-10T10:30', { passed: ['possible-duplicate'] });
    const correct = (version: number, local: string, number: string) =>
      correctTreatment(world.context, ann(), DIARY, {
        id,
        version,
        body: treatment(local, {
          containers: [{ strength: 2000, count: 1, batch: { kind: 'known', number } }],
        }),
      });
    expect(await correct(1, '2026-06-10T10:30', 'NEW1')).toMatchObject({ ok: true });
    expect(await last()).toMatchObject({ entry: id, containers: [{ batch: { number: 'NEW1' } }] });
    expect(await correct(2, '2026-06-05T10:30', 'NEW1')).toMatchObject({ ok: true });
    expect((await last())?.at).toBe('2026-06-10T08:30:00Z');
    expect(await correct(3, '2026-06-10T11:00', 'NEW2')).toMatchObject({ ok: true });
    expect(await last()).toMatchObject({ entry: id, containers: [{ batch: { number: 'NEW2' } }] });
    expect(before.result.ok).toBe(true);
  });

  it('takes the first request sent again after a correction for what it is: done', async () => {
    const { id, body } = await record('2026-06-07T07:30', { passed: ['possible-duplicate'] });
    await correctTreatment(world.context, ann(), DIARY, {
      id,
      version: 1,
      body: treatment('2026-06-07T08:00'),
    });
    const again = await recordTreatment(world.context, ann(), DIARY, id, body);
    expect(again).toEqual({ ok: true, value: { id, version: 2 } });
    const other = await recordTreatment(world.context, ann(), DIARY, id, { ...body, mutationId: fresh() });
    expect(other).toMatchObject({ ok: false, failure: { code: 'taken' } });
  });

  it('takes a confirmation sent again after it was removed for done, and does not bring it back', async () => {
    const id = fresh();
    const body = {
      mutationId: fresh(),
      typedAt: NOW,
      passed: [],
      from: '2026-06-01',
      to: '2026-06-02',
      answers: ['no-bleeds' as const],
    };
    await confirmPeriod(world.context, ann(), DIARY, id, body);
    await voidEntry(world.context, ann(), DIARY, {
      id,
      version: 1,
      body: { mutationId: fresh(), reason: 'No' },
    });
    const again = await confirmPeriod(world.context, ann(), DIARY, id, body);
    expect(again).toEqual({ ok: true, value: { id, version: 2 } });
  });

  it('asks where a dose is marked as not taken that nobody planned', async () => {
    const mark = (from: string, passed: string[] = []) =>
      markNotTaken(world.context, ann(), DIARY, fresh(), {
        mutationId: fresh(),
        typedAt: NOW,
        passed,
        from,
        to: from,
      });
    expect(await mark('2026-06-02')).toMatchObject({
      ok: false,
      failure: { code: 'question', questions: [{ pointer: '/from', reason: 'nothing-planned' }] },
    });
    expect(await mark('2026-06-02', ['nothing-planned'])).toMatchObject({ ok: true });
    expect(await mark('2026-06-03')).toMatchObject({ ok: true });
    await world.putLink('ann', { endedAt: NOW });
    expect(await mark('2026-06-02')).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  it('shows nothing as still to be recorded in a closed diary', async () => {
    const planned = async () => {
      const view = await viewMonth(world.context, ann(), DIARY, '2026-06');
      return view.ok ? view.value.planned.map(({ state }) => state) : [];
    };
    const body = {
      mutationId: fresh(),
      passed: ['in-the-past'],
      effectiveOn: '2026-06-01',
      regimens: plans[0]?.regimens ?? [],
    };
    expect(
      await setPlan(world.context, world.staff(), { patient: DIARY.patient, id: fresh(), body }),
    ).toMatchObject({ ok: true });
    expect(await planned()).toContain('ahead');
    await world.putPatient({ plans, stop: { at: NOW, reason: 'left' } });
    expect(await planned()).not.toContain('open');
    expect(await planned()).not.toContain('ahead');
  });

  it('offers what the plan or the factor is again, not an adjunct that was given beside it', async () => {
    const adjunct = {
      product: { kind: 'catalogue' as const, id: 'tranexamic-acid' },
      containers: [{ strength: 500, count: 2, batch: { kind: 'not-needed' as const } }],
      amount: { value: 1000, unit: 'mg' as const, moiety: 'tranexamic acid' as const },
    };
    const offered = async (): Promise<string | undefined> => {
      const view = await viewMonth(world.context, ann(), DIARY, '2026-06');
      return view.ok ? view.value.lastTreatment?.productName : 'nothing';
    };
    await record('2026-06-10T07:30', { passed: ['possible-duplicate'] });
    expect((await record('2026-06-10T11:30', adjunct)).result).toMatchObject({ ok: true });
    expect([(await last())?.productName, await offered()]).toEqual(['Tranexamic acid', 'Elocta']);
    const planned = plans.map((plan) => ({
      ...plan,
      regimens: plan.regimens.map((one) => ({
        ...one,
        productId: 'tranexamic-acid',
        amount: adjunct.amount,
      })),
    }));
    await world.putPatient({ ...(await world.state()), plans: planned });
    expect(await offered()).toBe('Tranexamic acid');
  });
});
