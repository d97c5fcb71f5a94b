import * as z from 'zod';
import { REMINDER_HOURS } from '#domain/reminders/reminder-times.ts';
import { act } from './text.ts';

const hour = z.literal(REMINDER_HOURS);

/** What an account wants to be mailed about this diary; what is missing is off. */
export const reminders = z.strictObject({
  plan: z.strictObject({ on: z.enum(['day', 'day-before']), hour }).optional(),
  /** Monday 1 to Sunday 7. */
  stock: z.strictObject({ weekday: z.int().min(1).max(7), hour }).optional(),
});

export const remindersBody = z.strictObject({ ...act, ...reminders.shape });
export type RemindersBody = z.infer<typeof remindersBody>;

export const remindersView = z.object({
  ...reminders.shape,
  /** Whether there is an address that mails could go to. */
  mailable: z.boolean(),
});
export type RemindersView = z.infer<typeof remindersView>;
