import { beforeEach, describe, expect, it } from 'vitest';
import type { TreatmentBody } from '#contracts/entries.ts';
import { centreProfile } from '#table/entities/centre.ts';
import { entry, link } from '#table/entities/diary.ts';
import { photo, picture } from '#table/entities/photo.ts';
import { state } from '#table/entities/state.ts';
import { NEVER_S, stock, stockMovement } from '#table/entities/stock.ts';
import { created } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { correctTreatment } from '#usecases/diary/correct-treatment.ts';
import { moveEntry } from '#usecases/diary/move-entry.ts';
import { recordBleed } from '#usecases/diary/record-bleed.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { viewMonth } from '#usecases/diary/view-month.ts';
import { voidEntry } from '#usecases/diary/void-entry.ts';
import type { Person } from '#usecases/ports/context.ts';
import { addPhoto } from '#usecases/photo/add-photo.ts';
import { readStock } from '#usecases/stock/read-stock.ts';
import { auditsOf } from '../../support/audits-of.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';
import { bleedBody } from '../../support/examples/bodies.ts';
import { SMALLEST_PHOTO } from '../../support/examples/smallest-photo.ts';
import { putDiary } from '../../support/put-diary.ts';

/** The brother's diary is at another centre. */
const BROTHER = { centre: 'moorside', patient: 'p2' } as const;
const NOW = '2026-06-10T12:00:00Z';
const DAY = '2026-06-10';
const seeded = created({ at: '2026-01-01T00:00:00Z', by: 'test', mutationId: 'seeded' });

let world: DiaryWorld;
const carer = (account = 'ann'): Person => ({ ...world.person(account), diaries: [DIARY, BROTHER] });
const put = (id: string, more: Partial<TreatmentBody> = {}, diary: typeof DIARY | typeof BROTHER = DIARY) =>
  recordTreatment(world.context, carer(), diary, id, treatment(`${DAY}T06:30`, more));
const move = (id: string, more: object = {}, act = `move-${id}`, version = 1) =>
  moveEntry(world.context, carer(), DIARY, {
    id,
    version,
    body: { mutationId: act, to: BROTHER, as: `${id}-there`, others: [], passed: [], ...more },
  });
const boxOf = { product: 'elocta', strength: 2000, normalisedBatch: 'AB12' };
const countOf = async (diary: typeof DIARY | typeof BROTHER) =>
  (await world.context.store.get(stock, stock.key({ ...diary, ...boxOf })))?.count;
const dataOf = async (diary: typeof DIARY | typeof BROTHER, id: string) =>
  world.context.store.get(entry, entry.key({ ...diary, entry: id }));
const actionsOf = async (diary: typeof DIARY | typeof BROTHER) =>
  (await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...diary }))).map(
    ({ item }) => item.action,
  );

beforeEach(async () => {
  world = await startDiaryWorld(NOW);
  await world.putPatient();
  await putDiary(world.context, BROTHER);
  const { store } = world.context;
  await store.put(centreProfile, {
    ...(await store.get(centreProfile, centreProfile.key(DIARY))),
    centre: BROTHER.centre,
  });
  for (const diary of [DIARY, BROTHER]) {
    await world.putLink('ann', diary);
    await store.put(stock, {
      ...diary,
      ...boxOf,
      batch: 'AB12',
      count: 10,
      drawn: 0,
      stockedAt: '2026-01-01T00:00:00Z',
      ...seeded,
      expiresAt: NEVER_S,
    });
  }
  return () => world.stop();
});

const ownBox = {
  containers: [{ strength: 2000, count: 1, batch: { kind: 'known' as const, number: 'AB12' } }],
};

