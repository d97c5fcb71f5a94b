import * as z from 'zod';
import { BLIND_SPOTS, RECALL_CONTACTS } from '#domain/stock/recall-words.ts';
import { pageQuery } from './page.ts';
import { recall } from './stock.ts';
import { act, id, instant, line } from './text.ts';

export const recallPersonParams = z.strictObject({ id, p: id });
export const recallTraceQuery = pageQuery;

/** That somebody was told, or could not be reached. */
export const recallContactBody = z.strictObject({
  ...act,
  state: z.enum(RECALL_CONTACTS),
  note: line(300).optional(),
});
export type RecallContactBody = z.infer<typeof recallContactBody>;

export const recallContact = z.object({
  state: z.enum(RECALL_CONTACTS),
  at: instant,
  /** The name of the member of staff. */
  by: z.string(),
  note: z.string().optional(),
});
export type RecallContactMade = z.infer<typeof recallContact>;

/** Somebody whom a recall concerns, or may. */
export const recallPerson = z.object({
  patient: id,
  name: z.string(),
  phone: z.string().optional(),
  /** How often the batch was recorded as used, and when last. */
  used: z.object({ times: z.int(), last: instant }).optional(),
  /** Containers of it at home. */
  held: z.int().optional(),
  /** Why it can't be told from the record; none where the batch itself stands in it. */
  blind: z.array(z.enum(BLIND_SPOTS)),
  /** What was recorded that is nearly the recalled batch. */
  near: z.array(z.object({ productName: z.string(), batch: z.string() })).optional(),
  contact: recallContact.optional(),
});
export type RecallPerson = z.infer<typeof recallPerson>;

/** Who used and who holds it, on the first page; then, a page of patients at a time, those of whom nobody can tell. */
export const recallTrace = z.object({
  recall,
  people: z.array(recallPerson),
  /** How many patients were looked through for this page. */
  looked: z.int(),
  cursor: z.string().optional(),
});
export type RecallTrace = z.infer<typeof recallTrace>;
