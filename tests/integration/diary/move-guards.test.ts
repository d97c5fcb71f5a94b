import { beforeEach, describe, expect, it } from 'vitest';
import { centreProfile } from '#table/entities/centre.ts';
import { entry } from '#table/entities/diary.ts';
import { withheld } from '#table/entities/sharing.ts';
import { created } from '#table/item.ts';
import { correctTreatment } from '#usecases/diary/correct-treatment.ts';
import { moveEntry } from '#usecases/diary/move-entry.ts';
import { recordBleed } from '#usecases/diary/record-bleed.ts';
import { markNotTaken } from '#usecases/diary/record-period.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import type { Person } from '#usecases/ports/context.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';
import { bleedBody } from '../../support/examples/bodies.ts';
import { meanwhile } from '../../support/meanwhile.ts';
import { putDiary } from '../../support/put-diary.ts';

const BROTHER = { centre: 'moorside', patient: 'p2' } as const;
const NOW = '2026-06-10T12:00:00Z';
const openBleeds = Array.from({ length: 50 }, (_, n) => ({
  id: `open-${String(n)}`,
  site: 'knee' as const,
  side: 'left' as const,
  severity: 1 as const,
  startedAt: { local: '2026-06-01T08:00', zone: 'Europe/London' },
}));

let world: DiaryWorld;
const carer = (): Person => ({ ...world.person('ann'), diaries: [DIARY, BROTHER] });
const given = (id: string, to: typeof DIARY | typeof BROTHER = BROTHER) => ({
  id,
  version: 1,
  body: { mutationId: `move-${id}`, to, as: `${id}-there`, others: [], passed: [] },
});
const move = (id: string, to?: typeof DIARY | typeof BROTHER) =>
  moveEntry(world.context, carer(), DIARY, given(id, to));
/** With other entries, by what they are called here and there. */
const moveWith = (others: readonly { readonly id: string; readonly as: string }[]) => {
  const { body, ...dose } = given('dose');
  return moveEntry(world.context, carer(), DIARY, { ...dose, body: { ...body, others: [...others] } });
};
/** While something else happens, just before the two diaries are written. */
const moveWhile = (happens: () => Promise<unknown>) =>
  moveEntry(meanwhile(world.context, happens, 'gone'), carer(), DIARY, given('dose'));
const there = () => world.context.store.get(entry, entry.key({ ...BROTHER, entry: 'dose-there' }));

beforeEach(async () => {
  world = await startDiaryWorld(NOW);
  await world.putPatient();
  await putDiary(world.context, BROTHER);
  await world.putLink('ann');
  await world.putLink('ann', BROTHER);
  await recordTreatment(world.context, carer(), DIARY, 'dose', treatment('2026-06-10T06:30'));
  return () => world.stop();
});

describe('an entry stays where it is', () => {
  it.each([
    ['may only look there any more', { mayRecord: false }, 'not-allowed'],
    ['has lost the diary it stands in', { endedAt: NOW }, 'not-found'],
  ])('for whoever %s', async (_, more, code) => {
    await world.putLink('ann', more);
    expect(await move('dose')).toMatchObject({ failure: { code } });
    expect(await there()).toBeUndefined();
  });

  it('where either diary is closed', async () => {
    const revoked = { consent: { state: 'revoked' } } as const;
    await putDiary(world.context, BROTHER, revoked);
    expect(await move('dose')).toMatchObject({ failure: { code: 'consent-needed' } });
    await putDiary(world.context, BROTHER);
    await putDiary(world.context, DIARY, revoked);
    expect(await move('dose')).toMatchObject({ failure: { code: 'consent-needed' } });
    expect(await there()).toBeUndefined();
  });

  it('where it would go to itself, and where too many bleeds go on there', async () => {
    expect(await move('dose', DIARY)).toMatchObject({ failure: { fields: [{ pointer: '/to' }] } });
    await putDiary(world.context, BROTHER, { openBleeds });
    const about = { act: 'bleed-act', today: '2026-06-10' } as Parameters<typeof bleedBody>[0];
    const { endedAt: _, ...ongoing } = bleedBody(about);
    expect(await recordBleed(world.context, carer(), DIARY, 'knee', ongoing)).toMatchObject({ ok: true });
    expect(await move('knee')).toMatchObject({ failure: { fields: [{ reason: 'too-many-open' }] } });
  });
});

