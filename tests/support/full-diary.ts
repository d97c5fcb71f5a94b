import { plan } from '#table/entities/diary.ts';
import { photo } from '#table/entities/photo.ts';
import { created } from '#table/item.ts';
import { recordBleed } from '#usecases/diary/record-bleed.ts';
import { confirmPeriod, markNotTaken } from '#usecases/diary/record-period.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { voidEntry } from '#usecases/diary/void-entry.ts';
import { deliverStock } from '#usecases/stock/deliver-stock.ts';
import { wasteStock } from '#usecases/stock/waste-stock.ts';
import { DIARY, treatment, type DiaryWorld } from './diary-world.ts';

/** The days that {@link putFullDiary} writes about. */
export const SPAN = { from: '2026-05-01', to: '2026-06-30' } as const;

const NOW = '2026-06-10T12:00:00Z';

const putPlans = async ({ context: { store } }: DiaryWorld): Promise<void> => {
  const regimen = {
    kind: 'routine' as const,
    productId: 'elocta',
    amount: { value: 2000, unit: 'IU' as const, moiety: 'FVIII' as const },
    anchor: '2026-06-01',
    schedule: { kind: 'every-days' as const, days: 4 },
    dosesPerDay: 1,
  };
  const stamp = created({ at: NOW, by: 'test', mutationId: 'seeded' });
  const setBy = 'staff-nurse';
  const plans = [
    { plan: 'plan-1', effectiveOn: '2026-06-01', regimens: [regimen], setAt: '2026-06-01T00:00:00Z' },
    { plan: 'plan-2', effectiveOn: '2026-12-01', regimens: [], setAt: '2026-06-02T00:00:00Z' },
  ];
  for (const one of plans) await store.put(plan, { ...DIARY, ...one, setBy, ...stamp });
};

const act = (mutationId: string) => ({ mutationId, typedAt: NOW, passed: [] });

/** A diary that has everything in it once: each kind of entry, two batches in one treatment, one taken out, plans. */
export const putFullDiary = async (world: DiaryWorld): Promise<void> => {
  const { context } = world;
  await world.putPatient({ recording: { stage: 'up-to-date', since: NOW, openDoses: [] } });
  await world.putLink('ann');
  await putPlans(world);
  const ann = world.person('ann');
  const bleed = {
    cause: 'spontaneous' as const,
    severity: 1 as const,
    startedAt: { local: '2026-06-04T20:00', zone: 'Europe/London' },
  };
  const done = [
    await recordTreatment(
      context,
      ann,
      DIARY,
      't1',
      treatment('2026-06-01T07:30', { note: '=HYPERLINK("http://example.org")' }),
    ),
    await recordBleed(context, ann, DIARY, 'b1', {
      ...act('b1'),
      ...bleed,
      site: 'ankle',
      side: 'left',
      pain: 4,
      note: 'After the stairs, ŵ and ŷ',
    }),
    await recordBleed(context, ann, DIARY, 'b2', {
      ...act('b2'),
      ...bleed,
      site: 'nose',
      side: 'none',
      startedAt: { local: '2026-05-20T20:00', zone: 'Europe/London' },
      endedAt: { local: '2026-05-20T21:00', zone: 'Europe/London' },
      response: 'good',
    }),
    await recordTreatment(
      context,
      ann,
      DIARY,
      't2',
      treatment('2026-06-05T07:30', {
        reason: 'new-bleed',
        bleeds: ['b1'],
        containers: [
          {
            strength: 1000,
            count: 1,
            batch: { kind: 'known', number: 'LOT-ONE' },
            expiresOn: '2027-03-31',
          },
          { strength: 1000, count: 1, batch: { kind: 'unknown', reason: 'thrown-away' } },
        ],
      }),
    ),
    await recordTreatment(context, ann, DIARY, 't3', treatment('2026-06-06T07:30')),
    await voidEntry(context, ann, DIARY, {
      id: 't3',
      version: 1,
      body: { mutationId: 'void-t3', reason: 'Typed twice' },
    }),
    await markNotTaken(context, ann, DIARY, 'n1', {
      ...act('n1'),
      from: '2026-06-09',
      to: '2026-06-09',
      reason: 'unwell',
    }),
    await deliverStock(context, ann, DIARY, {
      id: 's1',
      body: {
        ...act('s1'),
        on: '2026-06-02',
        how: 'typed',
        lines: [
          { productId: 'elocta', strength: 1000, batch: 'LOT-TWO', count: 12, expiresOn: '2027-05-31' },
        ],
      },
    }),
    await wasteStock(context, ann, DIARY, {
      id: 's2',
      body: {
        ...act('s2'),
        on: '2026-06-08',
        productId: 'elocta',
        strength: 1000,
        batch: 'LOT-TWO',
        count: 2,
        reason: 'broken',
      },
    }),
    await confirmPeriod(context, ann, DIARY, 'c1', {
      ...act('c1'),
      from: '2026-05-21',
      to: '2026-05-31',
      answers: ['no-bleeds'],
    }),
  ];
  await context.store.put(photo, {
    ...DIARY,
    photo: 'photo-1',
    bleed: 'b1',
    contentType: 'image/jpeg',
    bytes: 4,
    ...created({ at: NOW, by: 'ann', mutationId: 'photo-1' }),
  });
  for (const answer of done) if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
};
