import * as z from 'zod';
import { WITHHELD_KINDS } from '#domain/vocabulary.ts';
import { monthView } from './diary.ts';
import { act, day, id, instant, reasonText } from './text.ts';

/** A centre as other centres find it. */
export const listedCentre = z.object({ id, name: z.string() });
export type ListedCentre = z.infer<typeof listedCentre>;

/** Read, or read and record, on one patient for one other centre. */
export const grantBody = z
  .strictObject({
    ...act,
    mayRecord: z.boolean(),
    startsOn: day,
    /** From this day on the other centre sees nothing more. */
    endsOn: day,
    reason: reasonText,
  })
  .refine((value) => value.startsOn < value.endsOn, { path: ['endsOn'], message: 'before-start' });
export type GrantBody = z.infer<typeof grantBody>;
export const endGrantBody = z.strictObject({ ...act, reason: reasonText });

const shareFields = { mayRecord: z.boolean(), startsOn: day, endsOn: day };

/** A grant as the patient's own centre reads it. */
export const grant = z.object({
  centre: id,
  centreName: z.string(),
  ...shareFields,
  reason: z.string(),
  state: z.enum(['live', 'ahead', 'over']),
  /** The day on which somebody ended it before its time, and why. */
  endedOn: day.optional(),
  endReason: z.string().optional(),
});
export type Grant = z.infer<typeof grant>;

/** A diary of another centre in the list of what is shared with this one: enough to know the person, nothing else. */
export const sharedRow = z.object({
  centre: id,
  centreName: z.string(),
  patient: id,
  name: z.string(),
  birthDate: day,
  ...shareFields,
});
export type SharedRow = z.infer<typeof sharedRow>;

/** A month of a shared diary: no status, no delivery, no contact details, no linked accounts. */
export const sharedMonth = monthView
  .omit({ recording: true, delivery: true, channel: true, condition: true, sharedWith: true })
  .extend({ shared: sharedRow });
export type SharedMonth = z.infer<typeof sharedMonth>;

/** From whom something is withheld: every carer (those linked later too), named accounts, named other centres. */
export const withheldFrom = z.strictObject({
  carers: z.boolean(),
  accounts: z.array(id).max(20, 'too-many'),
  centres: z.array(id).max(20, 'too-many'),
});

export const withheldBody = z.strictObject({
  ...act,
  from: withheldFrom.refine(
    ({ carers, accounts, centres }) => carers || accounts.length + centres.length > 0,
    'empty',
  ),
  reason: reasonText,
  reviewOn: day,
  /** When a line of the log was written: lines are found by their moment. Only for those. */
  at: instant.optional(),
});
export type WithheldBody = z.infer<typeof withheldBody>;
export const liftBody = z.strictObject({ ...act, reason: reasonText });

/** What is withheld, as the centre's own staff read it. */
export const withheldItem = z.object({
  what: z.enum(WITHHELD_KINDS),
  about: id,
  /** The day of the entry or the log line. */
  on: day.optional(),
  /** When the log line was written. */
  at: instant.optional(),
  from: withheldFrom,
  reason: z.string(),
  reviewOn: day,
});
export type WithheldItem = z.infer<typeof withheldItem>;

export const grantParams = z.strictObject({ p: id, centre: id });
export const sharedParams = z.strictObject({ c: id, p: id });
export const sharedEntryParams = z.strictObject({ c: id, p: id, id });
export const withheldParams = z.strictObject({ p: id, what: z.enum(WITHHELD_KINDS), id });
