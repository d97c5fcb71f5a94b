import { afterAll, beforeAll, expect, it } from 'vitest';
import { picture } from '#table/entities/photo.ts';
import * as patterns from '#table/patterns.ts';
import { recordBleed } from '#usecases/diary/record-bleed.ts';
import { viewMonth } from '#usecases/diary/view-month.ts';
import { voidEntry } from '#usecases/diary/void-entry.ts';
import { addPhoto } from '#usecases/photo/add-photo.ts';
import { readPhoto } from '#usecases/photo/read-photo.ts';
import { removePhoto } from '#usecases/photo/remove-photo.ts';
import { withhold } from '#usecases/withheld/withhold.ts';
import { DIARY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';
import { SMALLEST_PHOTO } from '../../support/examples/smallest-photo.ts';

const NOW = '2026-06-10T12:00:00Z';
let world: DiaryWorld;
let made = 0;
const fresh = (): string => `x${String((made += 1))}`;
const ann = () => world.person('ann');
const body = (data = SMALLEST_PHOTO) => ({ mutationId: fresh(), contentType: 'image/jpeg' as const, data });
const add = (id: string, sent = body(), account = 'ann') =>
  addPhoto(world.context, world.person(account), DIARY, { bleed: 'knee', id, body: sent });
const read = (id: string, account = 'ann') =>
  readPhoto(world.context, world.person(account), DIARY, { bleed: 'knee', id });
const remove = (id: string) =>
  removePhoto(world.context, ann(), DIARY, { bleed: 'knee', id, body: { mutationId: fresh() } });
const shown = async (account = 'ann') => {
  const view = await viewMonth(world.context, world.person(account), DIARY, '2026-06');
  return view.ok ? view.value.photos : view.failure;
};
const refused = (code: string) => ({ ok: false, failure: { code } });

beforeAll(async () => {
  world = await startDiaryWorld(NOW);
  await world.putPatient({ recording: { stage: 'up-to-date', since: NOW, openDoses: [] } });
  await world.putLink('ann');
  await world.putLink('ben');
  await recordBleed(world.context, ann(), DIARY, 'knee', {
    mutationId: fresh(),
    typedAt: NOW,
    passed: [],
    site: 'knee',
    side: 'right',
    cause: 'trauma',
    severity: 1,
    startedAt: { local: '2026-06-09T20:00', zone: 'Europe/London' },
  });
});
afterAll(() => world.stop());

it('is kept once, shown to whoever is linked, and each look and change is in the audit', async () => {
  const sent = body();
  expect(await add('one', sent)).toEqual({ ok: true, value: { id: 'one', version: 1 } });
  expect(await add('one', sent)).toMatchObject({ ok: true });
  expect(await add('one')).toMatchObject(refused('taken'));
  expect(await shown('ben')).toEqual([{ id: 'one', bleed: 'knee' }]);
  expect(await read('one', 'ben')).toEqual({
    ok: true,
    value: { id: 'one', contentType: 'image/jpeg', data: SMALLEST_PHOTO },
  });
  const audits = await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...DIARY }));
  expect(audits.map(({ item }) => [item.action, item.actor.account])).toEqual(
    expect.arrayContaining([
      ['add-photo', 'ann'],
      ['read-photo', 'ben'],
    ]),
  );
});

it('is seen at the centre as well, each look in the audit, and goes with its bleed', async () => {
  const bleed = 'elbow';
  await recordBleed(world.context, ann(), DIARY, bleed, {
    mutationId: fresh(),
    typedAt: NOW,
    passed: [],
    site: 'elbow',
    side: 'left',
    cause: 'trauma',
    severity: 1,
    startedAt: { local: '2026-06-09T21:00', zone: 'Europe/London' },
  });
  await addPhoto(world.context, ann(), DIARY, { bleed, id: 'seen', body: body() });
  const look = () => readPhoto(world.context, world.staff('nurse'), DIARY, { bleed, id: 'seen' });
  expect(await look()).toMatchObject({ ok: true, value: { data: SMALLEST_PHOTO } });
  const audits = await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...DIARY }));
  expect(audits.map(({ item }) => [item.action, item.actor.as])).toContainEqual(['read-photo', 'nurse']);
  const taken = { id: bleed, version: 1, body: { mutationId: fresh(), reason: 'Not a bleed' } };
  expect(await voidEntry(world.context, ann(), DIARY, taken)).toMatchObject({ ok: true });
  expect(await look()).toMatchObject(refused('not-found'));
  expect(await shown()).not.toContainEqual({ id: 'seen', bleed });
});

