import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SyncAct } from '#contracts/sync.ts';
import { plan } from '#table/entities/diary.ts';
import { created } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { correctTreatment } from '#usecases/diary/correct-treatment.ts';
import { keepCopy } from '#usecases/diary/keep-copy.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { syncActs } from '#usecases/diary/sync-acts.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';
import { valueOf } from '../../support/value-of.ts';

const NOW = '2026-06-10T12:00:00Z';
let world: DiaryWorld;
const day = (number: number): string => `2026-06-${String(number).padStart(2, '0')}`;
const confirmed = (number: number, mutationId = `m-${String(number)}`): SyncAct => ({
  kind: 'confirmation',
  id: `n${String(number)}`,
  body: {
    mutationId,
    typedAt: NOW,
    passed: [],
    from: day(number),
    to: day(number),
    answers: ['no-bleeds'],
    source: 'offline',
  },
});
const given = (id: string, local: string): SyncAct => ({ kind: 'treatment', id, body: treatment(local) });
const entries = async () =>
  (
    await world.context.store.queryAll(patterns.entriesBetween('larkfield', 'p1', '2026-01-01', '2026-12-31'))
  ).map(({ item }) => item);
const ann = () => world.person('ann');
const sync = (...acts: readonly SyncAct[]) => syncActs(world.context, ann(), DIARY, acts);

beforeAll(async () => {
  world = await startDiaryWorld(NOW);
  await world.putPatient();
  await world.putLink('ann');
  await world.putLink('ben');
  await world.putLink('cat', { mayRecord: false });
});
afterAll(async () => world.stop());

describe('acts that waited on a device', () => {
  it('are kept in order, and once however often they come', async () => {
    const acts = [1, 2, 3].map((number) => confirmed(number));
    const first = valueOf(await sync(...acts));
    expect(first.fates.map(({ saved }) => saved?.version)).toEqual([1, 1, 1]);
    expect(valueOf(await sync(...acts))).toEqual(first);
    expect((await entries()).map(({ entry }) => entry)).toEqual(['n1', 'n2', 'n3']);
  });

  it('each have their own fate: one that is asked about holds back no other', async () => {
    await recordTreatment(world.context, world.person('ben'), DIARY, 'by-ben', treatment('2026-06-10T08:00'));
    const twin = given('by-ann', '2026-06-10T08:10');
    const { fates } = valueOf(await sync(twin, confirmed(5)));
    expect(fates[0]?.problem).toMatchObject({
      code: 'question',
      questions: [{ reason: 'possible-duplicate' }],
    });
    expect(fates[1]?.saved).toMatchObject({ id: 'n5' });
    expect((await entries()).some(({ entry }) => entry === 'by-ann')).toBe(false);
  });

  it('tell that somebody else has corrected the same entry, and change nothing', async () => {
    const id = 'both';
    await recordTreatment(world.context, ann(), DIARY, id, treatment('2026-06-08T08:00'));
    const theirs = treatment('2026-06-08T09:00');
    await correctTreatment(world.context, world.staff(), DIARY, { id, version: 1, body: theirs });
    const mine: SyncAct = { kind: 'treatment', id, version: 1, body: treatment('2026-06-08T10:00') };
    const { fates } = valueOf(await sync(mine));
    expect(fates[0]?.problem).toMatchObject({ code: 'stale', current: 2 });
    const kept = (await entries()).find(({ entry }) => entry === id);
    expect(kept?.localAt).toBe('2026-06-08T09:00');
  });

  it('tell somebody whose link has ended of nothing, not even that an entry was changed', async () => {
    await recordTreatment(world.context, ann(), DIARY, 'left', treatment('2026-05-20T08:00'));
    await world.putLink('ann', { endedAt: NOW });
    const late: SyncAct = { kind: 'treatment', id: 'left', version: 7, body: treatment('2026-05-20T09:00') };
    const answer = await sync(late, confirmed(6));
    await world.putLink('ann');
    expect(answer).toEqual({ ok: false, failure: { code: 'not-found' } });
  });

  it('find out that an earlier try of the same person arrived, and which version that has', async () => {
    await recordTreatment(world.context, ann(), DIARY, 'arrived', treatment('2026-06-07T08:00'));
    const other = given('arrived', '2026-06-07T08:30');
    expect(valueOf(await sync(other)).fates[0]?.problem).toEqual({ code: 'taken', current: 1 });
    const bens = await syncActs(world.context, world.person('ben'), DIARY, [other]);
    expect(valueOf(bens).fates[0]?.problem, 'nobody else is told').toEqual({ code: 'taken' });
  });

  it('are refused as one where the person or the diary is what stands in the way', async () => {
    const refused = await syncActs(world.context, world.person('cat'), DIARY, [confirmed(9)]);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
  });
});

