import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BleedBody } from '#contracts/entries.ts';
import { entry } from '#table/entities/diary.ts';
import * as patterns from '#table/patterns.ts';
import { correctBleed } from '#usecases/diary/correct-bleed.ts';
import { correctTreatment } from '#usecases/diary/correct-treatment.ts';
import { recordBleed } from '#usecases/diary/record-bleed.ts';
import { confirmPeriod, markNotTaken } from '#usecases/diary/record-period.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { voidEntry } from '#usecases/diary/void-entry.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';

const NOW = '2026-06-10T12:00:00Z';
let world: DiaryWorld;
let made = 0;
const fresh = (): string => `x${String((made += 1))}`;
const ann = () => world.person('ann');

const bleed = (more: Partial<BleedBody> = {}): BleedBody => ({
  mutationId: fresh(),
  typedAt: NOW,
  passed: [],
  site: 'knee',
  side: 'right',
  cause: 'trauma',
  severity: 1,
  startedAt: { local: '2026-06-09T20:00', zone: 'Europe/London' },
  ...more,
});

const record = async (more = {}) => {
  const id = fresh();
  const result = await recordTreatment(
    world.context,
    ann(),
    DIARY,
    id,
    treatment('2026-06-10T07:30', { passed: ['possible-duplicate'], ...more }),
  );
  expect(result).toMatchObject({ ok: true });
  return id;
};
const stored = (id: string, part?: string) =>
  world.context.store.get(entry, entry.key({ ...DIARY, entry: id, part }));
const audits = async (about: string) => {
  const found = await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...DIARY }));
  return found.map(({ item }) => item).filter((item) => item.about === about);
};
const period = (from: string, to: string) => ({ mutationId: fresh(), typedAt: NOW, passed: [], from, to });

