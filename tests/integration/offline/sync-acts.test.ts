import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SyncAct } from '#contracts/sync.ts';
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

describe('a copy on a device', () => {
  it('holds three months, and the access log calls it a copy, once', async () => {
    const { months } = valueOf(await keepCopy(world.context, ann(), DIARY, '2026-06'));
    expect(months.map(({ month }) => month)).toEqual(['2026-06', '2026-05', '2026-04']);
    const log = await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...DIARY }));
    const looks = log.filter(({ item }) => item.action === 'keep-copy' || item.action === 'view-month');
    expect(looks.map(({ item }) => [item.action, item.about])).toEqual([['keep-copy', '2026-06']]);
  });
});
