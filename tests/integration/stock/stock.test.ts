import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TreatmentBody } from '#contracts/entries.ts';
import type { CountedBody, DeliveredBody, StockRow } from '#contracts/stock.ts';
import { state } from '#table/entities/state.ts';
import * as patterns from '#table/patterns.ts';
import { correctTreatment } from '#usecases/diary/correct-treatment.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { viewMonth } from '#usecases/diary/view-month.ts';
import { voidEntry } from '#usecases/diary/void-entry.ts';
import type { Act } from '#usecases/ports/store.ts';
import { withhold } from '#usecases/withheld/withhold.ts';
import { countStock } from '#usecases/stock/count-stock.ts';
import { deliverStock } from '#usecases/stock/deliver-stock.ts';
import { readStock } from '#usecases/stock/read-stock.ts';
import { recallBatch } from '#usecases/stock/recall-batch.ts';
import { takeBackDelivery } from '#usecases/stock/take-back-delivery.ts';
import { warmStock } from '#usecases/stock/warm-stock.ts';
import { wasteStock } from '#usecases/stock/waste-stock.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';

const NOW = '2026-06-10T12:00:00Z';
const BATCH = 'AB-12 O1';
let world: DiaryWorld;
let made = 0;
let patient = 0;
const fresh = (): string => `s${String((made += 1))}`;
const row = { productId: 'elocta', strength: 2000, batch: 'ab12 01' };
const told = () => ({ mutationId: fresh(), typedAt: NOW, on: '2026-06-10', passed: [] });

const diary = () => ({ ...DIARY, patient: `p${String(patient)}` });
const ann = () => ({ ...world.person('ann'), diaries: [diary()] });
const record = (body: TreatmentBody = treatment('2026-06-10T07:30'), id = fresh()) =>
  recordTreatment(world.context, ann(), diary(), id, body);
const deliver = (count: number, more: Partial<DeliveredBody> = {}) =>
  deliverStock(world.context, ann(), diary(), {
    id: fresh(),
    body: { ...told(), how: 'typed', lines: [{ ...row, count, expiresOn: '2027-03-31' }], ...more },
  });
const count = (counted: number, more: Partial<CountedBody> = {}) =>
  countStock(world.context, ann(), diary(), {
    id: fresh(),
    body: { ...told(), lines: [{ ...row, count: counted }], ...more },
  });
const shelf = async (who = ann()) => {
  const read = await readStock(world.context, who, diary());
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
};
const left = async (who = ann()): Promise<number | undefined> =>
  (await shelf(who)).rows.find(({ batch }) => batch !== undefined)?.count;
const first = async (): Promise<StockRow | undefined> => (await shelf()).rows[0];

beforeAll(async () => {
  world = await startDiaryWorld(NOW);
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.at(NOW);
  patient += 1;
  const quiet = { stage: 'up-to-date' as const, since: NOW, openDoses: [] };
  await world.putPatient({ patient: diary().patient, recording: quiet });
  await world.putLink('ann', { patient: diary().patient });
});

