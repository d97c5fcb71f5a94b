import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LateBody } from '#contracts/late.ts';
import { late } from '#table/entities/late.ts';
import { picture } from '#table/entities/photo.ts';
import * as patterns from '#table/patterns.ts';
import { listWorklist } from '#usecases/centre/list-worklist.ts';
import { recordBleed } from '#usecases/diary/record-bleed.ts';
import { decideLate, listLate } from '#usecases/late/decide-late.ts';
import { handOverLate } from '#usecases/late/hand-over-late.ts';
import { recordConsent } from '#usecases/patient/record-consent.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';
import { SMALLEST_PHOTO } from '../../support/examples/smallest-photo.ts';
import { putDiary } from '../../support/put-diary.ts';
import { valueOf } from '../../support/value-of.ts';

const NOW = '2026-06-10T12:00:00Z';
const ENDED = '2026-06-10T09:00:00.000Z';
const BEFORE = '2026-06-09T18:00:00Z';
const AFTER = '2026-06-10T11:00:00Z';
let world: DiaryWorld;
const body = (id: string, madeAt: string): LateBody => ({
  mutationId: `act-${id}`,
  centre: DIARY.centre,
  patient: DIARY.patient,
  madeAt,
  made: {
    kind: 'not-taken',
    id,
    body: { mutationId: `act-${id}`, typedAt: madeAt, passed: [], from: '2026-06-08', to: '2026-06-08' },
  },
});
const handOver = (account: string, id: string, madeAt: string) =>
  handOverLate(world.context, world.person(account), id, body(id, madeAt));
const diaryEntries = async (): Promise<string[]> =>
  (
    await world.context.store.queryAll(
      patterns.entriesBetween(DIARY.centre, DIARY.patient, '2026-01-01', '2026-12-31'),
    )
  ).map(({ item }) => item.entry);
const waiting = async (): Promise<string[]> =>
  valueOf(await listLate(world.context, world.staff(), DIARY.patient)).items.map(({ id }) => id);
const decide = (id: string, decision: 'take-in' | 'discard', passed: string[] = []) =>
  decideLate(world.context, world.staff(), {
    patient: DIARY.patient,
    id,
    body: { mutationId: `decide-${id}`, decision, reason: 'Spoken about on the phone', passed },
  });

beforeAll(async () => {
  world = await startDiaryWorld(NOW);
  await world.putPatient();
  await world.putLink('ended', { endedAt: ENDED });
  await world.putLink('live');
  await world.putLink('reader', { endedAt: ENDED, mayRecord: false });
});
beforeEach(async () => world.putPatient({ consent: { state: 'given' } }));
afterAll(async () => world.stop());

