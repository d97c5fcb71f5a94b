import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as patterns from '#table/patterns.ts';
import { exportDiary } from '#usecases/diary/export-diary.ts';
import { readMe } from '#usecases/diary/read-me.ts';
import { viewMonth } from '#usecases/diary/view-month.ts';
import { DIARY, startDiaryWorld, STATEMENT, type DiaryWorld } from '../../support/diary-world.ts';

const NOW = '2026-06-10T12:00:00Z';
const SPAN = { from: '2026-06-01', to: '2026-06-30' };
let world: DiaryWorld;

const month = () => viewMonth(world.context, world.person('ann'), DIARY, '2026-06');
const missing = { ok: false, failure: { code: 'not-found' } };
const over = { ok: false, failure: { code: 'signed-out' } };

describe('a token that outlives its rights', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOW);
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.putPatient({ recording: { stage: 'up-to-date', since: NOW, openDoses: [] } });
    await world.putLink('ann');
  });

  it('reads while the link is live', async () => {
    expect(await month()).toMatchObject({ ok: true });
    expect(await exportDiary(world.context, world.person('ann'), DIARY, SPAN)).toMatchObject({ ok: true });
  });

  it('reads nothing before the statement in force is agreed to, and all with a newer one', async () => {
    await world.putLink('ann', { statementAgreed: STATEMENT - 1 });
    expect(await month()).toMatchObject({ ok: false, failure: { code: 'statement-needed' } });
    await world.putLink('ann', { statementAgreed: STATEMENT + 1 });
    expect(await month()).toMatchObject({ ok: true });
  });

  it('reads nothing once the link has ended', async () => {
    await world.putLink('ann', { endedAt: NOW });
    expect(await month()).toMatchObject(missing);
    expect(await exportDiary(world.context, world.person('ann'), DIARY, SPAN)).toMatchObject(missing);
  });

  it('reads nothing once the account was signed out everywhere', async () => {
    await world.putLink('ann', { notBefore: world.person('ann').issuedAt + 1 });
    expect(await month()).toMatchObject(over);
  });

  it('gets no file once the account was signed out everywhere, nor once the consent was revoked', async () => {
    const file = () => exportDiary(world.context, world.person('ann'), DIARY, SPAN);
    await world.putLink('ann', { notBefore: world.person('ann').issuedAt + 1 });
    expect(await file()).toMatchObject(over);
    await world.putLink('ann');
    await world.putPatient({ consent: { state: 'revoked' } });
    expect(await file()).toMatchObject(missing);
  });

  it('is told nothing of the account once that was signed out everywhere', async () => {
    expect(await readMe(world.context, world.person('ann'))).toMatchObject({ ok: true });
    await world.putLink('ann', { notBefore: world.person('ann').issuedAt + 1 });
    expect(await readMe(world.context, world.person('ann'))).toMatchObject(over);
  });

  it('gets no file of a patient who is not there, and nothing is written down about one', async () => {
    const nobody = { centre: DIARY.centre, patient: 'nobody' };
    expect(await exportDiary(world.context, world.staff(), nobody, SPAN)).toMatchObject(missing);
    expect(await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...nobody }))).toEqual([]);
  });
});
