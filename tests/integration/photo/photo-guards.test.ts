import { beforeEach, describe, expect, it } from 'vitest';
import { entry } from '#table/entities/diary.ts';
import { picture } from '#table/entities/photo.ts';
import { recordBleed } from '#usecases/diary/record-bleed.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { voidEntry } from '#usecases/diary/void-entry.ts';
import { addPhoto } from '#usecases/photo/add-photo.ts';
import { readPhoto } from '#usecases/photo/read-photo.ts';
import { removePhoto } from '#usecases/photo/remove-photo.ts';
import { withhold } from '#usecases/withheld/withhold.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';
import { SMALLEST_PHOTO } from '../../support/examples/smallest-photo.ts';

const NOW = '2026-06-10T12:00:00Z';
let world: DiaryWorld;
let made = 0;
const fresh = (): string => `y${String((made += 1))}`;
const ann = (diaries: readonly (typeof DIARY)[] = [DIARY]) => ({ ...world.person('ann'), diaries });
const body = () => ({ mutationId: fresh(), contentType: 'image/jpeg' as const, data: SMALLEST_PHOTO });
const add = (id: string, bleed = 'knee', who = ann()) =>
  addPhoto(world.context, who, DIARY, { bleed, id, body: body() });
const read = (id: string, bleed = 'knee', who = ann()) => readPhoto(world.context, who, DIARY, { bleed, id });
const remove = (id: string, bleed = 'knee', who = ann()) =>
  removePhoto(world.context, who, DIARY, { bleed, id, body: { mutationId: fresh() } });
const isKept = async (id: string): Promise<boolean> =>
  (await world.context.store.get(picture, picture.key({ ...DIARY, photo: id }))) !== undefined;
const notThere = { failure: { code: 'not-found' } };

beforeEach(async () => {
  world = await startDiaryWorld(NOW);
  await world.putPatient();
  await world.putLink('ann');
  for (const id of ['knee', 'elbow'] as const)
    await recordBleed(world.context, ann(), DIARY, id, {
      mutationId: fresh(),
      typedAt: NOW,
      passed: [],
      site: id,
      side: 'right',
      cause: 'trauma',
      severity: 1,
      startedAt: { local: '2026-06-09T20:00', zone: 'Europe/London' },
    });
  await add('one');
  return () => world.stop();
});

describe('a photo', () => {
  it('is nothing to a token for another diary, though a link is there', async () => {
    const elsewhere = ann([]);
    expect(await add('two', 'knee', elsewhere)).toMatchObject(notThere);
    expect(await read('one', 'knee', elsewhere)).toMatchObject(notThere);
    expect(await remove('one', 'knee', elsewhere)).toMatchObject(notThere);
    expect([await isKept('one'), await isKept('two')]).toEqual([true, false]);
  });

  it('is of its own bleed: not found, and not deleted, under another', async () => {
    expect(await read('one', 'elbow')).toMatchObject(notThere);
    expect(await remove('one', 'elbow')).toMatchObject(notThere);
    expect(await isKept('one')).toBe(true);
  });

  it('is added to no treatment, and to no bleed that was taken out', async () => {
    await recordTreatment(world.context, ann(), DIARY, 'dose', treatment('2026-06-10T07:30'));
    expect(await add('two', 'dose')).toMatchObject(notThere);
    const { version = 1 } =
      (await world.context.store.get(entry, entry.key({ ...DIARY, entry: 'elbow' }))) ?? {};
    const taken = { id: 'elbow', version, body: { mutationId: fresh(), reason: 'Not a bleed' } };
    expect(await voidEntry(world.context, ann(), DIARY, taken)).toMatchObject({ ok: true });
    expect(await add('two', 'elbow')).toMatchObject(notThere);
  });

  it('is shown, kept and deleted no more without a consent', async () => {
    await world.putPatient({ consent: { state: 'revoked' } });
    expect(await read('one')).toMatchObject(notThere);
    expect(await add('two')).toMatchObject({ failure: { code: 'consent-needed' } });
    expect(await remove('one')).toMatchObject({ failure: { code: 'consent-needed' } });
    expect([await isKept('one'), await isKept('two')]).toEqual([true, false]);
  });

  it('is not deleted by somebody from whom its bleed is withheld', async () => {
    const hide = {
      mutationId: fresh(),
      from: { accounts: ['ann'], carers: false, centres: [] },
      reason: 'Asked for',
      reviewOn: '2026-09-01',
    };
    const given = { patient: DIARY.patient, what: 'entry' as const, id: 'knee', body: hide };
    expect(await withhold(world.context, world.staff(), given)).toMatchObject({ ok: true });
    expect(await remove('one')).toMatchObject(notThere);
    expect(await isKept('one')).toBe(true);
  });

  it('is another’s to name: an id that is taken stays what it was', async () => {
    expect(await add('one', 'elbow')).toMatchObject({ failure: { code: 'taken' } });
    expect(await read('one')).toMatchObject({ ok: true });
  });
});