describe('what was recorded before a link ended', () => {
  it('is received, is no part of the diary, and comes once however often it is sent', async () => {
    expect(await handOver('ended', 'late-1', BEFORE)).toEqual({ ok: true, value: { received: true } });
    expect(await handOver('ended', 'late-1', BEFORE)).toEqual({ ok: true, value: { received: true } });
    expect(await waiting()).toEqual(['late-1']);
    expect(await diaryEntries()).toEqual([]);
  });

  it('is in the diary once the centre has taken it in, with its own time of typing', async () => {
    await handOver('ended', 'late-2', BEFORE);
    expect(await decide('late-2', 'take-in')).toMatchObject({ ok: true });
    expect(await decide('late-2', 'take-in'), 'the same act again').toMatchObject({ ok: true });
    expect(await diaryEntries()).toEqual(['late-2']);
    expect(await waiting()).not.toContain('late-2');
  });

  it('stands on the centre’s worklist until it is decided about, without the name of anybody', async () => {
    await handOver('ended', 'late-6', BEFORE);
    const rows = async () =>
      valueOf(await listWorklist(world.context, world.staff(), undefined)).items.filter(
        ({ kind }) => kind === 'late',
      );
    expect(await rows()).toContainEqual({
      kind: 'late',
      patient: DIARY.patient,
      about: 'late-6',
      what: 'not-taken',
      since: '2026-06-10T12:00:00.000Z',
    });
    await decide('late-6', 'discard');
    expect(await rows()).not.toContainEqual(expect.objectContaining({ about: 'late-6' }));
  });

  it('may be boxes that arrived: they are in the stock once the centre has taken them in', async () => {
    const line = { productId: 'elocta', strength: 1000, count: 4, batch: 'LATE1' };
    const delivered = { mutationId: 'act-box', typedAt: BEFORE, on: '2026-06-09', how: 'typed' as const };
    const made = { kind: 'delivered' as const, id: 'box', body: { ...delivered, passed: [], lines: [line] } };
    const sent = { ...body('box', BEFORE), made };
    valueOf(await handOverLate(world.context, world.person('ended'), 'act-box', sent));
    const rows = async () =>
      (await world.context.store.queryAll(patterns.stockOf(DIARY.centre, DIARY.patient))).map(
        ({ item }) => item.batch,
      );
    expect(await rows()).not.toContain('LATE1');
    expect(await decide('act-box', 'take-in')).toMatchObject({ ok: true });
    expect(await rows()).toContain('LATE1');
  });

  it('is asked about where it is long ago by the time it is taken in, and then taken in', async () => {
    const made = {
      kind: 'treatment' as const,
      id: 'old',
      body: treatment('2026-04-20T08:00', { mutationId: 'act-old' }),
    };
    const sent = { ...body('old', '2026-04-20T09:00:00Z'), made };
    valueOf(await handOverLate(world.context, world.person('ended'), 'act-old', sent));
    expect(await decide('act-old', 'take-in')).toMatchObject({
      failure: { code: 'question', questions: [{ reason: 'long-ago' }] },
    });
    const many = Array.from({ length: 21 }, (_one, place) => 'q'.repeat(place + 1));
    expect(await decide('act-old', 'take-in', many)).toMatchObject({
      failure: { fields: [{ pointer: '/passed', reason: 'too-many' }] },
    });
    expect(await decide('act-old', 'take-in', ['long-ago'])).toMatchObject({ ok: true });
    expect(await diaryEntries()).toContain('old');
  });

  it('takes no box out of the stock of somebody whom whoever made it never recorded for', async () => {
    const other = { centre: DIARY.centre, patient: 'p2' };
    await putDiary(world.context, other);
    const boxFrom = async (id: string) => {
      const made = {
        kind: 'treatment' as const,
        id,
        body: treatment(`2026-06-09T${id === 'near' ? '08' : '16'}:00`, {
          mutationId: `act-${id}`,
          containers: [{ strength: 2000, count: 1, batch: { kind: 'known', number: 'AB12' } }],
          boxFrom: other,
        }),
      };
      const sent = { ...body(id, BEFORE), made };
      valueOf(await handOverLate(world.context, world.person('ended'), `act-${id}`, sent));
      expect(await decide(`act-${id}`, 'take-in')).toMatchObject({ ok: true });
      return (await world.context.store.queryAll(patterns.stockOf(other.centre, other.patient))).map(
        ({ item }) => item.count,
      );
    };
    expect(await boxFrom('far')).toEqual([]);
    const own = await world.context.store.queryAll(patterns.stockOf(DIARY.centre, DIARY.patient));
    expect(own.map(({ item }) => item.batch)).not.toContain('AB12');
    await world.putLink('ended', { ...other, endedAt: ENDED });
    expect(await boxFrom('near')).toEqual([-1]);
  });

  it('may be a photo: listed without its picture, in the diary only after its bleed, and nowhere twice', async () => {
    const data = SMALLEST_PHOTO;
    const made = {
      kind: 'photo' as const,
      id: 'photo',
      bleed: 'late-bleed',
      body: { mutationId: 'act-photo', contentType: 'image/jpeg' as const, data },
    };
    const sent = { ...body('photo', BEFORE), made };
    valueOf(await handOverLate(world.context, world.person('ended'), 'act-photo', sent));
    const listed = valueOf(await listLate(world.context, world.staff(), DIARY.patient)).items;
    expect(listed.find(({ id }) => id === 'act-photo')?.made).toEqual({
      ...made,
      body: { ...made.body, data: '' },
    });
    expect(await decide('act-photo', 'take-in')).toMatchObject({ failure: { code: 'not-found' } });
    const bleed = {
      mutationId: 'act-late-bleed',
      typedAt: BEFORE,
      passed: [],
      site: 'knee',
      side: 'left',
      cause: 'trauma',
      severity: 0,
      startedAt: { local: '2026-06-09T08:00', zone: 'Europe/London' },
    } as const;
    valueOf(
      await recordBleed(world.context, world.person('live'), DIARY, 'late-bleed', { ...bleed, passed: [] }),
    );
    expect(await decide('act-photo', 'take-in')).toMatchObject({ ok: true });
    const kept = await world.context.store.get(picture, picture.key({ ...DIARY, photo: 'photo' }));
    expect(kept?.data).toBe(data);
    const decided = await world.context.store.get(late, late.key({ ...DIARY, late: 'act-photo' }));
    expect(JSON.stringify(decided)).not.toContain(data);
  });

  it('can be discarded, which stays answerable', async () => {
    await handOver('ended', 'late-3', BEFORE);
    expect(await decide('late-3', 'discard')).toMatchObject({ ok: true });
    expect(await diaryEntries()).not.toContain('late-3');
    const kept = await world.context.store.get(late, late.key({ ...DIARY, late: 'late-3' }));
    expect(kept?.decided).toMatchObject({ decision: 'discard', reason: 'Spoken about on the phone' });
    const log = await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...DIARY }));
    expect(log.map(({ item }) => item.action)).toContain('late-discard');
  });

  it.each([
    ['ended', AFTER, 'not-found', 'made after the end'],
    ['nobody', BEFORE, 'not-found', 'by somebody who never had a link'],
    ['reader', BEFORE, 'not-found', 'by somebody who could only read'],
    ['live', BEFORE, 'not-now', 'by somebody who may still record'],
  ])('is refused from %s at %s: %s, %s', async (account, madeAt, code) => {
    expect(await handOver(account, `no-${account}`, madeAt)).toMatchObject({ ok: false, failure: { code } });
    expect(await waiting()).not.toContain(`no-${account}`);
  });
});

describe('what was recorded before the consent was revoked', () => {
  it('is received, and waits until there is a consent again', async () => {
    await world.putLink('revoked', { consent: 'given' });
    const revoked = await recordConsent(world.context, world.staff(), {
      patient: DIARY.patient,
      id: 'consent-revoked',
      body: {
        mutationId: 'act-consent-revoked',
        change: 'revoked',
        givenBy: 'Rowan Ashdown',
        relation: 'parent',
        on: '2026-06-10',
        formReference: 'Shelf 3',
      },
    });
    expect(revoked).toMatchObject({ ok: true });
    expect(await handOver('revoked', 'late-4', BEFORE)).toMatchObject({ ok: true });
    expect(await decide('late-4', 'take-in')).toMatchObject({ failure: { code: 'consent-needed' } });
    expect(await waiting()).toContain('late-4');
    expect(await handOver('revoked', 'late-5', '2026-06-10T12:00:01Z')).toMatchObject({
      failure: { code: 'not-found' },
    });
  });
});
