import * as z from 'zod';
import { RELATIONS, REQUEST_KINDS, REQUEST_STATES, STAFF_JOBS } from '#domain/vocabulary.ts';
import { bleed, confirmation, notTaken, treatment } from './entries.ts';
import { proofBody } from './session.ts';
import { act, id, instant, lines, version } from './text.ts';

/** What an entry said at a time. Notes are not among it: an older one may name what the reader doesn't see. */
export const entryVersion = z.discriminatedUnion('kind', [
  treatment.pick({
    kind: true,
    when: true,
    productName: true,
    containers: true,
    amount: true,
    reason: true,
    place: true,
    fromHomeStock: true,
  }),
  bleed.pick({
    kind: true,
    site: true,
    side: true,
    cause: true,
    severity: true,
    pain: true,
    startedAt: true,
    endedAt: true,
    response: true,
  }),
  notTaken.pick({ kind: true, from: true, to: true, reason: true }),
  confirmation.pick({ kind: true, from: true, to: true, answers: true }),
]);
export type EntryVersion = z.infer<typeof entryVersion>;

/** Who did something, as the people of a diary may know them: nobody is shown with an address or a sign-in name. */
export const accessWho = z.object({
  kind: z.enum(['you', 'family', 'staff', 'registry', 'system']),
  /** First name of somebody linked; the name a member of staff goes by, where the log knows it. */
  name: z.string().optional(),
  relation: z.enum(RELATIONS).optional(),
  job: z.enum(STAFF_JOBS).optional(),
  /** The other centre they work at; missing for the diary's own. */
  centreName: z.string().optional(),
});

/** One line of a diary's access log. What one person looked at within an hour is one line. */
export const accessLine = z.object({
  id,
  /** The newest of it. */
  at: instant,
  /** Its beginning, where it is more than one look. */
  since: instant.optional(),
  who: accessWho,
  did: z.enum(['saw', 'changed', 'was-refused']),
  /** What was done, as names of use cases, each once. */
  actions: z.array(z.string()),
  /** The entry it is about. */
  entry: id.optional(),
  /** What a correction found and what it left. */
  change: z.object({ before: entryVersion, after: entryVersion, noteChanged: z.boolean() }).optional(),
});
export type AccessLine = z.infer<typeof accessLine>;

export const requestBody = z.strictObject({
  ...act,
  what: z.enum(REQUEST_KINDS),
  text: lines(1000).optional(),
  /** For deletion and withdrawal. */
  ...proofBody.shape,
});
export type RequestBody = z.infer<typeof requestBody>;

/** Seen, or decided with an answer in words. */
export const requestAnswerBody = z
  .strictObject({ ...act, state: z.enum(['seen', 'decided']), answer: lines(1000).optional() })
  .refine((value) => value.state === 'seen' || (value.answer ?? '') !== '', {
    path: ['answer'],
    message: 'empty',
  });
export type RequestAnswerBody = z.infer<typeof requestAnswerBody>;

/** A request as whoever asked reads it. */
export const requestView = z.object({
  id,
  version,
  what: z.enum(REQUEST_KINDS),
  text: z.string().optional(),
  askedAt: instant,
  state: z.enum(REQUEST_STATES),
  seenAt: instant.optional(),
  decidedAt: instant.optional(),
  answer: z.string().optional(),
});
export type RequestView = z.infer<typeof requestView>;

/** The same with who asked, as the centre's staff read it. */
export const patientRequest = requestView.extend({ account: id, name: z.string() });
