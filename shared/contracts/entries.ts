import * as z from 'zod';
import { normaliseBatch } from '#domain/batch.ts';
import { MOIETIES, UNITS } from '#domain/product.ts';
import {
  BATCH_UNKNOWN_REASONS,
  BLEED_CAUSE_IDS,
  BLEED_RESPONSES,
  BLEED_SEVERITIES,
  BLEED_SITES,
  CONFIRMATION_ANSWERS,
  ENTRY_SOURCES,
  NOT_TAKEN_REASONS,
  PLACES,
  REASON_IDS,
  SIDES,
} from '#domain/vocabulary.ts';
import {
  act,
  day,
  id,
  instant,
  line,
  lines,
  questionCode,
  reasonText,
  sentInstant,
  THESE_CENTURIES,
  version,
  zone,
} from './text.ts';

/** A local date and time exactly as entered, and the zone it was meant in. `fold` answers which of a doubled hour. */
export const when = z.strictObject({
  local: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, { error: 'not-a-local-time', abort: true })
    .refine((text) => THESE_CENTURIES.test(text), 'not-a-local-time'),
  zone,
  fold: z.enum(['earlier', 'later']).optional(),
});
export type When = z.infer<typeof when>;

/** A value never stands without its unit and moiety (IU of FVIII, mg of emicizumab …). */
export const amount = z.strictObject({
  value: z.number().positive('not-above-zero').max(1_000_000, 'too-much'),
  unit: z.enum(UNITS),
  moiety: z.enum(MOIETIES),
});

/** From the catalogue, or named by the person for the centre to map. */
export const product = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('catalogue'), id }),
  z.strictObject({ kind: z.literal('other'), name: line(80) }),
]);

/** A recall finds a batch by its letters and digits, so there must be one. */
export const batchNumber = line(20).refine((text) => normaliseBatch(text) !== '', 'empty');

/** The product number of a box, as its code has it. */
export const gtin = z.string().regex(/^\d{14}$/, 'not-a-gtin');

export const batch = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('known'), number: batchNumber }),
  z.strictObject({ kind: z.literal('unknown'), reason: z.enum(BATCH_UNKNOWN_REASONS) }),
  z.strictObject({ kind: z.literal('not-needed') }),
]);
export type Batch = z.infer<typeof batch>;

/** One or more equal containers: `count` vials of `strength` (in the product's unit) from one batch. */
export const container = z.strictObject({
  strength: z.number().positive('not-above-zero').max(1_000_000, 'too-much'),
  count: z.int().min(1, 'not-above-zero').max(50, 'too-much'),
  batch,
  expiresOn: day.optional(),
  serial: line(20).optional(),
  gtin: gtin.optional(),
});

const treatmentFields = {
  when,
  product,
  containers: z.array(container).min(1, 'empty').max(20, 'too-many'),
  /** What went in, in all; may be less than the containers held. */
  amount,
  reason: z.enum(REASON_IDS),
  /** The bleeds it treats: at least one for reasons 1 and 2. */
  bleeds: z.array(id).max(10, 'too-many').default([]),
  place: z.enum(PLACES),
  fromHomeStock: z.boolean(),
  note: lines(500).optional(),
};

const bleedFields = {
  site: z.enum(BLEED_SITES),
  side: z.enum(SIDES),
  cause: z.enum(BLEED_CAUSE_IDS),
  severity: z.literal(BLEED_SEVERITIES),
  pain: z.int().min(0).max(10).optional(),
  startedAt: when,
  /** The person isn’t sure when it began: the time is about right. */
  startedRoughly: z.literal(true).optional(),
  /** Absent while it is ongoing. */
  endedAt: when.optional(),
  response: z.enum(BLEED_RESPONSES).optional(),
  /** The person's own answer to "same bleed or new?". */
  sameAs: id.optional(),
  /** The earlier bleed they were asked about and said this is not: an answer as well. */
  notSameAs: id.optional(),
  note: lines(500).optional(),
};

const period = { from: day, to: day };
const inOrder = (value: { from: string; to: string }): boolean => value.from <= value.to;

const notTakenFields = { ...period, reason: z.enum(NOT_TAKEN_REASONS).optional() };
const confirmationFields = {
  ...period,
  answers: z.array(z.enum(CONFIRMATION_ANSWERS)).min(1, 'empty').max(2),
};

