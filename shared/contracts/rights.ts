import * as z from 'zod';
import { RELATIONS, STAFF_JOBS } from '#domain/vocabulary.ts';
import { bleed, confirmation, notTaken, treatment } from './entries.ts';
import { id, instant } from './text.ts';

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
