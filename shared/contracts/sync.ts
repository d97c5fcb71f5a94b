import * as z from 'zod';
import { bleedBody, confirmationBody, notTakenBody, saved, treatmentBody, voidBody } from './entries.ts';
import { fieldProblem, PROBLEM_CODES } from './problem.ts';
import { countedBody, deliveredBody, takenBackBody, warmedBody, wastedBody } from './stock.ts';
import { id, version } from './text.ts';

/** More would take a function longer than a person should wait to hear that the first is kept. */
export const MOST_ACTS = 20;

const entryIn = { id, version: version.optional() };

/** What a person may do without a connection, by the kind of its act. */
export const ACT_KINDS = [
  'treatment',
  'bleed',
  'not-taken',
  'confirmation',
  'void',
  'delivered',
  'counted',
  'wasted',
  'warmed',
  'taken-back',
] as const;

/** One act as it would be sent alone; `version` is its If-Match. */
export const syncAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('treatment'), ...entryIn, body: treatmentBody }),
  z.strictObject({ kind: z.literal('bleed'), ...entryIn, body: bleedBody }),
  z.strictObject({ kind: z.literal('not-taken'), id, body: notTakenBody }),
  z.strictObject({ kind: z.literal('confirmation'), id, body: confirmationBody }),
  z.strictObject({ kind: z.literal('void'), id, version, body: voidBody }),
  z.strictObject({ kind: z.literal('delivered'), id, body: deliveredBody }),
  z.strictObject({ kind: z.literal('counted'), id, body: countedBody }),
  z.strictObject({ kind: z.literal('wasted'), id, body: wastedBody }),
  z.strictObject({ kind: z.literal('warmed'), id, body: warmedBody }),
  z.strictObject({ kind: z.literal('taken-back'), id, body: takenBackBody }),
]);
export type SyncAct = z.infer<typeof syncAct>;

export const syncBody = z.strictObject({
  acts: z.array(syncAct).min(1, 'empty').max(MOST_ACTS, 'too-many'),
});

/** What became of one act: one of the two. */
const fate = z.object({
  mutationId: id,
  saved: saved.optional(),
  problem: z
    .object({
      code: z.enum(PROBLEM_CODES),
      fields: z.array(fieldProblem).optional(),
      questions: z.array(fieldProblem).optional(),
      current: z.int().optional(),
      retryAfterSeconds: z.int().optional(),
    })
    .optional(),
});

/** In the order the acts were sent; those not answered for were not looked at, and are sent again. */
export const syncAnswer = z.object({ fates: z.array(fate) });
export type SyncAnswer = z.infer<typeof syncAnswer>;
