import * as z from 'zod';
import { syncAct } from './sync.ts';
import { act, id, instant, reasonText, sentInstant } from './text.ts';

export const lateParams = z.strictObject({ id });

/** An act made on a device while the person could still record, handed over after that had ended. */
export const lateBody = z.strictObject({
  ...act,
  centre: id,
  patient: id,
  /** When it was made, by the device's clock. */
  madeAt: sentInstant,
  made: syncAct,
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
  made: syncAct,
});
export type LateItem = z.infer<typeof lateItem>;
export const lateList = z.object({ items: z.array(lateItem) });

export const lateDecision = z.strictObject({
  ...act,
  decision: z.enum(['take-in', 'discard']),
  reason: reasonText,
});