describe('moving is refused', () => {
  it('to whoever has no right to either diary by their token, and without the version that was seen', async () => {
    for (const diaries of [[DIARY], [BROTHER]]) {
      const one = { ...world.person('ann'), diaries };
      expect(await moveEntry(world.context, one, DIARY, given('dose'))).toMatchObject({
        failure: { code: 'not-found' },
      });
    }
    const unseen = { ...given('dose'), version: undefined };
    expect(await moveEntry(world.context, carer(), DIARY, unseen)).toMatchObject({
      failure: { fields: [{ pointer: '/if-match' }] },
    });
    expect(await there()).toBeUndefined();
  });

  it('as it was answered, once the diary it left is lost', async () => {
    expect(await move('dose')).toMatchObject({ ok: true });
    await world.putLink('ann', { endedAt: NOW });
    expect(await move('dose')).toMatchObject({ failure: { code: 'not-found' } });
  });

  it('of more than one act can hold, of one entry twice, and of what is no treatment and no bleed', async () => {
    expect(await moveWith([{ id: 'dose', as: 'again' }])).toMatchObject({
      failure: { fields: [{ pointer: '/others', reason: 'repeated' }] },
    });
    const many = Array.from({ length: 16 }, (_, n) => ({ id: `d${String(n)}`, as: `there-${String(n)}` }));
    for (const [n, { id }] of many.entries())
      await recordTreatment(world.context, carer(), DIARY, id, treatment(`2026-05-${String(12 + n)}T06:30`));
    const [first] = many;
    expect(await moveWith([{ id: first?.id ?? '', as: 'dose-there' }])).toMatchObject({
      failure: { fields: [{ pointer: '/others', reason: 'repeated' }] },
    });
    expect(await moveWith(many)).toMatchObject({
      failure: { fields: [{ pointer: '/others', reason: 'too-many' }] },
    });
    const days = { from: '2026-06-01', to: '2026-06-02' };
    const told = { mutationId: 'not-taken', typedAt: NOW, passed: ['nothing-planned'], ...days };
    expect(await markNotTaken(world.context, carer(), DIARY, 'none', told)).toMatchObject({ ok: true });
    expect(await move('none')).toMatchObject({ failure: { code: 'not-now' } });
  });

  it('where its new id is taken; one that is withheld from whoever moves it is free', async () => {
    const theirs = treatment('2026-06-01T06:30');
    await recordTreatment(world.context, carer(), BROTHER, 'dose-there', theirs);
    expect(await move('dose')).toMatchObject({ failure: { code: 'taken' } });
    await world.context.store.put(withheld, {
      ...BROTHER,
      what: 'entry',
      about: 'dose-there',
      salt: 'seeded',
      from: { carers: false, accounts: ['ann'], centres: [] },
      reason: 'Asked for',
      reviewOn: '2026-12-01',
      name: 'Robin Example',
      ...created({ at: NOW, by: 'test', mutationId: 'hide-entry' }),
    });
    expect(await move('dose')).toMatchObject({ ok: true });
    expect(await there()).toMatchObject({ data: { when: { local: '2026-06-01T06:30' } } });
  });

  it('where it is corrected, or the other diary closed, at that very moment', async () => {
    const corrected = () =>
      correctTreatment(world.context, carer(), DIARY, {
        id: 'dose',
        version: 1,
        body: treatment('2026-06-10T06:45'),
      });
    expect(await moveWhile(corrected)).toMatchObject({ failure: { code: 'stale', current: 2 } });
    expect(await there()).toBeUndefined();
    const closed = { stop: { at: NOW, reason: 'left' as const }, version: 2 };
    const closing = () => putDiary(world.context, BROTHER, closed);
    const { body, id } = given('dose');
    const late = meanwhile(world.context, closing, 'gone');
    expect(await moveEntry(late, carer(), DIARY, { id, version: 2, body })).toMatchObject({
      failure: { code: 'not-now' },
    });
    expect(await there()).toBeUndefined();
  });
});

it('takes nothing along that whoever moves it may not know: the zone it was given in', async () => {
  const { store } = world.context;
  const profile = await store.get(centreProfile, centreProfile.key(DIARY));
  await store.put(centreProfile, { ...profile, zone: 'Asia/Tokyo' });
  await store.put(withheld, {
    ...DIARY,
    what: 'zone',
    about: 'zone',
    salt: 'seeded',
    from: { carers: true, accounts: [], centres: [] },
    reason: 'Asked for',
    reviewOn: '2026-12-01',
    name: 'Robin Example',
    ...created({ at: NOW, by: 'test', mutationId: 'hide-zone' }),
  });
  expect(await move('dose')).toMatchObject({ ok: true });
  expect(await there()).toMatchObject({ data: { when: { zone: 'Asia/Tokyo' } } });
});
