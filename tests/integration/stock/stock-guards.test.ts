import { beforeEach, describe, expect, it } from 'vitest';
import { products } from '#catalogue/catalogue.ts';
import { NEVER_S, stock } from '#table/entities/stock.ts';
import { created } from '#table/item.ts';
import { correctTreatment } from '#usecases/diary/correct-treatment.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { voidEntry } from '#usecases/diary/void-entry.ts';
import type { Person } from '#usecases/ports/context.ts';
import { countStock } from '#usecases/stock/count-stock.ts';
import { deliverStock } from '#usecases/stock/deliver-stock.ts';
import { takeBackDelivery } from '#usecases/stock/take-back-delivery.ts';
import { warmStock } from '#usecases/stock/warm-stock.ts';
import { wasteStock } from '#usecases/stock/waste-stock.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';
import { meanwhile } from '../../support/meanwhile.ts';
import { putDiary } from '../../support/put-diary.ts';

const NOW = '2026-06-10T12:00:00Z';
const BROTHER = { centre: 'moorside', patient: 'p2' } as const;
const row = { productId: 'elocta', strength: 2000, batch: 'AB12' };
const rowKey = (diary: typeof DIARY | typeof BROTHER) =>
  stock.key({ ...diary, product: 'elocta', strength: 2000, normalisedBatch: 'AB12' });

let world: DiaryWorld;
let made = 0;
const fresh = (): string => `g${String((made += 1))}`;
const told = (on = '2026-06-10') => ({ mutationId: fresh(), typedAt: NOW, on, passed: [] });
const ann = (): Person => ({ ...world.person('ann'), diaries: [DIARY, BROTHER] });
const deliver = (
  count: number,
  { context = world.context, on = '2026-06-10', id = fresh(), who = ann() } = {},
) =>
  deliverStock(context, who, DIARY, { id, body: { ...told(on), how: 'typed', lines: [{ ...row, count }] } });
const count = (counted: number, id = fresh()) =>
  countStock(world.context, ann(), DIARY, { id, body: { ...told(), lines: [{ ...row, count: counted }] } });
const waste = (amount: number) =>
  wasteStock(world.context, ann(), DIARY, {
    id: fresh(),
    body: { ...told(), ...row, count: amount, reason: 'broken' },
  });
const takeBack = (delivery: string, context = world.context) =>
  takeBackDelivery(context, ann(), DIARY, { id: fresh(), body: { ...told(), delivery } });
const left = async (diary: typeof DIARY | typeof BROTHER = DIARY) =>
  (await world.context.store.get(stock, rowKey(diary)))?.count;
const wrong = (pointer: string, reason: string) => ({ failure: { fields: [{ pointer, reason }] } });

beforeEach(async () => {
  world = await startDiaryWorld(NOW);
  await world.putPatient();
  await putDiary(world.context, BROTHER);
  for (const diary of [DIARY, BROTHER]) await world.putLink('ann', diary);
  return () => world.stop();
});

describe('the boxes at home', () => {
  it('are told of by nobody whose token is for another diary, though a link is there', async () => {
    const who = { ...ann(), diaries: [BROTHER] };
    expect(await deliver(1, { who })).toMatchObject({ failure: { code: 'not-found' } });
    expect(await left()).toBeUndefined();
  });

  it('say nothing of how things stand to whoever may not tell of them, nor in a closed diary', async () => {
    expect(await waste(1)).toMatchObject(wrong('/batch', 'not-there'));
    await world.putPatient({ stop: { at: NOW, reason: 'left' } });
    expect(await waste(1)).toMatchObject({ failure: { code: 'not-now' } });
    await world.putLink('ann', { endedAt: NOW });
    expect(await waste(1)).toMatchObject({ failure: { code: 'not-found' } });
  });

  it('take nothing where the consent is revoked at that very moment', async () => {
    const revoke = () => world.putPatient({ consent: { state: 'revoked' }, version: 2 });
    const context = meanwhile(world.context, revoke, 'state');
    expect(await deliver(1, { context })).toMatchObject({ failure: { code: 'consent-needed' } });
    expect(await left()).toBeUndefined();
  });

  it('ask about boxes that came before a count of that very moment', async () => {
    const context = meanwhile(world.context, () => count(6), 'state');
    expect(await deliver(4, { context, on: '2026-06-09' })).toMatchObject({
      failure: { questions: [{ pointer: '/on', reason: 'counted-since' }] },
    });
    expect(await left()).toBe(6);
  });

  it('add up where two tell of deliveries at once', async () => {
    const context = meanwhile(world.context, () => deliver(3), 'row');
    expect(await deliver(4, { context })).toMatchObject({ ok: true });
    expect(await left()).toBe(7);
  });

  it('keep a row that was empty for long, where it is filled at the moment it would be taken off', async () => {
    const old = { at: '2026-01-01T00:00:00Z', by: 'test', mutationId: 'old' };
    const other = { product: 'elocta', strength: 1000, normalisedBatch: 'OLD1' };
    const put = (counted: number, version: number) =>
      world.context.store.put(stock, {
        ...DIARY,
        ...other,
        batch: 'OLD1',
        count: counted,
        drawn: 0,
        stockedAt: old.at,
        ...created(old, NEVER_S),
        version,
      });
    await put(0, 1);
    await deliver(1, { context: meanwhile(world.context, () => put(5, 2), 'row') });
    expect(await world.context.store.get(stock, stock.key({ ...DIARY, ...other }))).toMatchObject({
      count: 5,
    });
  });

  it('are not wasted where nobody ever told of them', async () => {
    await recordTreatment(world.context, ann(), DIARY, fresh(), {
      ...treatment('2026-06-10T07:30'),
      containers: [{ strength: 2000, count: 1, batch: { kind: 'known', number: 'AB12' } }],
    });
    expect(await left()).toBe(-1);
    expect(await waste(1)).toMatchObject(wrong('/batch', 'not-there'));
  });

  it('are not warmed where the product may not be', async () => {
    const cold = products.find((one) => one.roomTemperatureMonths === undefined && one.strengths.length > 0);
    const body = {
      ...told(),
      productId: cold?.id ?? '',
      strength: cold?.strengths[0]?.value ?? 0,
      batch: 'C1',
    };
    expect(await warmStock(world.context, ann(), DIARY, { id: fresh(), body })).toMatchObject(
      wrong('/productId', 'not-in-list'),
    );
  });
});

