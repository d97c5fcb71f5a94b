import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { entry } from '#table/entities/diary.ts';
import { staff } from '#table/entities/centre.ts';
import * as patterns from '#table/patterns.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { DIARY, startDiaryWorld, STATEMENT, treatment, type DiaryWorld } from '../../support/diary-world.ts';

const NOW = '2026-06-10T12:00:00Z';
let world: DiaryWorld;
let nextId = 0;
const fresh = (): string => `e${String((nextId += 1))}`;

const record = (body = treatment('2026-06-10T07:30'), id = fresh(), account = 'ann') =>
  recordTreatment(world.context, world.person(account), DIARY, id, body);

const auditOf = async (about: string) => {
  const found = await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...DIARY }));
  return found.map(({ item }) => item).filter((item) => item.about === about);
};

describe('recording a treatment', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOW);
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    world.at(NOW);
    await world.putPatient({ recording: { stage: 'up-to-date', since: NOW, openDoses: [] } });
    await world.putLink('ann');
  });

  it('keeps the treatment, its batch, what was last and who did it, in one act', async () => {
    const id = fresh();
    expect(await record(treatment('2026-06-10T07:30'), id)).toEqual({ ok: true, value: { id, version: 1 } });
    const stored = await world.context.store.get(entry, entry.key({ ...DIARY, entry: id }));
    expect(stored).toMatchObject({
      day: '2026-06-10',
      instantAt: '2026-06-10T06:30:00Z',
      recordedBy: { account: 'ann' },
    });
    const uses = await world.context.store.queryAll(patterns.batchUses(DIARY.centre, 'elocta', 'AB1201'));
    expect(uses.map(({ item }) => item.entry)).toContain(id);
    expect((await world.state()).lastTreatment).toMatchObject({ productName: 'Elocta', day: '2026-06-10' });
    expect(await auditOf(id)).toMatchObject([
      { action: 'record-treatment', actor: { account: 'ann', as: 'person' } },
    ]);
  });

  it('refuses a treatment that is its own bleed', async () => {
    const id = fresh();
    expect(
      await record(treatment('2026-06-10T07:30', { reason: 'new-bleed', bleeds: [id] }), id),
    ).toMatchObject({
      ok: false,
      failure: { code: 'invalid', fields: [{ pointer: '/bleeds', reason: 'repeated' }] },
    });
  });

  it('takes a write of someone who has agreed to a newer statement than this process knows', async () => {
    await world.putLink('ann', { statementAgreed: STATEMENT + 1 });
    expect(await record(treatment('2026-06-10T07:30', { passed: ['possible-duplicate'] }))).toMatchObject({
      ok: true,
    });
    await world.putLink('ann', { statementAgreed: STATEMENT - 1 });
    expect(await record(treatment('2026-06-10T07:30', { passed: ['possible-duplicate'] }))).toMatchObject({
      failure: { code: 'statement-needed' },
    });
  });

  it('does the same act sent twice once, and answers the same', async () => {
    const [id, body] = [fresh(), treatment('2026-06-10T07:30', { passed: ['possible-duplicate'] })];
    const first = await record(body, id);
    expect(await record(body, id)).toEqual(first);
    expect(await auditOf(id)).toHaveLength(1);
  });

  it('refuses another act under an id that is taken', async () => {
    const id = fresh();
    await record(treatment('2026-06-10T07:30'), id);
    const again = treatment('2026-06-01T07:30');
    expect(await record(again, id)).toMatchObject({ ok: false, failure: { code: 'taken' } });
  });

  it('asks when the other parent has just recorded the same, and keeps it when that is passed', async () => {
    await world.putLink('ben');
    await record(treatment('2026-06-10T07:30'));
    const twin = treatment('2026-06-10T07:45');
    const id = fresh();
    expect(await record(twin, id, 'ben')).toMatchObject({
      ok: false,
      failure: { code: 'question', questions: [{ reason: 'possible-duplicate' }] },
    });
    expect(await record({ ...twin, passed: ['possible-duplicate'] }, id, 'ben')).toMatchObject({ ok: true });
  });

  it('lets exactly one of two parents through who record the same dose in the same moment', async () => {
    await world.putLink('ben');
    const outcomes = await Promise.all([
      record(treatment('2026-06-10T07:30'), fresh(), 'ann'),
      record(treatment('2026-06-10T07:30'), fresh(), 'ben'),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('counts for the day of the home zone, not of the place it was given in', async () => {
    const id = fresh();
    const abroad = treatment('2026-06-10T00:30', { when: { local: '2026-06-10T00:30', zone: 'Asia/Tokyo' } });
    expect(await record(abroad, id)).toMatchObject({ ok: true });
    const stored = await world.context.store.get(entry, entry.key({ ...DIARY, entry: id }));
    expect(stored?.day).toBe('2026-06-09');
  });

  it.each([
    ['a link that ended', { endedAt: NOW }, 'not-found'],
    ['a right to look only', { mayRecord: false }, 'not-allowed'],
    ['a revoked consent', { consent: 'revoked' as const }, 'consent-needed'],
    ['an older statement', { statementAgreed: 2 }, 'statement-needed'],
    ['a token from before a sign-out everywhere', { notBefore: 4_000_000_000 }, 'signed-out'],
  ])('refuses with %s, and keeps nothing', async (_, more, code) => {
    await world.putLink('ann', more);
    const id = fresh();
    expect(await record(treatment('2026-06-10T07:30'), id)).toEqual({ ok: false, failure: { code } });
    expect(await world.context.store.get(entry, entry.key({ ...DIARY, entry: id }))).toBeUndefined();
  });

  it('answers a diary that is not theirs as one that is not there', async () => {
    const other = { centre: DIARY.centre, patient: 'p2' };
    const foreign = await recordTreatment(
      world.context,
      world.person('ann'),
      other,
      fresh(),
      treatment('2026-06-10T07:30'),
    );
    const nowhere = await record(treatment('2026-06-10T07:30'), fresh(), 'nobody');
    expect(foreign).toEqual({ ok: false, failure: { code: 'not-found' } });
    expect(nowhere).toEqual(foreign);
  });

  it.each([
    ['the future', treatment('2026-06-10T14:00'), '/when/local', 'in-the-future'],
    ['an hour that does not exist', treatment('2026-03-29T01:30'), '/when/local', 'missing-hour'],
    ['an hour that comes twice', treatment('2025-10-26T01:30'), '/when/local', 'doubled-hour'],
    [
      'a unit of another product',
      treatment('2026-06-10T07:30', { amount: { value: 2000, unit: 'mg', moiety: 'FVIII' } }),
      '/amount/unit',
      'not-this-products',
    ],
    [
      'more than the vials held',
      treatment('2026-06-10T07:30', { amount: { value: 2001, unit: 'IU', moiety: 'FVIII' } }),
      '/amount/value',
      'more-than-containers',
    ],
    [
      'a bleed treatment without its bleed',
      treatment('2026-06-10T07:30', { reason: 'new-bleed' }),
      '/bleeds',
      'empty',
    ],
    [
      'a product nobody knows',
      treatment('2026-06-10T07:30', { product: { kind: 'catalogue', id: 'nope' } }),
      '/product/id',
      'not-in-catalogue',
    ],
  ])('refuses %s at its field', async (_, body, pointer, reason) => {
    expect(await record(body)).toMatchObject({
      ok: false,
      failure: { code: 'invalid', fields: [{ pointer, reason }] },
    });
  });

  it('records the bleed it was for in the same act, and shows it as open', async () => {
    const [id, bleed] = [fresh(), fresh()];
    const body = treatment('2026-06-10T07:30', {
      reason: 'new-bleed',
      bleeds: [bleed],
      newBleed: {
        id: bleed,
        site: 'ankle',
        side: 'left',
        cause: 'spontaneous',
        severity: 0,
        startedAt: { local: '2026-06-10T06:00', zone: 'Europe/London' },
      },
    });
    expect(await record(body, id)).toMatchObject({ ok: true });
    expect((await world.state()).openBleeds).toMatchObject([{ id: bleed, site: 'ankle' }]);
  });

  it('refuses a treatment for a bleed that is not in this diary, and keeps nothing of it', async () => {
    const id = fresh();
    const body = treatment('2026-06-10T07:30', { reason: 'new-bleed', bleeds: ['nowhere'] });
    expect(await record(body, id)).toEqual({
      ok: false,
      failure: { code: 'invalid', fields: [{ pointer: '/bleeds/0', reason: 'not-there' }] },
    });
    expect(await world.context.store.get(entry, entry.key({ ...DIARY, entry: id }))).toBeUndefined();
    const other = fresh();
    expect(await record(treatment('2026-06-10T07:30'), other)).toMatchObject({ ok: true });
    expect(await record({ ...body, bleeds: [other] }, id), 'another treatment is no bleed').toMatchObject({
      failure: { fields: [{ pointer: '/bleeds/0', reason: 'not-there' }] },
    });
  });

  it('lets staff record from paper, and stops at once when they have left', async () => {
    const caller = world.staff('nurse');
    const body = treatment('2026-06-09T07:30', { source: 'paper', passed: ['possible-duplicate'] });
    const id = fresh();
    expect(await recordTreatment(world.context, caller, DIARY, id, body)).toMatchObject({ ok: true });
    expect((await world.context.store.get(entry, entry.key({ ...DIARY, entry: id })))?.source).toBe('paper');
    const member = await world.context.store.get(staff, staff.key(caller));
    await world.context.store.put(staff, { ...member, status: 'ended' });
    expect(
      await recordTreatment(world.context, caller, DIARY, fresh(), treatment('2026-06-08T07:30')),
    ).toEqual({
      ok: false,
      failure: { code: 'signed-out' },
    });
    await world.context.store.put(staff, { ...member });
  });

  it('takes nothing more into a diary that was closed', async () => {
    await world.putPatient({
      stop: { at: NOW, reason: 'died' },
      recording: { stage: 'stopped', since: NOW, openDoses: [] },
    });
    expect(await record()).toEqual({ ok: false, failure: { code: 'not-now' } });
  });
});
