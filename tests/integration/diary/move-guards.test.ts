import { beforeEach, describe, expect, it } from 'vitest';
import { centreProfile } from '#table/entities/centre.ts';
import { entry } from '#table/entities/diary.ts';
import { withheld } from '#table/entities/sharing.ts';
import { created } from '#table/item.ts';
import { moveEntry } from '#usecases/diary/move-entry.ts';
import { recordBleed } from '#usecases/diary/record-bleed.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import type { Person } from '#usecases/ports/context.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';
import { bleedBody } from '../../support/examples/bodies.ts';
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
const move = (id: string, to: typeof DIARY | typeof BROTHER = BROTHER) =>
  moveEntry(world.context, carer(), DIARY, {
    id,
    version: 1,
    body: { mutationId: `move-${id}`, to, as: `${id}-there`, others: [], passed: [] },
  });
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