describe('a delivery is taken back', () => {
  it('once, also by two at the same moment', async () => {
    await deliver(4, { id: 'wrong' });
    await deliver(2);
    const late = meanwhile(world.context, () => takeBack('wrong'), 'delivery');
    expect(await takeBack('wrong', late)).toMatchObject(wrong('/delivery', 'taken-back'));
    expect(await left()).toBe(2);
  });

  it('and nothing else', async () => {
    await count(6, 'counted');
    expect(await takeBack('counted')).toMatchObject(wrong('/delivery', 'not-there'));
    expect(await left()).toBe(6);
  });
});

describe('a brother’s box', () => {
  const borrowed = (from: { readonly centre: string; readonly patient: string } = BROTHER) =>
    treatment('2026-06-10T06:30', {
      boxFrom: from,
      containers: [{ strength: 2000, count: 1, batch: { kind: 'known', number: 'AB12' } }],
    });
  const refused = wrong('/boxFrom', 'not-there');

  it('is not the patient’s own, and none of another centre to staff', async () => {
    expect(await recordTreatment(world.context, ann(), DIARY, fresh(), borrowed(DIARY))).toMatchObject(
      refused,
    );
    expect(await recordTreatment(world.context, world.staff(), DIARY, fresh(), borrowed())).toMatchObject(
      refused,
    );
    expect(await left(BROTHER)).toBeUndefined();
  });

  it.each([
    ['closed', { stop: { at: NOW, reason: 'left' as const } }, 'not-now'],
    ['without a consent', { consent: { state: 'revoked' as const } }, 'consent-needed'],
    ['counted', { stockCountedAt: '2026-06-10T11:00:00Z' }, 'busy'],
  ])('stays in a diary that is %s at that very moment', async (_, more, code) => {
    const change = () => putDiary(world.context, BROTHER, { ...more, version: 2 });
    const context = meanwhile(world.context, change, 'lender');
    expect(await recordTreatment(context, ann(), DIARY, fresh(), borrowed())).toMatchObject({
      failure: { code },
    });
    expect(await left(BROTHER)).toBeUndefined();
  });

  it('that was given before the last count is in that count', async () => {
    await putDiary(world.context, BROTHER, { stockCountedAt: '2026-06-10T11:00:00Z' });
    expect(await recordTreatment(world.context, ann(), DIARY, fresh(), borrowed())).toMatchObject({
      ok: true,
    });
    expect(await left(BROTHER)).toBeUndefined();
  });

  it('is corrected to no third diary, nor to one that is not reached; out of a closed one it stays out', async () => {
    const third = { centre: 'moorside', patient: 'p3' };
    const at = (body: ReturnType<typeof borrowed>, id: string) =>
      correctTreatment(world.context, ann(), DIARY, { id, version: 1, body });
    await recordTreatment(world.context, ann(), DIARY, 'lent', borrowed());
    expect(await at(borrowed(third), 'lent')).toMatchObject(refused);
    await recordTreatment(world.context, ann(), DIARY, 'own', treatment('2026-06-09T06:30'));
    expect(await at(borrowed(third), 'own')).toMatchObject(refused);
    await putDiary(world.context, BROTHER, { stop: { at: NOW, reason: 'left' } });
    const body = { mutationId: fresh(), reason: 'Not given' };
    expect(await voidEntry(world.context, ann(), DIARY, { id: 'lent', version: 1, body })).toMatchObject({
      ok: true,
    });
    expect(await left(BROTHER)).toBe(-1);
  });
});
