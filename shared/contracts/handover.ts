import * as z from 'zod';
import { HANDOVER_DECISIONS } from '#domain/vocabulary.ts';
import { act, day, id, instant, line } from './text.ts';

/** Every carer who is linked, once; and the young person's own consent where they have signed one. */
export const handoverBody = z.strictObject({
  ...act,
  links: z.array(z.strictObject({ account: id, decision: z.enum(HANDOVER_DECISIONS) })).max(50, 'too-many'),
  consent: z.strictObject({ givenBy: line(80), on: day, formReference: line(60) }).optional(),
});
export type HandoverBody = z.infer<typeof handoverBody>;

/** Where the handover of a diary to the young person stands. */
export const handover = z.object({
  age: z.int(),
  /** The birthday. */
  dueOn: day,
  /** On the centre's worklist since then. */
  askedAt: instant.optional(),
  doneAt: instant.optional(),
});