it('is gone at once when it is deleted, and deleting again is no fault', async () => {
  await add('two');
  expect(await remove('two')).toMatchObject({ ok: true });
  expect(await remove('two')).toMatchObject({ ok: true });
  expect(await read('two')).toMatchObject(refused('not-found'));
  expect(await shown()).not.toContainEqual({ id: 'two', bleed: 'knee' });
  expect(await world.context.store.get(picture, picture.key({ ...DIARY, photo: 'two' }))).toBeUndefined();
});

it('is refused where it says more than the picture, and where its bleed is not there', async () => {
  const exif = Buffer.from('ffd8ffe1000845786966000000000000ffd9', 'hex').toString('base64');
  expect(await add('three', body(exif))).toMatchObject({
    ok: false,
    failure: { code: 'invalid', fields: [{ pointer: '/data', reason: 'says-more' }] },
  });
  const elsewhere = { bleed: 'nowhere', id: 'three', body: body() };
  expect(await addPhoto(world.context, ann(), DIARY, elsewhere)).toMatchObject(refused('not-found'));
});

it('has an end: six of one bleed', async () => {
  for (const id of ['b', 'c', 'd', 'e', 'f']) expect(await add(id)).toMatchObject({ ok: true });
  expect(await add('g')).toMatchObject({ ok: false, failure: { fields: [{ reason: 'too-many' }] } });
});

it('has that end however many are added at once', async () => {
  const bleed = 'thigh';
  await recordBleed(world.context, ann(), DIARY, bleed, {
    mutationId: fresh(),
    typedAt: NOW,
    passed: [],
    site: 'thigh',
    side: 'left',
    cause: 'trauma',
    severity: 0,
    startedAt: { local: '2026-06-08T21:00', zone: 'Europe/London' },
  });
  const one = (account: string) =>
    addPhoto(world.context, world.person(account), DIARY, { bleed, id: fresh(), body: body() });
  for (let kept = 0; kept < 5; kept += 1) expect(await one('ann')).toMatchObject({ ok: true });
  const atOnce = await Promise.all(['ann', 'ben', 'ann', 'ben'].map(one));
  expect(atOnce.filter(({ ok }) => ok)).toHaveLength(1);
  const kept = await shown();
  expect(Array.isArray(kept) && kept.filter((one) => one.bleed === bleed)).toHaveLength(6);
  const taken = { id: bleed, version: 1, body: { mutationId: fresh(), reason: 'Not a bleed' } };
  expect(await voidEntry(world.context, ann(), DIARY, taken)).toMatchObject({ ok: true });
});

it('does not exist for somebody from whom its bleed is withheld', async () => {
  const from = { accounts: ['ben'], carers: false, centres: [] };
  const hide = { mutationId: fresh(), from, reason: 'Asked for', reviewOn: '2026-09-01' };
  const given = { patient: DIARY.patient, what: 'entry' as const, id: 'knee', body: hide };
  expect(await withhold(world.context, world.staff(), given)).toMatchObject({ ok: true });
  expect(await shown('ben')).toEqual([]);
  expect(await read('one', 'ben')).toMatchObject(refused('not-found'));
  expect(await add('h', body(), 'ben')).toMatchObject(refused('not-found'));
});

it('goes nowhere without a right to record, and shows nothing once the link has ended', async () => {
  await world.putLink('ann', { mayRecord: false });
  expect(await add('i')).toMatchObject(refused('not-allowed'));
  expect(await remove('one')).toMatchObject(refused('not-allowed'));
  expect(await read('one')).toMatchObject({ ok: true });
  await world.putLink('ann', { endedAt: NOW });
  expect(await read('one')).toMatchObject(refused('not-found'));
  await world.putLink('ann');
  await remove('b');
  await world.putPatient({ stop: { at: NOW, reason: 'left' } });
  expect(await add('j')).toMatchObject(refused('not-now'));
});
