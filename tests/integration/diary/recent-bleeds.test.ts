import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BleedBody } from '#contracts/entries.ts';
import { recordBleed } from '#usecases/diary/record-bleed.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { viewMonth } from '#usecases/diary/view-month.ts';
import { withhold } from '#usecases/withheld/withhold.ts';
import { suggested } from '../../../web/diary/bleed/same-bleed.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';

const NOW = '2026-06-10T12:00:00Z';
let world: DiaryWorld;
const ann = () => world.person('ann');
const bleed = (local: string, more: Partial<BleedBody> = {}): BleedBody => ({
  mutationId: `act-${local.replaceAll(/\D/g, '')}`,
  typedAt: NOW,
  passed: [],
  site: 'knee',
  side: 'right',
  cause: 'trauma',
  severity: 1,
  startedAt: { local, zone: 'Europe/London' },
  ...more,
});
const month = async (account: string, of = '2026-06') => {
  const view = await viewMonth(world.context, world.person(account), DIARY, of);
  if (!view.ok) throw new Error(view.failure.code);
  return view.value;
};
const at = (date: string, more = {}) => ({ site: 'knee', side: 'right', date, time: '09:00', ...more });

beforeAll(async () => {
  world = await startDiaryWorld(NOW);
  await world.putPatient({ recording: { stage: 'up-to-date', since: NOW, openDoses: [] } });
  await world.putLink('ann');
  await world.putLink('ben');
  const over = { endedAt: { local: '2026-05-30T20:00', zone: 'Europe/London' } };
  await recordBleed(world.context, ann(), DIARY, 'over', bleed('2026-05-29T08:00', over));
  await recordTreatment(
    world.context,
    ann(),
    DIARY,
    'dose',
    treatment('2026-06-01T08:00', { reason: 'bleed-follow-up', bleeds: ['over'] }),
  );
});
afterAll(() => world.stop());

it('asks about a bleed of the month before, within 72 hours after its last treatment and not after that', async () => {
  const view = await month('ann');
  expect(view.recentBleeds).toMatchObject([{ id: 'over', lastTreatedInstant: '2026-06-01T07:00:00Z' }]);
  expect(suggested(at('2026-06-04', { time: '07:30' }), view)?.id).toBe('over');
  expect(suggested(at('2026-06-04'), view)).toBeUndefined();
  expect(suggested(at('2026-06-02', { side: 'left' }), view)).toBeUndefined();
  expect(suggested(at('2026-06-02', { site: 'ankle' }), view)).toBeUndefined();
});

it('keeps the answer that it is another bleed', async () => {
  const answered = bleed('2026-06-03T09:00', { notSameAs: 'over', startedRoughly: true });
  expect(await recordBleed(world.context, ann(), DIARY, 'other', answered)).toMatchObject({ ok: true });
  expect((await month('ann')).entries).toContainEqual(
    expect.objectContaining({ id: 'other', notSameAs: 'over', startedRoughly: true }),
  );
});

it('tells somebody from whom a bleed is withheld nothing of it, not even by what another is not', async () => {
  const kept = { accounts: ['ben'], carers: false, centres: [] };
  const body = { mutationId: 'hide', from: kept, reason: 'Asked for', reviewOn: '2026-09-01' };
  const given = { patient: DIARY.patient, what: 'entry' as const, id: 'over', body };
  expect(await withhold(world.context, world.staff(), given)).toMatchObject({ ok: true });
  const seen = await month('ben');
  expect(seen.recentBleeds?.map(({ id }) => id)).toEqual(['other']);
  expect(JSON.stringify(seen)).not.toContain('"over"');
});