describe('the stock at home', () => {
  it('is what was delivered less what treatments used, however the batch was typed', async () => {
    expect(await deliver(10)).toMatchObject({ ok: true });
    expect(await record()).toMatchObject({ ok: true });
    expect(await left()).toBe(9);
  });

  it('comes out the same where the treatment is sent before its delivery', async () => {
    await record();
    expect((await shelf()).rows).toEqual([]);
    await deliver(10);
    expect(await left()).toBe(9);
  });

  it('gives back what a correction no longer uses, and all of what is taken out', async () => {
    await deliver(10);
    const id = fresh();
    const two = [{ strength: 2000, count: 2, batch: { kind: 'known' as const, number: BATCH } }];
    await record(treatment('2026-06-10T07:30', { containers: two }), id);
    expect(await left()).toBe(8);
    const body = treatment('2026-06-10T07:30');
    await correctTreatment(world.context, ann(), diary(), { id, body, version: 1 });
    expect(await left()).toBe(9);
    const given = { id, body: { mutationId: fresh(), reason: 'undone' }, version: 2 };
    await voidEntry(world.context, ann(), diary(), given);
    expect(await left()).toBe(10);
  });

  it('leaves it alone when it was not from home, and never holds a recording up', async () => {
    await deliver(1);
    await record(treatment('2026-06-10T07:30', { fromHomeStock: false }));
    expect(await left()).toBe(1);
    await record(treatment('2026-06-09T07:30', { passed: ['possible-duplicate'] }));
    await record(treatment('2026-06-08T07:30', { passed: ['possible-duplicate'] }));
    expect(await first()).toMatchObject({ count: -1 });
  });

  it('takes nothing twice when the same treatment is sent twice', async () => {
    await deliver(10);
    const [id, body] = [fresh(), treatment('2026-06-10T07:30')];
    await record(body, id);
    await record(body, id);
    expect(await left()).toBe(9);
  });

  it('costs a recording no call: the stock is part of its one transaction', async () => {
    await deliver(10);
    const calls: (readonly Act[])[] = [];
    const { store } = world.context;
    const counting: typeof store = {
      ...store,
      transact: (acts) => {
        calls.push(acts);
        return store.transact(acts);
      },
    };
    const context = { ...world.context, store: counting };
    await recordTreatment(context, ann(), diary(), fresh(), treatment('2026-06-10T07:30'));
    expect(calls).toHaveLength(1);
    expect(calls[0]?.filter(({ act }) => act === 'tally')).toHaveLength(1);
  });

  it('keeps what is counted for good, and lets what was only used go after 90 days', async () => {
    await record();
    const goes = await world.context.store.queryAll(patterns.stockOf(DIARY.centre, diary().patient));
    expect(goes[0]?.item.expiresAt).toBe(Date.parse('2026-09-08T12:00:00Z') / 1000);
    await deliver(3);
    await record(treatment('2026-06-07T07:30', { passed: ['possible-duplicate'] }));
    const stays = await world.context.store.queryAll(patterns.stockOf(DIARY.centre, diary().patient));
    expect(stays[0]?.item.expiresAt).toBeGreaterThan(Date.parse('2099-01-01T00:00:00Z') / 1000);
  });
});

describe('a stock-take', () => {
  it('is what is there from then on, and writes down what should have been', async () => {
    await deliver(10);
    expect(await count(7)).toMatchObject({ ok: true });
    const { movements, rows, lastCountedOn } = await shelf();
    expect(rows[0]?.count).toBe(7);
    expect(lastCountedOn).toBe('2026-06-10');
    const found = movements.find(({ kind }) => kind === 'counted');
    expect(found).toMatchObject({ recordedBy: 'you', lines: [{ count: 7, expected: 10 }] });
  });

  it('has in it already what was given before it, whenever that is typed in, corrected or taken out', async () => {
    await deliver(10);
    await count(7);
    const id = fresh();
    expect(await record(treatment('2026-06-09T07:30'), id)).toMatchObject({ ok: true });
    expect(await left()).toBe(7);
    const given = { id, body: { mutationId: fresh(), reason: 'undone' }, version: 1 };
    await voidEntry(world.context, ann(), diary(), given);
    expect(await left()).toBe(7);
  });

  it('that comes late from a phone keeps what was used since', async () => {
    await deliver(10);
    await record(treatment('2026-06-10T12:30'));
    world.at('2026-06-10T13:00:00Z');
    await count(9, { typedAt: '2026-06-10T09:00:00Z' });
    const { movements } = await shelf();
    expect(await left()).toBe(8);
    expect(movements.find(({ kind }) => kind === 'counted')?.lines[0]).toMatchObject({
      count: 9,
      expected: 10,
    });
  });

  it('is asked about by boxes that came before it', async () => {
    await deliver(10);
    await count(7);
    const late = { on: '2026-06-01' };
    expect(await deliver(5, late)).toMatchObject({ failure: { questions: [{ reason: 'counted-since' }] } });
    expect(await deliver(5, { ...late, passed: ['counted-since'] })).toMatchObject({ ok: true });
    expect(await left()).toBe(12);
  });
});

describe('a delivery', () => {
  it('of more than 30 days before it was typed is asked about, and not for having waited on a phone', async () => {
    const old = { on: '2026-05-01' };
    expect(await deliver(5, old)).toMatchObject({
      failure: { questions: [{ pointer: '/on', reason: 'long-ago' }] },
    });
    expect(await left()).toBeUndefined();
    expect(await deliver(5, { ...old, passed: ['long-ago'] })).toMatchObject({ ok: true });
    expect(await deliver(5, { ...old, typedAt: '2026-05-02T08:00:00Z' })).toMatchObject({ ok: true });
    await count(9);
    expect(await deliver(1, old)).toMatchObject({
      failure: { questions: [{ reason: 'long-ago' }, { reason: 'counted-since' }] },
    });
  });
});

