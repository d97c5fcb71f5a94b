import { afterAll, beforeAll, expect, it } from 'vitest';
import { readMe } from '#usecases/diary/read-me.ts';
import { setPreferences } from '#usecases/diary/set-preferences.ts';
import { link } from '#table/entities/diary.ts';
import { auditsOf } from '../../support/audits-of.ts';
import { DIARY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';

const NOW = '2026-06-10T12:00:00Z';
let world: DiaryWorld;
const set = (account: string, mutationId: string, language?: 'cy' | 'ar') =>
  setPreferences(world.context, world.person(account), {
    mutationId,
    ...(language === undefined ? {} : { language }),
  });

beforeAll(async () => {
  world = await startDiaryWorld(NOW);
  await world.putPatient();
  await world.putLink('ann');
});
afterAll(() => world.stop());

it('keeps the language of an account with its diary, where mails find it', async () => {
  expect(await readMe(world.context, world.person('ann'))).toMatchObject({ value: { preferences: {} } });
  expect(await set('ann', 'one', 'cy')).toMatchObject({
    ok: true,
    value: { preferences: { language: 'cy' } },
  });
  expect(await readMe(world.context, world.person('ann'))).toMatchObject({
    value: { preferences: { language: 'cy' } },
  });
  const stored = await world.context.store.get(link, link.key({ ...DIARY, account: 'ann' }));
  expect(stored).toMatchObject({ language: 'cy', statementAgreed: expect.any(Number) as number });
});

it('leaves alone what is not said, and does the same change once', async () => {
  expect(await set('ann', 'two', 'ar')).toMatchObject({ value: { preferences: { language: 'ar' } } });
  expect(await set('ann', 'two', 'ar')).toMatchObject({ ok: true });
  expect(await set('ann', 'three')).toMatchObject({ value: { preferences: { language: 'ar' } } });
  expect(await auditsOf(world.table, 'two')).toBe(1);
});

it('writes nothing for an account without a diary, and nothing once it was signed out everywhere', async () => {
  expect(await set('nobody', 'four', 'cy')).toEqual({ ok: false, failure: { code: 'not-found' } });
  await world.putLink('ann', { notBefore: world.person('ann').issuedAt + 1 });
  expect(await set('ann', 'five', 'cy')).toMatchObject({ ok: false, failure: { code: 'signed-out' } });
});
