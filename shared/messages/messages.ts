import * as z from 'zod';
import { REMINDER_PERIODS } from '#domain/reminders/reminder-period.ts';
import { ar } from './ar.ts';
import { cy } from './cy.ts';
import { en } from './en.ts';
import { SITE_OF, type Mail, type MessageKey, type Messages } from './message.ts';

/** Every language that is complete. Another is a file of its own and a line here. */
export const messages = { en, cy, ar } as const satisfies Record<string, Messages>;
export type Locale = keyof typeof messages;

const locales = Object.keys(messages) as Locale[];
const keys = Object.keys(SITE_OF) as MessageKey[];

/** The language to write in for a locale such as `cy-GB`; English where we have no other. */
export const localeFor = (wanted: string | undefined): Locale => {
  const [language] = (wanted ?? '').toLowerCase().split('-');
  return locales.find((locale) => locale === language) ?? 'en';
};

/** The key of the catalogue that a stored name stands for. */
export const messageKey = (name: string): MessageKey | undefined => keys.find((key) => key === name);

const values = z.object({
  site: z.string().min(1),
  code: z.string().default(''),
  // A reminder that was queued before links had one.
  period: z.enum(REMINDER_PERIODS).default('week'),
});

/**
 * Writes a mail from what an outbox item holds.
 *
 * @param given the item's values and `site`, the address of the site that {@link SITE_OF} names
 * @throws ZodError when `site` is missing; a fault of ours
 */
export const writeMail = (
  locale: string,
  key: MessageKey,
  given: Readonly<Record<string, string>> & { readonly site: string },
): Mail => messages[localeFor(locale)][key](values.parse(given));