describe('a batch', () => {
  it('out of the refrigerator ends six months later, from the first day', async () => {
    await deliver(4);
    const warm = (on: string) =>
      warmStock(world.context, ann(), diary(), { id: fresh(), body: { ...told(), ...row, on } });
    await warm('2026-06-01');
    await warm('2026-06-08');
    expect(await first()).toMatchObject({ roomTemperatureSince: '2026-06-01', usableUntil: '2026-12-01' });
  });

  it('can’t be wasted beyond what is there, nor where there is none', async () => {
    const waste = (amount: number) =>
      wasteStock(world.context, ann(), diary(), {
        id: fresh(),
        body: { ...told(), ...row, count: amount, reason: 'broken' },
      });
    expect(await waste(1)).toMatchObject({
      failure: { fields: [{ pointer: '/batch', reason: 'not-there' }] },
    });
    await deliver(2);
    expect(await waste(3)).toMatchObject({
      failure: { fields: [{ pointer: '/count', reason: 'too-much' }] },
    });
    expect(await waste(2)).toMatchObject({ ok: true });
    expect((await shelf()).rows).toEqual([]);
  });

  it('that is called back is flagged where it is held, asked about at recording, and not counted on', async () => {
    await deliver(4);
    const body = {
      productId: 'elocta',
      batch: 'AB 12-O1',
      since: '2026-06-10',
      note: 'By the maker',
      ended: false,
    };
    const recall = (ended: boolean, id: string) =>
      recallBatch(world.context, world.staff(), { id, body: { ...body, ended, mutationId: fresh() } });
    const id = fresh();
    expect(await recall(false, id)).toMatchObject({ ok: true });
    expect(await first()).toMatchObject({ recalled: { since: '2026-06-10', note: 'By the maker' } });
    expect(await record()).toMatchObject({
      failure: { code: 'question', questions: [{ pointer: '/containers/0/batch', reason: 'recalled' }] },
    });
    const month = await viewMonth(world.context, ann(), diary(), '2026-06');
    expect(month).toMatchObject({
      value: { stock: [{ recalled: true }], stockNotices: [{ kind: 'recalled', batch: 'ab12 01' }] },
    });
    expect(await record(treatment('2026-06-10T07:30', { passed: ['recalled'] }))).toMatchObject({ ok: true });
    await recall(true, id);
    expect((await first())?.recalled).toBeUndefined();
  });
});

