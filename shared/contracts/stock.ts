import * as z from 'zod';
import { UNITS } from '#domain/product.ts';
import { MOVEMENT_KINDS, WASTE_REASONS } from '#domain/stock/stock-words.ts';
import { batchNumber, gtin } from './entries.ts';
import { plan } from './plan.ts';
import { act, day, id, instant, line, questionCode, sentInstant } from './text.ts';

/** Which containers; the batch is missing where the product has none. */
const rowFields = {
  productId: id,
  strength: z.number().positive('not-above-zero').max(1_000_000, 'too-much'),
  batch: batchNumber.optional(),
};

/** Sent with everything that is told of the stock. `typedAt` is the device's clock. */
const told = {
  ...act,
  typedAt: sentInstant,
  on: day,
  passed: z.array(questionCode).max(5).default([]),
};

const count = z.int().min(1, 'not-above-zero').max(500, 'too-much');

/** Boxes that arrived. */
export const deliveredBody = z.strictObject({
  ...told,
  how: z.enum(['typed', 'scanned']).default('typed'),
  lines: z
    .array(z.strictObject({ ...rowFields, count, expiresOn: day.optional(), gtin: gtin.optional() }))
    .min(1, 'empty')
    .max(20, 'too-many'),
});
export type DeliveredBody = z.infer<typeof deliveredBody>;

/** What was counted at home: every row that was looked at, also those with none left. */
export const countedBody = z.strictObject({
  ...told,
  lines: z
    .array(
      z.strictObject({
        ...rowFields,
        expiresOn: day.optional(),
        /** Containers that still hold something, an opened one among them. */
        count: z.int().min(0, 'too-little').max(500, 'too-much'),
      }),
    )
    .min(1, 'empty')
    .max(60, 'too-many'),
});
export type CountedBody = z.infer<typeof countedBody>;

/** Containers that can't be used any more. */
export const wastedBody = z.strictObject({
  ...told,
  ...rowFields,
  count,
  reason: z.enum(WASTE_REASONS),
});
export type WastedBody = z.infer<typeof wastedBody>;

/** `on` is the day the containers left the refrigerator. */
export const warmedBody = z.strictObject({ ...told, ...rowFields });
export type WarmedBody = z.infer<typeof warmedBody>;

/** A delivery that was told wrongly. `on` is the day it is taken back. */
export const takenBackBody = z.strictObject({ ...told, delivery: id });
export type TakenBackBody = z.infer<typeof takenBackBody>;

const named = { productId: id, productName: z.string(), strength: z.number(), unit: z.enum(UNITS) };

/** One batch and strength at home. */
export const stockRow = z.object({
  ...named,
  batch: z.string().optional(),
  /** The product number of its code, where it was scanned. */
  gtin: z.string().optional(),
  /** Below nothing: more was used than was put in. */
  count: z.int(),
  /** What the opened multi-dose container still holds (sprays: also in actuations), and since when it is open. */
  opened: z.object({ left: z.number(), actuations: z.int().optional(), openedOn: day.optional() }).optional(),
  expiresOn: day.optional(),
  /** The last day it may be used: pack, time out of the refrigerator, time since it was opened. */
  usableUntil: day.optional(),
  freshness: z.enum(['fine', 'soon', 'over']),
  roomTemperatureSince: day.optional(),
  mayBeWarm: z.boolean(),
  /** Called back by the centre. */
  recalled: z.object({ since: day, note: z.string() }).optional(),
});
export type StockRow = z.infer<typeof stockRow>;

/** How long a product lasts by its planned doses. */
export const supply = z.object({
  productId: id,
  productName: z.string(),
  /** Planned doses it suffices for, within the days that are looked ahead. */
  doses: z.int(),
  runsOutOn: day.optional(),
  low: z.boolean(),
});
export type Supply = z.infer<typeof supply>;

export const movement = z.object({
  id,
  kind: z.enum(MOVEMENT_KINDS),
  on: day,
  reason: z.enum(WASTE_REASONS).optional(),
  how: z.enum(['typed', 'scanned']),
  /** A delivery that was told wrongly and counts no more. */
  takenBack: z.boolean().optional(),
  /** As with entries: a first name, `you`, or `your centre`. */
  recordedBy: z.string(),
  lines: z.array(
    z.object({
      ...named,
      batch: z.string().optional(),
      expiresOn: day.optional(),
      count: z.int(),
      /** Of a stock-take. */
      expected: z.int().optional(),
      /** Drawn from multi-dose containers, in the product’s unit. */
      drawn: z.number().optional(),
    }),
  ),
  /** Whose treatment took it; only for readers who may open that diary too. */
  usedFor: z.object({ centre: id, patient: id }).optional(),
});
export type Movement = z.infer<typeof movement>;

export const stockView = z.object({
  today: day,
  /** By product, then the day until which it may be used. */
  rows: z.array(stockRow),
  supplies: z.array(supply),
  /** Of the last year, newest first. */
  movements: z.array(movement),
  lastCountedOn: day.optional(),
});
export type StockView = z.infer<typeof stockView>;

/**
 * For pages that repeat or choose a batch: what is at home and counted, nearest last day first; then, with none left,
 * what is used up.
 */
export const heldBatch = stockRow
  .pick({
    productId: true,
    strength: true,
    unit: true,
    gtin: true,
    expiresOn: true,
    usableUntil: true,
    count: true,
    opened: true,
  })
  .extend({
    /** Missing where the product has none. */
    batch: z.string().optional(),
    recalled: z.boolean(),
  });
export type HeldBatch = z.infer<typeof heldBatch>;

/** What Home tells of the stock. */
export const stockNotice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('recalled'), productName: z.string(), batch: z.string() }),
  z.object({ kind: z.literal('over'), productName: z.string(), batch: z.string().optional(), on: day }),
  z.object({ kind: z.literal('soon'), productName: z.string(), batch: z.string().optional(), on: day }),
  z.object({ kind: z.literal('low'), productName: z.string(), runsOutOn: day }),
]);
export type StockNotice = z.infer<typeof stockNotice>;

/** A batch that the centre calls back, or no longer does. */
export const recallBody = z.strictObject({
  ...act,
  productId: id,
  batch: batchNumber,
  since: day,
  note: line(300),
  ended: z.boolean().default(false),
});
export type RecallBody = z.infer<typeof recallBody>;

export const recall = z.object({
  id,
  productId: id,
  productName: z.string(),
  batch: z.string(),
  since: day,
  note: z.string(),
  endedAt: instant.optional(),
});
export type Recall = z.infer<typeof recall>;
export const recalls = z.object({ items: z.array(recall) });

/** Every plan there was and will be, newest first. */
export const planHistory = z.object({
  today: day,
  plans: z.array(plan.extend({ products: z.record(z.string(), z.string()) })),
});
export type PlanHistory = z.infer<typeof planHistory>;