describe('what was recorded without a connection by a plan that has changed since', () => {
  const regimen = (value: number) => ({
    kind: 'routine' as const,
    productId: 'elocta',
    amount: { value, unit: 'IU' as const, moiety: 'FVIII' as const },
    anchor: '2026-05-01',
    schedule: { kind: 'every-days' as const, days: 1 },
    dosesPerDay: 1,
  });
  const putPlan = (id: string, effectiveOn: string, value: number) =>
    world.context.store.put(plan, {
      ...DIARY,
      plan: id,
      effectiveOn,
      regimens: [regimen(value)],
      setAt: `${effectiveOn}T08:00:00Z`,
      setBy: 'staff-nurse',
      ...created({ at: NOW, by: 'staff-nurse', mutationId: id }),
    });
  const offline = (id: string, local: string, more: object = {}): SyncAct => ({
    kind: 'treatment',
    id,
    body: { ...treatment(local), mutationId: `act-${id}`, source: 'offline', knownPlan: 'plan-a', ...more },
  });
  const asked = { code: 'question', questions: [{ pointer: '/knownPlan', reason: 'plan-changed' }] };
  const problemOf = async (act: SyncAct) => valueOf(await sync(act)).fates[0]?.problem;

  beforeAll(async () => {
    await putPlan('plan-a', '2026-05-01', 2000);
    await putPlan('plan-b', '2026-06-02', 2000);
    await putPlan('plan-c', '2026-06-04', 3000);
  });

  it('is asked about where the plan for that day is another one, and kept once the person says it is right', async () => {
    expect(await problemOf(offline('p-1', '2026-06-05T08:00'))).toEqual(asked);
    expect((await entries()).some(({ entry }) => entry === 'p-1')).toBe(false);
    const passed = offline('p-1', '2026-06-05T08:00', { passed: ['plan-changed'], mutationId: 'act-2' });
    expect(await problemOf(passed)).toBeUndefined();
    expect((await entries()).find(({ entry }) => entry === 'p-1')?.passed).toEqual(['plan-changed']);
  });

  it.each([
    ['for a day on which the known plan was in force', '2026-05-28T08:00', {}],
    ['where the new plan plans the same', '2026-06-03T08:00', {}],
    ['of a device that is connected', '2026-06-04T08:00', { source: 'web' }],
    ['where the device knew no plan', '2026-06-05T20:00', { knownPlan: undefined }],
    ['where it knows the new one', '2026-06-06T08:00', { knownPlan: 'plan-c' }],
  ])('is not asked about %s', async (_why, local, more) => {
    expect(await problemOf(offline(`no-${local}`.replaceAll(/[T:]/g, '-'), local, more))).toBeUndefined();
  });

  it('is asked about as a dose not taken, too', async () => {
    const body = { mutationId: 'nt', typedAt: NOW, passed: [], from: day(5), to: day(5) };
    const act: SyncAct = {
      kind: 'not-taken',
      id: 'nt',
      body: { ...body, source: 'offline', knownPlan: 'plan-a' },
    };
    expect(await problemOf(act)).toEqual(asked);
  });

  it('is no new question for what had arrived under the old plan and is sent again', async () => {
    const act = offline('p-2', '2026-06-07T20:30', { knownPlan: 'plan-c' });
    expect(await problemOf(act)).toBeUndefined();
    await putPlan('plan-d', '2026-06-07', 4000);
    expect(await problemOf(act)).toBeUndefined();
  });
});

describe('boxes told of without a connection', () => {
  const told = (mutationId: string) => ({ mutationId, typedAt: NOW, passed: [], on: day(9) });
  const row = { productId: 'elocta', strength: 1000, batch: 'SYNC1' };

  it('are in the stock once, in the order they were told', async () => {
    const acts: SyncAct[] = [
      { kind: 'delivered', id: 's-1', body: { ...told('s-1'), how: 'typed', lines: [{ ...row, count: 5 }] } },
      { kind: 'wasted', id: 's-2', body: { ...told('s-2'), ...row, count: 1, reason: 'broken' } },
      { kind: 'counted', id: 's-3', body: { ...told('s-3'), lines: [{ ...row, count: 3 }] } },
    ];
    for (const act of [...acts, ...acts]) expect(valueOf(await sync(act)).fates[0]?.problem).toBeUndefined();
    const rows = await world.context.store.queryAll(patterns.stockOf(DIARY.centre, DIARY.patient));
    expect(rows.filter(({ item }) => item.batch === 'SYNC1').map(({ item }) => item.count)).toEqual([3]);
  });
});

describe('a copy on a device', () => {
  it('holds three months, and the access log calls it a copy, once', async () => {
    const { months } = valueOf(await keepCopy(world.context, ann(), DIARY, '2026-06'));
    expect(months.map(({ month }) => month)).toEqual(['2026-06', '2026-05', '2026-04']);
    const log = await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...DIARY }));
    const looks = log.filter(({ item }) => item.action === 'keep-copy' || item.action === 'view-month');
    expect(looks.map(({ item }) => [item.action, item.about])).toEqual([['keep-copy', '2026-06']]);
  });
});
