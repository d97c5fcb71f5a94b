import * as z from 'zod';
import { REGISTRY_JOBS } from '#domain/vocabulary.ts';
import { act, day, id, line, lines, reasonText } from './text.ts';

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
});
export const statementParams = z.strictObject({ version: z.coerce.number().pipe(z.int().min(1)) });