describe('what the stock tells', () => {
  it('beside the month: batches nearest their last day first, low stock by the plan, nothing where none counts', async () => {
    expect((await viewMonth(world.context, ann(), diary(), '2026-06')).ok).toBe(true);
    expect(await viewMonth(world.context, ann(), diary(), '2026-06')).not.toHaveProperty('value.stock');
    const lines = [
      { ...row, count: 1, expiresOn: '2027-03-31' },
      { ...row, batch: 'C3', count: 1, expiresOn: '2026-06-20' },
    ];
    await deliver(1, { lines });
    await world.context.store.put((await import('#table/entities/diary.ts')).plan, {
      ...diary(),
      plan: 'plan-1',
      effectiveOn: '2026-06-01',
      regimens: [
        {
          kind: 'routine',
          productId: 'elocta',
          amount: { value: 2000, unit: 'IU', moiety: 'FVIII' },
          anchor: '2026-06-10',
          schedule: { kind: 'every-days', days: 2 },
          dosesPerDay: 1,
        },
      ],
      setAt: NOW,
      setBy: 'test',
      schemaVersion: 1,
      version: 1,
      mutationId: 'm',
      createdAt: NOW,
      createdBy: 't',
      updatedAt: NOW,
      updatedBy: 't',
    });
    expect(await viewMonth(world.context, ann(), diary(), '2026-06')).toMatchObject({
      value: {
        stock: [
          { batch: 'C3', usableUntil: '2026-06-20' },
          { batch: 'ab12 01', usableUntil: '2027-03-31' },
        ],
        stockNotices: [
          { kind: 'low', productName: 'Elocta', runsOutOn: '2026-06-14' },
          { kind: 'soon', batch: 'C3', on: '2026-06-20' },
        ],
      },
    });
  });

  it('beside the month: what the open pen holds and since when, however long ago, and that a batch is used up', async () => {
    const pens = { productId: 'alhemo', strength: 60, batch: 'PEN1', count: 2, expiresOn: '2028-01-31' };
    const lines = [pens, { ...row, count: 1 }];
    await deliver(1, { on: '2026-05-01', passed: ['long-ago'], lines });
    await record();
    // Before the days that are read with June.
    const dose = treatment('2026-05-02T07:30', {
      passed: ['long-ago'],
      product: { kind: 'catalogue', id: 'alhemo' },
      containers: [{ strength: 60, count: 1, batch: { kind: 'known', number: 'pen 1' } }],
      amount: { value: 10.5, unit: 'mg', moiety: 'concizumab' },
    });
    expect(await record(dose)).toMatchObject({ ok: true });
    const opened = { left: 49.5, openedOn: '2026-05-02' };
    const month = await viewMonth(world.context, ann(), diary(), '2026-06');
    expect(month).toMatchObject({
      value: {
        stock: [
          { batch: 'PEN1', unit: 'mg', count: 2, opened, usableUntil: '2026-05-30' },
          { batch: 'ab12 01', count: 0 },
        ],
        stockNotices: [{ kind: 'over', on: '2026-05-30' }],
      },
    });
  });

  it('beside the month: a spray, which has no batch, in sprays; and when it was counted', async () => {
    const spray = { productId: 'desmopressin-octim', strength: 150 };
    expect(await deliver(1, { lines: [{ ...spray, count: 2 }] })).toMatchObject({ ok: true });
    const dose = treatment('2026-06-10T07:30', {
      product: { kind: 'catalogue', id: spray.productId },
      containers: [{ strength: spray.strength, count: 1, batch: { kind: 'not-needed' } }],
      amount: { value: 300, unit: 'ug', moiety: 'desmopressin' },
    });
    expect(await record(dose)).toMatchObject({ ok: true });
    const month = async () => viewMonth(world.context, ann(), diary(), '2026-06');
    expect(await month()).toMatchObject({
      value: { stock: [{ ...spray, unit: 'ug', count: 2, opened: { left: 3450, actuations: 23 } }] },
    });
    world.at('2026-06-10T13:00:00Z');
    await count(0, { typedAt: '2026-06-10T13:00:00Z', lines: [{ ...spray, count: 0 }] });
    expect(await month()).toMatchObject({
      value: { stock: [{ ...spray, count: 0 }], stockCountedAt: '2026-06-10T13:00:00Z' },
    });
  });

  it('gives nothing away of a treatment that is withheld', async () => {
    await deliver(10);
    const id = fresh();
    await record(treatment('2026-06-10T07:30'), id);
    await world.putLink('ben', { patient: diary().patient });
    const ben = { ...world.person('ben'), diaries: [diary()] };
    const body = {
      mutationId: fresh(),
      from: { carers: false, accounts: ['ben'], centres: [] },
      reason: 'Asked for',
      reviewOn: '2026-07-01',
    };
    await withhold(world.context, world.staff(), { patient: diary().patient, what: 'entry', id, body });
    expect([await left(), await left(ben)]).toEqual([9, 10]);
  });
});

describe('the stock is closed', () => {
  it.each([
    ['whose link has ended', { endedAt: NOW }, 'not-found'],
    ['who may only look', { mayRecord: false }, 'not-allowed'],
    ['with an older statement', { statementAgreed: 2 }, 'statement-needed'],
  ])('to somebody %s: nothing is kept', async (_, more, code) => {
    await world.putLink('ann', { patient: diary().patient, ...more });
    expect(await deliver(10)).toMatchObject({ failure: { code } });
    const rows = await world.context.store.queryAll(patterns.stockOf(DIARY.centre, diary().patient));
    expect(rows).toEqual([]);
  });

  it('in a diary that is closed, to everybody', async () => {
    await world.putPatient({ patient: diary().patient, stop: { at: NOW, reason: 'left' } });
    expect(await deliver(10)).toMatchObject({ failure: { code: 'not-now' } });
    expect(await world.context.store.get(state, state.key(diary()))).not.toHaveProperty('stockCountedAt');
  });

  it('to days to come, unknown products, missing and repeated batches', async () => {
    const wrong = (lines: DeliveredBody['lines']) => deliver(1, { lines });
    const field = (pointer: string, reason: string) => ({ failure: { fields: [{ pointer, reason }] } });
    expect(await deliver(1, { on: '2026-06-11' })).toMatchObject(field('/on', 'in-the-future'));
    expect(await wrong([{ ...row, productId: 'none', count: 1 }])).toMatchObject(
      field('/lines/0/productId', 'not-in-catalogue'),
    );
    const { batch: _, ...noBatch } = row;
    expect(await wrong([{ ...noBatch, count: 1 }])).toMatchObject(field('/lines/0/batch', 'empty'));
    expect(
      await wrong([
        { ...row, count: 1 },
        { ...row, batch: BATCH, count: 1 },
      ]),
    ).toMatchObject(field('/lines/1/batch', 'repeated'));
  });

  it('does the same delivery sent twice once', async () => {
    const [id, body] = [fresh(), { ...told(), how: 'typed' as const, lines: [{ ...row, count: 10 }] }];
    const once = await deliverStock(world.context, ann(), diary(), { id, body });
    expect(await deliverStock(world.context, ann(), diary(), { id, body })).toEqual(once);
    const other = { ...body, mutationId: fresh() };
    expect(await deliverStock(world.context, ann(), diary(), { id, body: other })).toMatchObject({
      failure: { code: 'taken' },
    });
    expect(await left()).toBe(10);
  });
});

