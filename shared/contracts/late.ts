import * as z from 'zod';
import { photoBody } from './photo.ts';
import { ACT_KINDS, syncAct } from './sync.ts';
import { act, id, instant, reasonText, sentInstant, questionCode } from './text.ts';

export const lateParams = z.strictObject({ id });

/** Everything that a device may still have to send: what goes in packs, and a photo, which goes by itself. */
export const lateAct = z.discriminatedUnion('kind', [
  ...syncAct.options,
  z.strictObject({ kind: z.literal('photo'), id, bleed: id, body: photoBody }),
]);
export type LateAct = z.infer<typeof lateAct>;
export const LATE_KINDS = [...ACT_KINDS, 'photo'] as const;

/** An act made on a device while the person could still record, handed over after that had ended. */
export const lateBody = z.strictObject({
  ...act,
  centre: id,
  patient: id,
  /** When it was made, by the device's clock. */
  madeAt: sentInstant,
  made: lateAct,
});
export type LateBody = z.infer<typeof lateBody>;

/** All that somebody hears who may not see the diary any more. */
export const lateReceived = z.object({ received: z.literal(true) });

/** What the centre sees of it, until somebody has decided. */
export const lateItem = z.object({
  id,
  /** The name of whoever made it, as the centre calls them. */
  by: z.string(),
  madeAt: instant,
  receivedAt: instant,
  /** A photo without its picture: that is seen in the diary, by whoever has taken it in. */
  made: lateAct,
});
export type LateItem = z.infer<typeof lateItem>;
export const lateList = z.object({ items: z.array(lateItem) });

export const lateDecision = z.strictObject({
  ...act,
  decision: z.enum(['take-in', 'discard']),
  reason: reasonText,
  /** What was asked about it as it is taken in: time has passed, and the diary has gone on. */
  passed: z.array(questionCode).max(20).default([]),
});
