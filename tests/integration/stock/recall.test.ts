import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isNearBatch } from '#domain/stock/near-batch.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { deliverStock } from '#usecases/stock/deliver-stock.ts';
import { noteRecallContact } from '#usecases/stock/note-recall-contact.ts';
import { recallBatch } from '#usecases/stock/recall-batch.ts';
import { traceRecall } from '#usecases/stock/trace-recall.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';
import { meanwhile } from '../../support/meanwhile.ts';

const NOW = '2026-06-10T12:00:00Z';
let world: DiaryWorld;
let made = 0;
const fresh = (): string => `r${String((made += 1))}`;
const id = 'recall-1';

/** A patient of the centre, and what their carer records. */
const patient = async (name: string) => {
  const diary = { ...DIARY, patient: name };
  await world.putPatient({
    patient: name,
    identity: { givenName: name, familyName: 'Test', birthDate: '2015-01-01' },
    recording: { stage: 'up-to-date', since: NOW, openDoses: [] },
  });
  await world.putLink('ann', { patient: name });
  const ann = { ...world.person('ann'), diaries: [diary] };
  return {
    uses: (number: string | undefined, local = '2026-06-09T07:30') =>
      recordTreatment(
        world.context,
        ann,
        diary,
        fresh(),
        treatment(local, {
          passed: ['recalled'],
          containers: [
            {
              strength: 2000,
              count: 1,
              batch:
                number === undefined ? { kind: 'unknown', reason: 'thrown-away' } : { kind: 'known', number },
            },
          ],
        }),
      ),
    has: (batch: string, count = 3, productId = 'elocta') =>
      deliverStock(world.context, ann, diary, {
        id: fresh(),
        body: {
          mutationId: fresh(),
          typedAt: NOW,
          on: '2026-06-01',
          passed: [],
          how: 'typed',
          lines: [{ productId, strength: productId === 'elocta' ? 2000 : 500, batch, count }],
        },
      }),
  };
};
const traced = async () => {
  const answer = await traceRecall(world.context, world.staff(), { id, cursor: undefined });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
};
const of = async (name: string) => (await traced()).people.find((one) => one.patient === name);

beforeAll(async () => {
  world = await startDiaryWorld(NOW);
  const body = {
    mutationId: fresh(),
    productId: 'elocta',
    batch: 'AB-12 O1',
    since: '2026-06-08',
    note: 'By the maker',
    ended: false,
  };
  await recallBatch(world.context, world.staff(), { id, body });
  const used = await patient('used');
  await used.uses('ab12 01');
  await used.uses('AB1201', '2026-06-07T07:30');
  await (await patient('holds')).has('AB12-01');
  await (await patient('unknown')).uses(undefined);
  await (await patient('typo')).uses('AB1207');
  await (await patient('other-product')).has('AB1201', 2, 'advate');
  await (await patient('silent')).uses('ZZ99', '2026-06-01T07:30');
  await (await patient('left')).uses(undefined);
  await world.putPatient({ patient: 'left', stop: { at: NOW, reason: 'left' } });
  await (await patient('unrelated')).has('QQ1', 2, 'advate');
});
afterAll(() => world.stop());

describe('who is concerned by a recall', () => {
  it('are those who used it, with how often and when last, however it was typed', async () => {
    expect(await of('used')).toMatchObject({
      name: 'Test, used',
      used: { times: 2, last: '2026-06-09T06:30:00Z' },
      blind: [],
    });
  });

  it('are those who have it at home', async () => {
    expect(await of('holds')).toMatchObject({ held: 3, blind: [] });
  });

  it.each([
    ['unknown', ['batch-not-known']],
    ['typo', ['near-match']],
    ['other-product', ['near-match', 'not-recorded-since']],
    ['silent', ['not-recorded-since']],
  ])('may be those of whom the record can’t tell: %s', async (name, blind) => {
    const found = await of(name);
    expect(found?.blind.filter((spot) => blind.includes(spot))).not.toEqual([]);
    expect(found).not.toHaveProperty('used');
  });

  it('are not those who have nothing to do with the product, and nobody is looked for whose diary is closed', async () => {
    expect(await of('unrelated')).toBeUndefined();
    expect(await of('left')).toBeUndefined();
  });
});

describe('telling them', () => {
  const note = (state: 'phoned' | 'acknowledged', mutationId = fresh(), patientId = 'holds') =>
    noteRecallContact(world.context, world.staff(), { id, patient: patientId, body: { mutationId, state } });

  it('is noted to the end, the same act once', async () => {
    expect((await of('holds'))?.contact).toBeUndefined();
    expect(await note('phoned', 'same')).toMatchObject({ ok: true });
    expect(await note('phoned', 'same')).toMatchObject({ ok: true });
    expect(await note('acknowledged')).toMatchObject({ value: { state: 'acknowledged' } });
    expect((await of('holds'))?.contact).toMatchObject({ state: 'acknowledged' });
  });

  it('says who noted it by the name people call them, not the one they sign in with', async () => {
    await note('phoned');
    expect((await of('holds'))?.contact?.by).toBe('A data-manager');
  });

  it('is of a recall and a patient that there are', async () => {
    expect(await note('phoned', fresh(), 'nobody')).toMatchObject({ failure: { code: 'not-found' } });
    const other = {
      id: 'no-recall',
      patient: 'holds',
      body: { mutationId: fresh(), state: 'phoned' as const },
    };
    expect(await noteRecallContact(world.context, world.staff(), other)).toMatchObject({
      failure: { code: 'not-found' },
    });
  });

  it('overwrites nothing that a colleague notes at that very moment', async () => {
    const late = meanwhile(world.context, () => note('acknowledged'), 'contact');
    const body = { mutationId: fresh(), state: 'phoned' as const };
    expect(await noteRecallContact(late, world.staff(), { id, patient: 'holds', body })).toMatchObject({
      failure: { code: 'busy' },
    });
    expect((await of('holds'))?.contact).toMatchObject({ state: 'acknowledged' });
  });
});

describe('batches that are nearly the same', () => {
  it.each([
    ['AB1201', 'AB1207', true],
    ['AB1201', 'AB120', true],
    ['AB1201', 'AB12O1', false],
    ['AB1201', 'A81207', false],
    ['AB1201', '1AB1201', true],
    ['AB1201', 'BA1201', false],
  ])('%s and %s: %s', (one, other, is) => {
    expect(isNearBatch(one, other)).toBe(is);
    expect(isNearBatch(other, one)).toBe(is);
  });
});