describe('changing what was recorded', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOW);
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.putPatient({ recording: { stage: 'up-to-date', since: NOW, openDoses: [] } });
    await world.putLink('ann');
  });

  it('corrects a treatment and keeps what it was', async () => {
    const id = await record();
    const body = treatment('2026-06-09T08:00', {
      containers: [{ strength: 1000, count: 1, batch: { kind: 'unknown', reason: 'thrown-away' } }],
      amount: { value: 1000, unit: 'IU', moiety: 'FVIII' },
    });
    const done = await correctTreatment(world.context, ann(), DIARY, { id, body, version: 1 });
    expect(done).toEqual({ ok: true, value: { id, version: 2 } });
    expect(await correctTreatment(world.context, ann(), DIARY, { id, body, version: 1 })).toEqual(done);
    expect(await stored(id)).toMatchObject({
      day: '2026-06-09',
      version: 2,
      data: { amount: { value: 1000 } },
    });
    expect(await audits(id)).toMatchObject([
      {
        action: 'correct-treatment',
        before: { amount: { value: 2000 } },
        after: { amount: { value: 1000 } },
      },
      { action: 'record-treatment' },
    ]);
    const uses = await world.context.store.queryAll(patterns.usesOf(DIARY.centre, DIARY.patient, id));
    expect(uses).toEqual([]);
    expect((await world.state()).recording.nextCheckAt).toBe(NOW);
  });

  it('answers a second writer with the version that is there now', async () => {
    const id = await record();
    const outcomes = await Promise.all(
      [1, 2].map(() =>
        correctTreatment(world.context, ann(), DIARY, {
          id,
          body: treatment('2026-06-09T09:00'),
          version: 1,
        }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, failure: { code: 'stale', current: 2 } });
  });

  it('voids an entry with its reason once; it stays, and can’t be changed any more', async () => {
    const id = await record();
    const body = { mutationId: fresh(), reason: 'Typed twice' };
    const empty = await voidEntry(world.context, ann(), DIARY, { id, body, version: undefined });
    expect(empty).toMatchObject({ ok: false, failure: { code: 'invalid' } });
    const done = await voidEntry(world.context, ann(), DIARY, { id, body, version: 1 });
    expect(done).toEqual({ ok: true, value: { id, version: 2 } });
    expect(await voidEntry(world.context, ann(), DIARY, { id, body, version: 1 })).toEqual(done);
    expect(await stored(id)).toMatchObject({ voided: { reason: 'Typed twice', by: 'ann' } });
    const again = await correctTreatment(world.context, ann(), DIARY, {
      id,
      body: treatment('2026-06-09T08:00'),
      version: 2,
    });
    expect(again).toEqual({ ok: false, failure: { code: 'not-now' } });
    expect(await voidEntry(world.context, ann(), DIARY, { id: 'nothing', body, version: 1 })).toEqual({
      ok: false,
      failure: { code: 'not-found' },
    });
  });

  it('offers the treatment before for repeating, once the last one is taken out', async () => {
    const first = await record({ when: { local: '2026-06-10T07:15', zone: 'Europe/London' } });
    const last = await record();
    await voidEntry(world.context, ann(), DIARY, {
      id: last,
      body: { mutationId: fresh(), reason: 'Wrong' },
      version: 1,
    });
    const before = await stored(first);
    expect((await world.state()).lastTreatment?.at).toBe(before?.instantAt);
  });

  it('records a bleed without a treatment, ends it, and takes it off the open ones', async () => {
    const id = fresh();
    const body = bleed();
    const done = await recordBleed(world.context, ann(), DIARY, id, body);
    expect(done).toEqual({ ok: true, value: { id, version: 1 } });
    expect(await recordBleed(world.context, ann(), DIARY, id, body)).toEqual(done);
    expect((await world.state()).openBleeds).toMatchObject([{ id, site: 'knee', side: 'right' }]);
    const ended = bleed({ endedAt: { local: '2026-06-10T09:00', zone: 'Europe/London' }, response: 'good' });
    expect(await correctBleed(world.context, ann(), DIARY, { id, body: ended, version: 1 })).toMatchObject({
      ok: true,
      value: { version: 2 },
    });
    expect((await world.state()).openBleeds).toEqual([]);
    const backwards = bleed({ endedAt: { local: '2026-06-09T09:00', zone: 'Europe/London' } });
    expect(await recordBleed(world.context, ann(), DIARY, fresh(), backwards)).toMatchObject({
      ok: false,
      failure: { fields: [{ reason: 'before-start' }] },
    });
  });

  it('takes a bleed for a treatment in no route', async () => {
    const id = fresh();
    await recordBleed(world.context, ann(), DIARY, id, bleed());
    const asTreatment = await correctTreatment(world.context, ann(), DIARY, {
      id,
      body: treatment('2026-06-10T08:00'),
      version: 1,
    });
    expect(asTreatment).toEqual({ ok: false, failure: { code: 'not-found' } });
    const other = await record();
    expect(await correctBleed(world.context, ann(), DIARY, { id: other, body: bleed(), version: 1 })).toEqual(
      { ok: false, failure: { code: 'not-found' } },
    );
    const withBleed = treatment('2026-06-10T08:00', { newBleed: { id: 'b', ...bleed() } });
    expect(
      await correctTreatment(world.context, ann(), DIARY, { id: other, body: withBleed, version: 1 }),
    ).toMatchObject({ ok: false, failure: { fields: [{ pointer: '/newBleed' }] } });
  });

  it('keeps a period once in each month it touches, and voids all of it', async () => {
    const id = fresh();
    const body = { ...period('2026-04-28', '2026-06-02'), answers: ['no-bleeds' as const] };
    expect(await confirmPeriod(world.context, ann(), DIARY, id, body)).toMatchObject({ ok: true });
    expect(await confirmPeriod(world.context, ann(), DIARY, id, body)).toMatchObject({ ok: true });
    expect((await stored(id, '2026-05'))?.localAt).toBe('2026-05-01');
    expect((await stored(id, '2026-06'))?.localAt).toBe('2026-06-01');
    const voided = await voidEntry(world.context, ann(), DIARY, {
      id,
      body: { mutationId: fresh(), reason: 'Wrong' },
      version: 1,
    });
    expect(voided).toMatchObject({ ok: true });
    expect((await stored(id, '2026-06'))?.voided).toBeDefined();
  });

  it('marks doses not taken, also a little ahead, and confirms nothing of tomorrow', async () => {
    const passed = ['nothing-planned'];
    const ahead = { ...period('2026-06-10', '2026-06-20'), passed, reason: 'no-stock' as const };
    expect(await markNotTaken(world.context, ann(), DIARY, fresh(), ahead)).toMatchObject({ ok: true });
    const far = { ...period('2026-06-10', '2026-08-20'), passed };
    expect(await markNotTaken(world.context, ann(), DIARY, fresh(), far)).toMatchObject({
      ok: false,
      failure: { fields: [{ reason: 'in-the-future' }] },
    });
    const tomorrow = { ...period('2026-06-10', '2026-06-11'), answers: ['no-bleeds' as const] };
    expect(await confirmPeriod(world.context, ann(), DIARY, fresh(), tomorrow)).toMatchObject({
      ok: false,
      failure: { fields: [{ pointer: '/to' }] },
    });
    const long = { ...period('2026-01-01', '2026-06-01'), answers: ['no-bleeds' as const] };
    expect(await confirmPeriod(world.context, ann(), DIARY, fresh(), long)).toMatchObject({
      ok: false,
      failure: { fields: [{ reason: 'too-long' }] },
    });
  });

  it('answers another diary as one that is not there, in every act', async () => {
    const other = { centre: DIARY.centre, patient: 'p2' };
    const notThere = { ok: false, failure: { code: 'not-found' } };
    const id = fresh();
    expect(await recordBleed(world.context, ann(), other, id, bleed())).toEqual(notThere);
    expect(await markNotTaken(world.context, ann(), other, id, period('2026-06-01', '2026-06-01'))).toEqual(
      notThere,
    );
    expect(
      await correctTreatment(world.context, ann(), other, {
        id,
        body: treatment('2026-06-10T08:00'),
        version: 1,
      }),
    ).toEqual(notThere);
    expect(await correctBleed(world.context, ann(), other, { id, body: bleed(), version: 1 })).toEqual(
      notThere,
    );
    expect(
      await voidEntry(world.context, ann(), other, {
        id,
        body: { mutationId: 'm', reason: 'r' },
        version: 1,
      }),
    ).toEqual(notThere);
  });

  it('refuses to make a treatment one for a bleed that is not there, but leaves those it named before', async () => {
    const bleedId = fresh();
    expect(await recordBleed(world.context, ann(), DIARY, bleedId, bleed())).toMatchObject({ ok: true });
    const named = { reason: 'new-bleed' as const, bleeds: [bleedId], passed: ['possible-duplicate'] };
    const id = await record(named);
    const correct = (more: object, version: number) =>
      correctTreatment(world.context, ann(), DIARY, {
        id,
        version,
        body: treatment('2026-06-10T07:30', { ...named, mutationId: fresh(), ...more }),
      });
    expect(await correct({ bleeds: [bleedId, 'nowhere'] }, 1)).toEqual({
      ok: false,
      failure: { code: 'invalid', fields: [{ pointer: '/bleeds/1', reason: 'not-there' }] },
    });
    const gone = { mutationId: fresh(), reason: 'Typed twice' };
    expect(
      await voidEntry(world.context, ann(), DIARY, { id: bleedId, body: gone, version: 1 }),
    ).toMatchObject({ ok: true });
    expect(await correct({ note: 'After lunch' }, 1)).toMatchObject({ ok: true, value: { version: 2 } });
  });

  it('keeps at most fifty bleeds going on, so that no diary grows until nothing fits into it', async () => {
    const trace = (n: number) =>
      ({ id: `open-${String(n)}`, site: 'knee', side: 'left', severity: 0 }) as const;
    const openBleeds = Array.from({ length: 49 }, (_, n) => ({
      ...trace(n),
      startedAt: { local: '2026-06-01T07:30', zone: 'Europe/London' },
    }));
    await world.putPatient({ openBleeds, recording: { stage: 'up-to-date', since: NOW, openDoses: [] } });
    const full = {
      ok: false,
      failure: { code: 'invalid', fields: [{ pointer: '/endedAt', reason: 'too-many-open' }] },
    };
    const put = (id: string, more: Partial<BleedBody> = {}) =>
      recordBleed(world.context, ann(), DIARY, id, bleed(more));
    const ended = { endedAt: { local: '2026-06-09T21:00', zone: 'Europe/London' } };
    const [first, second] = [fresh(), fresh()];
    expect(await put(first)).toMatchObject({ ok: true });
    expect(await put(second)).toEqual(full);
    expect(await put(second, ended)).toMatchObject({ ok: true });
    const reopened = { id: second, body: bleed(), version: 1 };
    expect(await correctBleed(world.context, ann(), DIARY, reopened)).toEqual(full);
    const closed = { id: first, body: bleed(ended), version: 1 };
    expect(await correctBleed(world.context, ann(), DIARY, closed)).toMatchObject({ ok: true });
    expect(await correctBleed(world.context, ann(), DIARY, reopened)).toMatchObject({ ok: true });
  });
});
