import * as z from 'zod';
import { DIAGNOSES } from '#domain/vocabulary.ts';
import { entry } from './entries.ts';
import { EXPORT_FORMATS } from './export-formats.ts';
import { plan } from './plan.ts';
import { movement, stockRow } from './stock.ts';
import { day, id, instant, zone } from './text.ts';

/** At most a year at a time of one diary. */
export const exportQuery = z.strictObject({
  from: day,
  to: day,
  format: z.enum(EXPORT_FORMATS).default('excel'),
});

/**
 * A period of one diary, whole: the JSON export as it stands in the file, and what the other formats are written from.
 * Whatever is withheld from the reader isn't in it. A later version may add fields; a changed meaning gets a new
 * `version`.
 */
export const diaryRecord = z.object({
  format: z.literal('haemdiary-diary'),
  version: z.literal(1),
  madeAt: instant,
  /** Both days are included; a period that reaches over an end is there whole. */
  from: day,
  to: day,
  /** The clock that days are counted by. */
  homeZone: zone,
  person: z.object({
    id,
    givenName: z.string(),
    familyName: z.string(),
    birthDate: day,
    diagnosis: z.enum(DIAGNOSES),
    /** As the centre wrote it. */
    factorLevel: z.string().optional(),
  }),
  centre: z.object({ name: z.string(), phone: z.string(), emergencyPhone: z.string() }),
  /** Each once, oldest first, those taken out included and marked so. */
  entries: z.array(entry),
  /** Photos of bleeds, by the ids under which they are read; the pictures are not in the file. */
  photos: z.array(z.object({ id, bleed: id })),
  /** All that there were, oldest first: a plan holds until the next one takes effect. */
  plans: z.array(
    plan.extend({ regimens: z.array(plan.shape.regimens.element.extend({ productName: z.string() })) }),
  ),
  /** What is at home on the day the file is made, and what came and went in the period. */
  stock: z.object({ rows: z.array(stockRow), movements: z.array(movement) }),
});
export type DiaryRecord = z.infer<typeof diaryRecord>;