describe('a delivery that was told wrongly', () => {
  const takeBack = (delivery: string, id = fresh(), mutationId = fresh()) =>
    takeBackDelivery(world.context, ann(), diary(), { id, body: { ...told(), mutationId, delivery } });
  const told10 = async (): Promise<string> => {
    const made = await deliver(10);
    if (!made.ok) throw new Error(made.failure.code);
    return made.value.id;
  };

  it('is taken back once, and both stay in the history', async () => {
    const wrong = await told10();
    await deliver(4);
    expect(await takeBack(wrong, 'back-once', 'same-act')).toMatchObject({ ok: true });
    expect(await takeBack(wrong, 'back-once', 'same-act'), 'the same act again').toMatchObject({ ok: true });
    expect(await takeBack(wrong)).toMatchObject({
      failure: { fields: [{ pointer: '/delivery', reason: 'taken-back' }] },
    });
    expect(await left()).toBe(4);
    const { movements } = await shelf();
    expect(movements.map(({ kind, takenBack }) => [kind, takenBack])).toEqual(
      expect.arrayContaining([
        ['delivered', true],
        ['delivered', undefined],
        ['taken-back', undefined],
      ]),
    );
  });

  it('takes nothing out of what was counted since', async () => {
    const wrong = await told10();
    world.at('2026-06-10T13:00:00Z');
    await count(6, { typedAt: '2026-06-10T13:00:00Z' });
    await takeBack(wrong);
    expect(await left()).toBe(6);
  });

  it('takes back what was told after a count, however early the boxes came', async () => {
    await count(6);
    world.at('2026-06-10T13:00:00Z');
    const late = await deliver(10, { on: '2026-06-09', passed: ['counted-since'] });
    if (!late.ok) throw new Error(late.failure.code);
    await takeBack(late.value.id);
    expect(await left()).toBe(6);
  });

  it('takes with it what was thrown away of it, so that nothing is short; what was used stays short', async () => {
    const waste = (n: number) =>
      wasteStock(world.context, ann(), diary(), {
        id: fresh(),
        body: { ...told(), ...row, count: n, reason: 'other' },
      });
    const wrong = await told10();
    await waste(3);
    await takeBack(wrong);
    expect(await left(), 'nothing is there, and nothing was used').toBeUndefined();
    world.at('2026-06-10T13:00:00Z');
    const again = await told10();
    await record();
    await waste(3);
    await takeBack(again);
    expect(await left(), 'one was used that never came').toBe(-1);
  });

  it('is one of this diary, and a delivery', async () => {
    expect(await takeBack('nothing')).toMatchObject({ failure: { fields: [{ reason: 'not-there' }] } });
  });

  it('remembers the code of a scanned box for the next one', async () => {
    const gtin = '09504000059118';
    await deliver(1, { how: 'scanned', lines: [{ ...row, count: 1, gtin }] });
    const month = await viewMonth(world.context, ann(), diary(), '2026-06');
    expect(month).toMatchObject({ value: { stock: [{ gtin, productId: 'elocta', strength: 2000 }] } });
    expect((await shelf()).movements).toMatchObject([{ how: 'scanned' }]);
  });
});