/** Sent with every entry. `typedAt` is the device's clock; `passed` the questions the person saw and passed. */
const recording = {
  ...act,
  typedAt: sentInstant,
  /** By how much the device's clock was ahead of ours when it last knew, where that was more than ten minutes. */
  clockAheadMinutes: z.int().min(-10_000_000).max(10_000_000).optional(),
  passed: z.array(questionCode).max(20).default([]),
  /** Only the centre says where an entry came from; everybody else's is `web` or `offline`. */
  source: z.enum(ENTRY_SOURCES).optional(),
};

/** The plan in force that the device knew when it was typed: without a connection, another may have come since. */
const knownPlan = id.optional();

export const treatmentBody = z.strictObject({
  ...recording,
  knownPlan,
  ...treatmentFields,
  /** Another diary of the same account, whose boxes were used: they leave its stock in the same act. */
  boxFrom: z.strictObject({ centre: id, patient: id }).optional(),
  /** A new bleed recorded in the same act; its id is among `bleeds`. */
  newBleed: z.strictObject({ id, ...bleedFields }).optional(),
});
export type TreatmentBody = z.infer<typeof treatmentBody>;
export const bleedBody = z.strictObject({ ...recording, ...bleedFields });
export type BleedBody = z.infer<typeof bleedBody>;
export const notTakenBody = z.strictObject({ ...recording, knownPlan, ...notTakenFields }).refine(inOrder, {
  path: ['to'],
  message: 'before-start',
});
export type NotTakenBody = z.infer<typeof notTakenBody>;
export const confirmationBody = z.strictObject({ ...recording, ...confirmationFields }).refine(inOrder, {
  path: ['to'],
  message: 'before-start',
});
export type ConfirmationBody = z.infer<typeof confirmationBody>;
/** One entry that goes with another to its new diary, as it is by then, and the id it gets there. */
const alongWith = z.strictObject({ id, as: id });

/**
 * Moves an entry to another diary of the same account, in one act. `others` go with it: bleeds a treatment names, or
 * treatments that name a bleed. Links to what stays behind are taken off.
 */
export const moveBody = z.strictObject({
  ...act,
  to: z.strictObject({ centre: id, patient: id }),
  /** The id it gets there: its own stays with what was removed. */
  as: id,
  others: z.array(alongWith).max(5, 'too-many').default([]),
  passed: z.array(questionCode).max(20).default([]),
});
export type MoveBody = z.infer<typeof moveBody>;

export const voidBody = z.strictObject({ ...act, reason: reasonText });

/** What every entry has when it is read. */
const read = {
  id,
  version,
  source: z.enum(ENTRY_SOURCES),
  typedAt: instant,
  receivedAt: instant,
  /** `typedAt` is the device's; its clock was so far ahead. */
  clockAheadMinutes: z.int().optional(),
  /** The first name of whoever recorded it, `you`, or `your centre`. */
  recordedBy: z.string(),
  /** In a diary that another centre shares: the reader's own centre recorded it, and may correct it. */
  ours: z.literal(true).optional(),
  voided: z
    .object({
      at: instant,
      reason: z.string(),
      /** It went to another diary of whoever moved it. */
      moved: z.literal(true).optional(),
    })
    .optional(),
  /** It came here from another diary. */
  movedHere: z.literal(true).optional(),
};

export const treatment = z.object({
  kind: z.literal('treatment'),
  ...read,
  ...treatmentFields,
  productName: z.string(),
  /** The same time as an instant. */
  at: instant,
  /** The local day in the patient's home zone that it counts for. */
  day,
  /** Some batch is still to be completed. */
  batchMissing: z.boolean(),
  /** The boxes came out of another diary's stock; which one only for readers who may open it too. */
  otherBox: z.object({ of: z.object({ centre: id, patient: id }).optional() }).optional(),
});
export type Treatment = z.infer<typeof treatment>;
export const bleed = z.object({
  kind: z.literal('bleed'),
  ...read,
  ...bleedFields,
  day,
});
export type Bleed = z.infer<typeof bleed>;
export const notTaken = z.object({ kind: z.literal('not-taken'), ...read, ...notTakenFields });
export const confirmation = z.object({ kind: z.literal('confirmation'), ...read, ...confirmationFields });
export const entry = z.discriminatedUnion('kind', [treatment, bleed, notTaken, confirmation]);
export type Entry = z.infer<typeof entry>;

/** The answer to a write: what is stored now, and the version to correct it from. */
export const saved = z.object({ id, version, recordingStage: z.string().optional() });
export type Saved = z.infer<typeof saved>;
