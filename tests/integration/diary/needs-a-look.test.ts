import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { viewMonth } from '#usecases/diary/view-month.ts';
import { voidEntry } from '#usecases/diary/void-entry.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';

const NOW = '2026-06-10T12:00:00Z';
let world: DiaryWorld;
const record = async (account: string, id: string, local: string, more = {}) => {
  const passed = ['possible-duplicate'];
  const body = treatment(local, { passed, ...more });
  expect(await recordTreatment(world.context, world.person(account), DIARY, id, body)).toMatchObject({
    ok: true,
  });
};
const month = async (account: string) => {
  const view = await viewMonth(world.context, world.person(account), DIARY, '2026-06');
  if (!view.ok) throw new Error(view.failure.code);
  return view.value;
};

beforeAll(async () => {
  world = await startDiaryWorld(NOW);
  await world.putPatient({ recording: { stage: 'up-to-date', since: NOW, openDoses: [] } });
  await world.putLink('ann');
  await world.putLink('ben');
});
afterAll(() => world.stop());

it('tells both carers of two entries that may be one dose, until one is removed', async () => {
  await record('ann', 'first', '2026-06-09T07:30');
  await record('ben', 'second', '2026-06-09T07:45');
  const pair = { day: '2026-06-09', productName: 'Elocta' };
  expect((await month('ann')).twins).toMatchObject([
    { ...pair, entries: [{ id: 'first', time: '07:30', recordedBy: 'you' }, { id: 'second' }] },
  ]);
  expect((await month('ben')).twins).toMatchObject([
    { ...pair, entries: [{ recordedBy: 'Name of ann' }, { recordedBy: 'you' }] },
  ]);
  const body = { mutationId: 'take-out', reason: 'Typed twice' };
  await voidEntry(world.context, world.person('ann'), DIARY, { id: 'second', version: 1, body });
  expect((await month('ben')).twins).toEqual([]);
});

it('asks nobody about their own two entries: they were asked when they saved', async () => {
  await record('ann', 'third', '2026-06-08T07:30');
  await record('ann', 'fourth', '2026-06-08T07:40');
  expect((await month('ann')).twins).toEqual([]);
});

it('lists the batches to complete, also of the month before', async () => {
  const containers = [
    { strength: 2000, count: 1, batch: { kind: 'unknown' as const, reason: 'other' as const } },
  ];
  await record('ann', 'may', '2026-05-30T07:30', { containers });
  await record('ann', 'june', '2026-06-02T07:30', { containers });
  expect((await month('ben')).batchesMissing).toEqual([
    { id: 'june', day: '2026-06-02', month: '2026-06', productName: 'Elocta' },
    { id: 'may', day: '2026-05-30', month: '2026-05', productName: 'Elocta' },
  ]);
});
