import * as z from 'zod';
import { day, id, instant } from '#contracts/text.ts';
import { MOVEMENT_KINDS, WASTE_REASONS } from '#domain/stock/stock-words.ts';
import { NO_BATCH } from '#domain/stock/stock-draws.ts';
import { entity } from '../entity.ts';
import { centreKey, diaryKey, key } from '../key.ts';

interface Diary {
  centre: string;
  patient: string;
}

const row = {
  product: id,
  strength: z.number(),
  /** As typed or scanned; missing where the product has none. */
  batch: z.string().optional(),
  /** For matching only: see the domain’s normaliseBatch; `-` where there is no batch. */
  normalisedBatch: z.string(),
};

/**
 * What is counted carries this as its end, the year 2100: a treatment that draws without reading gives a row an end only
 * where it has none, so that what was never put into stock goes by itself and nothing else does.
 */
export const NEVER_S = 4_102_444_800;

/**
 * The strength is part of the key: counts of two strengths are never added, even where a slip of the finger made two
 * of one batch.
 */
export const stock = entity({
  type: 'stock',
  describes: 'What is at home of one batch and strength, as a sum of what came in and what went out.',
  template: {
    pk: 'CENTRE#{centre}#PATIENT#{patient}',
    sk: 'STOCK#{product}#{normalised batch}#{strength}',
  },
  fields: z.object({
    centre: id,
    patient: id,
    ...row,
    expiresOn: day.optional(),
    /** Of the code on its box, where it was scanned: the next box with that code is known. */
    gtin: z.string().optional(),
    /** Containers in less containers out; below nothing, more was used than was put in. */
    count: z.int(),
    /** Drawn from multi-dose containers, in the product's unit. */
    drawn: z.number(),
    /**
     * Since when it is counted. Missing where it was only used: a treatment may reach us before the delivery that it
     * was taken from, and the sum must come out right all the same.
     */
    stockedAt: instant.optional(),
    roomTemperatureSince: day.optional(),
  }),
  key: (ids: Diary & { product: string; normalisedBatch: string; strength: number }) => ({
    pk: diaryKey(ids.centre, ids.patient),
    sk: key('STOCK', ids.product, ids.normalisedBatch, ids.strength),
  }),
  indexes: (item) => ({
    batch:
      item.stockedAt === undefined || item.normalisedBatch === NO_BATCH
        ? undefined
        : [
            key('CENTRE', item.centre, 'BATCH', item.product, item.normalisedBatch),
            key('held', item.patient, item.stockedAt),
          ],
  }),
  retention: {
    keep: 'until the batch is used up, or 90 days where it was never put into stock',
    why: 'What is at home, and who holds a recalled batch.',
  },
  readers: 'The patient, linked carers and the centre’s staff; recall traces.',
});

/** Uses are not among them: they are in the treatments. */
export const stockMovement = entity({
  type: 'stock-movement',
  describes:
    'A delivery, a stock-take, a waste, the day a box left the refrigerator, or a delivery taken back, as it was told.',
  template: { pk: 'CENTRE#{centre}#PATIENT#{patient}', sk: 'STOCKED#{movement}' },
  fields: z.object({
    centre: id,
    patient: id,
    movement: id,
    kind: z.enum(MOVEMENT_KINDS),
    on: day,
    how: z.enum(['typed', 'scanned']),
    reason: z.enum(WASTE_REASONS).optional(),
    lines: z.array(
      z.object({
        ...row,
        /** Came, went or was counted. */
        count: z.int(),
        expiresOn: day.optional(),
        gtin: z.string().optional(),
        /** Of a stock-take: what should have been there. */
        expected: z.int().optional(),
        /** Lent from multi-dose containers, in the product’s unit. */
        drawn: z.number().optional(),
      }),
    ),
    /** Of a delivery that was told wrongly: the movement that took it back. */
    takenBack: id.optional(),
    recordedBy: z.object({ account: z.string(), staff: z.boolean() }),
    typedAt: instant,
    /** Of what was lent: the treatment, in another diary of the same account. Never shown to who can’t open that one. */
    usedFor: z.object({ centre: id, patient: id, entry: id, at: instant }).optional(),
  }),
  key: (ids: Diary & { movement: string }) => ({
    pk: diaryKey(ids.centre, ids.patient),
    sk: key('STOCKED', ids.movement),
  }),
  // Behind every entry of the same diary, whose places begin with a date.
  indexes: (item) => ({ timeline: key('STOCK', item.on, item.movement) }),
  retention: { keep: 'until erasure', why: 'What was delivered and what went missing stays answerable.' },
  readers: 'The patient, linked carers and the centre’s staff.',
});

export const recall = entity({
  type: 'recall',
  describes: 'A batch that is called back: shown at once to everyone of the centre who holds or records it.',
  template: { pk: 'CENTRE#{centre}', sk: 'RECALL#{recall}' },
  fields: z.object({
    centre: id,
    recall: id,
    product: id,
    /** As typed. */
    batch: z.string(),
    normalisedBatch: z.string(),
    since: day,
    note: z.string(),
    /** It is no longer called back. */
    endedAt: instant.optional(),
  }),
  key: (ids: { centre: string; recall: string }) => ({
    pk: centreKey(ids.centre),
    sk: key('RECALL', ids.recall),
  }),
  retention: { keep: 'as long as the centre', why: 'Who was warned of what, and when, stays answerable.' },
  readers: 'The centre’s patients, carers and staff.',
});