describe('moving an entry to the other child', () => {
  it('is one act on both diaries: gone here, there as it was, with its boxes and its traces', async () => {
    await put('dose', { ...ownBox, note: 'After breakfast' });
    expect([await countOf(DIARY), await countOf(BROTHER)]).toEqual([9, 10]);
    expect(await move('dose')).toMatchObject({ ok: true, value: { id: 'dose-there', version: 1 } });
    expect([await countOf(DIARY), await countOf(BROTHER)]).toEqual([10, 9]);
    expect(await dataOf(DIARY, 'dose')).toMatchObject({ voided: { moved: true, by: 'ann' } });
    expect(await dataOf(BROTHER, 'dose-there')).toMatchObject({
      data: { note: 'After breakfast', when: { local: `${DAY}T06:30` } },
      movedHere: true,
    });
    const states = await Promise.all(
      [DIARY, BROTHER].map((diary) => world.context.store.get(state, state.key(diary))),
    );
    expect(states.map((one) => one?.lastTreatment?.entry)).toEqual([undefined, 'dose-there']);
    expect(await auditsOf(world.table, 'move-dose')).toBe(2);
    expect([await actionsOf(DIARY), await actionsOf(BROTHER)]).toEqual(
      [['record-treatment', 'move-entry-away'], ['move-entry-here']].map(
        (actions) => expect.arrayContaining(actions) as unknown,
      ),
    );
  });

  it('is found by a recall at the right child, once', async () => {
    await put('dose', ownBox);
    await move('dose');
    const at = (centre: string) => world.context.store.queryAll(patterns.batchUses(centre, 'elocta', 'AB12'));
    expect((await at(DIARY.centre)).map(({ item }) => item.patient)).toEqual([]);
    expect((await at(BROTHER.centre)).map(({ item }) => item.patient)).toContain(BROTHER.patient);
  });

  it('is done once however often it is sent, and not told of to whoever has lost one of the two', async () => {
    await put('dose', ownBox);
    const first = await move('dose');
    expect(await move('dose')).toEqual(first);
    expect(await auditsOf(world.table, 'move-dose')).toBe(2);
    expect([await countOf(DIARY), await countOf(BROTHER)]).toEqual([10, 9]);
    const mine = link.key({ ...BROTHER, account: 'ann' });
    await world.context.store.put(link, { ...(await world.context.store.get(link, mine)), endedAt: NOW });
    expect(await move('dose')).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  it('writes neither where one of the two may not be written', async () => {
    await put('dose', ownBox);
    await world.putLink('ann', { ...BROTHER, mayRecord: false });
    expect(await move('dose')).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
    expect((await dataOf(DIARY, 'dose'))?.voided).toBeUndefined();
    expect(await dataOf(BROTHER, 'dose-there')).toBeUndefined();
    const stranger = { ...world.person('ann'), diaries: [DIARY] };
    const body = { mutationId: 'm', to: BROTHER, as: 'x', others: [], passed: [] };
    expect(await moveEntry(world.context, stranger, DIARY, { id: 'dose', version: 1, body })).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
  });

  it('asks where the other diary has that dose already', async () => {
    await put('dose', ownBox);
    await put('theirs', ownBox, BROTHER);
    expect(await move('dose')).toMatchObject({ ok: false, failure: { code: 'question' } });
    expect(await move('dose', { passed: ['possible-duplicate'] })).toMatchObject({ ok: true });
  });

  it('tells whoever has lost the other diary nothing of it, not even that it has that dose already', async () => {
    await put('dose', ownBox);
    await put('theirs', ownBox, BROTHER);
    await world.putLink('ann', { ...BROTHER, endedAt: NOW });
    expect(await move('dose')).toEqual({ ok: false, failure: { code: 'not-found' } });
    await world.putLink('ann', { ...BROTHER, mayRecord: false });
    expect(await move('dose')).toEqual({ ok: false, failure: { code: 'not-allowed' } });
  });

  it('is not done to what was changed meanwhile, nor to what was removed', async () => {
    await put('dose', ownBox);
    const body = treatment(`${DAY}T07:00`, ownBox);
    await correctTreatment(world.context, carer(), DIARY, { id: 'dose', version: 1, body });
    expect(await move('dose')).toMatchObject({ failure: { code: 'stale', current: 2 } });
    await move('dose', {}, 'moved', 2);
    expect(await move('dose', {}, 'again', 3)).toMatchObject({ failure: { code: 'not-now' } });
  });

  it('can be undone by the same act the other way round', async () => {
    await put('dose', ownBox);
    await move('dose');
    const body = { mutationId: 'undo', to: DIARY, as: 'dose-back', others: [], passed: [] };
    expect(
      await moveEntry(world.context, carer(), BROTHER, { id: 'dose-there', version: 1, body }),
    ).toMatchObject({ ok: true });
    expect([await countOf(DIARY), await countOf(BROTHER)]).toEqual([9, 10]);
    expect(await dataOf(DIARY, 'dose-back')).toMatchObject({ movedHere: true });
  });
});

describe('a treatment for a bleed that is moved', () => {
  beforeEach(async () => {
    const about = { act: 'bleed-act', today: DAY } as Parameters<typeof bleedBody>[0];
    const { endedAt: _, ...ongoing } = bleedBody(about);
    expect(await recordBleed(world.context, carer(), DIARY, 'bleed', ongoing)).toMatchObject({ ok: true });
    await put('dose', { ...ownBox, reason: 'new-bleed', bleeds: ['bleed'] });
    const body = { mutationId: 'photo-act', contentType: 'image/jpeg' as const, data: SMALLEST_PHOTO };
    await addPhoto(world.context, carer(), DIARY, { bleed: 'bleed', id: 'photo', body });
  });
  const openAt = async (diary: typeof DIARY | typeof BROTHER) =>
    (await world.context.store.get(state, state.key(diary)))?.openBleeds.map(({ id }) => id);
  const photosAt = async (diary: typeof DIARY | typeof BROTHER) =>
    (await world.context.store.queryAll(patterns.aboutPatient(diary.centre, diary.patient))).flatMap((one) =>
      one.type === 'photo' && one.item.removedAt === undefined ? [one.item.bleed] : [],
    );

  it('takes the bleed along where the person says so: still for it, still going on, with its photos', async () => {
    expect(await move('dose', { others: [{ id: 'bleed', as: 'bleed-there' }] })).toMatchObject({ ok: true });
    expect(await dataOf(BROTHER, 'dose-there')).toMatchObject({ data: { bleeds: ['bleed-there'] } });
    expect([await openAt(DIARY), await openAt(BROTHER)]).toEqual([[], ['bleed-there']]);
    expect([await photosAt(DIARY), await photosAt(BROTHER)]).toEqual([[], ['bleed-there']]);
    const here = { ...DIARY, photo: 'photo' };
    expect((await world.context.store.get(photo, photo.key(here)))?.removedAt).toBe(
      '2026-06-10T12:00:00.000Z',
    );
    expect(await world.context.store.get(picture, picture.key(here))).toBeUndefined();
  });

  it('names no bleed any more where that stays', async () => {
    expect(await move('dose')).toMatchObject({ ok: true });
    expect(await dataOf(BROTHER, 'dose-there')).toMatchObject({ data: { bleeds: [] } });
    expect([await openAt(DIARY), await openAt(BROTHER)]).toEqual([['bleed'], []]);
  });
});

describe('a brother’s box', () => {
  const borrowed = { ...ownBox, boxFrom: BROTHER };
  const lent = () =>
    world.context.store.get(stockMovement, stockMovement.key({ ...BROTHER, movement: 'dose' }));

  it('is used in one act: the treatment in the one diary, the box out of the other’s stock', async () => {
    expect(await put('dose', borrowed)).toMatchObject({ ok: true });
    expect([await countOf(DIARY), await countOf(BROTHER)]).toEqual([10, 9]);
    expect(await lent()).toMatchObject({ kind: 'lent', on: DAY, lines: [{ batch: 'AB12', count: 1 }] });
    expect(await actionsOf(BROTHER)).toContain('lend-box');
    expect(await put('dose', borrowed)).toMatchObject({ ok: false, failure: { code: 'taken' } });
    expect(await countOf(BROTHER)).toBe(9);
  });

  it('is told to each side: whose it was only to whoever may open both', async () => {
    await put('dose', borrowed);
    await world.putLink('ben');
    await world.putLink('ben', BROTHER);
    const month = async (caller: Person) => {
      const view = await viewMonth(world.context, caller, DIARY, '2026-06');
      return view.ok ? view.value.entries.map((one) => ('otherBox' in one ? one.otherBox : 'none')) : view;
    };
    expect(await month(carer())).toEqual([{ of: BROTHER }]);
    expect(await month(world.person('ben'))).toEqual([{}]);
    const shelf = async (diaries: (typeof DIARY | typeof BROTHER)[]) => {
      const caller = { ...world.person('ben'), diaries };
      const view = await readStock(world.context, caller, BROTHER);
      return view.ok ? view.value.movements.map(({ kind, usedFor }) => [kind, usedFor]) : view;
    };
    expect(await shelf([DIARY, BROTHER])).toEqual([['lent', DIARY]]);
    expect(await shelf([BROTHER])).toEqual([['lent', undefined]]);
  });

  it('follows a correction, and goes back when the treatment is taken out', async () => {
    await put('dose', borrowed);
    const two = [{ strength: 2000, count: 2, batch: { kind: 'known' as const, number: 'AB12' } }];
    const body = treatment(`${DAY}T06:30`, { ...borrowed, containers: two });
    expect(
      await correctTreatment(world.context, carer(), DIARY, { id: 'dose', version: 1, body }),
    ).toMatchObject({ ok: true });
    expect([await countOf(DIARY), await countOf(BROTHER)]).toEqual([10, 8]);
    expect(await lent()).toMatchObject({ lines: [{ count: 2 }] });
    const reason = { mutationId: 'void', reason: 'Not given' };
    expect(
      await voidEntry(world.context, carer(), DIARY, { id: 'dose', version: 2, body: reason }),
    ).toMatchObject({ ok: true });
    expect([await countOf(BROTHER), await lent()]).toEqual([10, undefined]);
    expect(await actionsOf(BROTHER)).toContain('take-back-box');
  });

  it('becomes an own one where the correction says so', async () => {
    await put('dose', borrowed);
    const body = treatment(`${DAY}T06:30`, ownBox);
    await correctTreatment(world.context, carer(), DIARY, { id: 'dose', version: 1, body });
    expect([await countOf(DIARY), await countOf(BROTHER)]).toEqual([9, 10]);
  });

  it('is nobody’s who may not write in both diaries', async () => {
    const alone = { ...world.person('ann'), diaries: [DIARY] };
    const body = () => treatment(`${DAY}T06:30`, borrowed);
    expect(await recordTreatment(world.context, alone, DIARY, 'dose', body())).toMatchObject({
      failure: { fields: [{ pointer: '/boxFrom', reason: 'not-there' }] },
    });
    await world.putLink('ann', { ...BROTHER, mayRecord: false });
    expect(await put('dose', borrowed)).toMatchObject({
      failure: { fields: [{ pointer: '/boxFrom', reason: 'not-there' }] },
    });
    expect([await dataOf(DIARY, 'dose'), await countOf(BROTHER)]).toEqual([undefined, 10]);
  });

  it('stays out where whoever takes the treatment out may not write in the other diary', async () => {
    await put('dose', borrowed);
    await world.putLink('ann', { ...BROTHER, mayRecord: false });
    const reason = { mutationId: 'void', reason: 'Not given' };
    expect(
      await voidEntry(world.context, carer(), DIARY, { id: 'dose', version: 1, body: reason }),
    ).toMatchObject({ ok: true });
    expect(await countOf(BROTHER)).toBe(9);
  });

  it('is the other child’s own once the treatment is moved there', async () => {
    await put('dose', borrowed);
    expect(await move('dose')).toMatchObject({ ok: true });
    expect([await countOf(DIARY), await countOf(BROTHER)]).toEqual([10, 9]);
    expect(await dataOf(BROTHER, 'dose-there')).toMatchObject({ data: { fromHomeStock: true } });
    expect(await lent()).toBeUndefined();
  });

  it('goes back to the child who lent it when the treatment is taken out of a third diary', async () => {
    const sister = { centre: 'moorside', patient: 'p3' } as const;
    await putDiary(world.context, sister);
    await world.putLink('ann', sister);
    const all = { ...carer(), diaries: [DIARY, BROTHER, sister] };
    await put('dose', borrowed);
    const body = { mutationId: 'move', to: sister, as: 'dose-there', others: [], passed: [] };
    expect(await moveEntry(world.context, all, DIARY, { id: 'dose', version: 1, body })).toMatchObject({
      ok: true,
    });
    expect([await countOf(BROTHER), (await lent())?.kind]).toEqual([9, 'lent']);
    const voided = { id: 'dose-there', version: 1, body: { mutationId: 'void', reason: 'Not given' } };
    expect(await voidEntry(world.context, all, sister, voided)).toMatchObject({ ok: true });
    expect([await countOf(BROTHER), await lent()]).toEqual([10, undefined]);
  });
});
