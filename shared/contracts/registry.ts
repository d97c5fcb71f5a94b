import * as z from 'zod';
import { EASY_READ_PICTURES } from '#domain/easy-read.ts';
import { REGISTRY_JOBS } from '#domain/vocabulary.ts';
import { act, day, email, id, instant, line, lines, reasonText } from './text.ts';

export const registryMe = z.object({
  account: id,
  username: z.string(),
  displayName: z.string(),
  job: z.enum(REGISTRY_JOBS),
});
export type RegistryMe = z.infer<typeof registryMe>;
export const centreParams = z.strictObject({ c: id });
export const centreStatusBody = z.strictObject({
  ...act,
  status: z.enum(['active', 'suspended']),
  reason: reasonText,
});
export const statementBody = z.strictObject({
  ...act,
  publishedOn: day,
  changes: lines(1000),
  sections: z
    .array(z.strictObject({ heading: line(200), paragraphs: z.array(lines(5000)).max(60, 'too-many') }))
    .min(1)
    .max(40),
  /** The same in short sentences with pictures, for whoever reads that more easily. */
  easyRead: z
    .array(
      z.strictObject({
        picture: z.enum(EASY_READ_PICTURES),
        sentences: z.array(line(160)).min(1).max(8),
      }),
    )
    .min(1)
    .max(40)
    .optional(),
});
export const statementParams = z.strictObject({ version: z.coerce.number().pipe(z.int().min(1)) });

/** Takes off the second factor of a centre's last data manager, or invites a new one in their place. */
export const centreRecoveryBody = z.strictObject({
  ...act,
  change: z.enum(['reset-second-factor', 'invite-data-manager']),
  reason: reasonText,
  /** Whose second factor, as the person says it: the registry sees no list of a centre's staff. */
  username: line(128).optional(),
  /** Whom to invite. */
  name: line(80).optional(),
  email: email.optional(),
});

export const registryMember = z.object({
  account: id,
  displayName: z.string(),
  job: z.enum(REGISTRY_JOBS),
  status: z.enum(['active', 'ended']),
  since: instant,
  /** Somebody asked to take off their second factor; it waits for another person. */
  recovery: z.object({ askedBy: z.string(), reason: z.string(), endsAt: instant }).optional(),
});
export const registryRecoveryBody = z.strictObject({ ...act, reason: reasonText });
export const recoveryAsked = z.discriminatedUnion('state', [
  /** One of two has said so; the second has until then. */
  z.object({ state: z.literal('asked'), endsAt: instant }),
  z.object({ state: z.literal('done') }),
]);
