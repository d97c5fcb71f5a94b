import * as z from 'zod';
import { REGIMEN_KINDS } from '#domain/plan.ts';
import { amount } from './entries.ts';
import { act, day, id, instant, questionCode, reasonText } from './text.ts';

const schedule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('every-days'), days: z.int().min(1).max(90) }),
  z.strictObject({ kind: z.literal('every-weeks'), weeks: z.int().min(1).max(13) }),
  /** 1 is Monday, 7 Sunday. */
  z.strictObject({ kind: z.literal('weekdays'), weekdays: z.array(z.int().min(1).max(7)).min(1).max(7) }),
]);

const dosesPerDay = z.int().min(1, 'too-little').max(6, 'too-much').default(1);

export const regimen = z.strictObject({
  kind: z.enum(REGIMEN_KINDS),
  productId: id,
  amount,
  /** The first planned day, from which the schedule counts. */
  anchor: day.optional(),
  schedule: schedule.optional(),
  dosesPerDay,
  /** Last day, for temporary regimens. */
  until: day.optional(),
  /** Whether a temporary regimen adds to the routine or stands in for it. */
  effect: z.enum(['adds', 'replaces']).optional(),
  /** A different start, from its own anchor until the regimen's. */
  loading: z.strictObject({ anchor: day, schedule, dosesPerDay, amount }).optional(),
});
export type Regimen = z.infer<typeof regimen>;

const planFields = {
  effectiveOn: day,
  weightKg: z.number().min(0.5, 'too-little').max(400, 'too-much').optional(),
  weighedOn: day.optional(),
  regimens: z.array(regimen).max(8, 'too-many'),
};
/** Plans are immutable: a change is a new plan with its own effective day. */
export const planBody = z.strictObject({
  ...act,
  ...planFields,
  passed: z.array(questionCode).max(5).default([]),
});
export type PlanBody = z.infer<typeof planBody>;
export const plan = z.object({ id, ...planFields, setAt: instant });
export type Plan = z.infer<typeof plan>;

export const pauseBody = z
  .strictObject({
    ...act,
    /** `ends` takes the pause away from today. */
    change: z.enum(['starts', 'ends']),
    reason: z.enum(['hospital', 'holiday', 'trial', 'other']),
    from: day,
    to: day,
  })
  .refine((value) => value.from <= value.to, { path: ['to'], message: 'before-start' });
export type PauseBody = z.infer<typeof pauseBody>;

export const deliveryBody = z.strictObject({
  ...act,
  status: z.enum(['none', 'active', 'suspended']),
  reason: reasonText,
});
export type DeliveryBody = z.infer<typeof deliveryBody>;
export const stopBody = z.strictObject({ ...act, reason: z.enum(['died', 'left', 'withdrawn']) });
export type StopBody = z.infer<typeof stopBody>;
