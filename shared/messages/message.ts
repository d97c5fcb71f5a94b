import type { Audience } from '#contracts/route.ts';
import type { ReminderPeriod } from '#domain/reminders/reminder-period.ts';

/** `period`: the days for which somebody may have nothing to record; the link names it and nothing else. */
interface Reminder {
  readonly site: string;
  readonly period: ReminderPeriod;
}

/** What each message needs. None of it may be personal: no name, address, birth date, product, dose or diagnosis. */
export interface MessageValues {
  /** `code`: the six digits, or Cognito's placeholder for them. */
  'reset-code': { readonly code: string };
  /** `site`: address of the site it leads to, without a slash at its end. `code`: shown form, `XXXX-XXXX-XXXX`. */
  'invitation-person': { readonly site: string; readonly code: string };
  'invitation-staff': { readonly site: string; readonly code: string };
  'invitation-registry': { readonly site: string; readonly code: string };
  'reminder-1': Reminder;
  'reminder-2': Reminder;
  'reminder-3': Reminder;
  'plan-reminder': Reminder;
  /** A plan reminder on the day of the week that the stock is told of: there is one mail a day. */
  'plan-and-stock': Reminder;
  'stock-notice': { readonly site: string };
  'formal-notice': { readonly site: string };
  'lapsed-digest': { readonly site: string };
  'delivery-suspended': { readonly site: string };
  'delivery-restored': { readonly site: string };
  'link-ended': { readonly site: string };
  'link-limited': { readonly site: string };
  'request-answered': { readonly site: string };
  'registry-helped': { readonly site: string };
  'address-code': { readonly site: string; readonly code: string };
  'address-changed': { readonly site: string };
  'password-changed': { readonly site: string };
  'staff-password-changed': { readonly site: string };
  'account-helped': { readonly site: string };
  'staff-account-helped': { readonly site: string };
}
export type MessageKey = keyof MessageValues;

/** Stands before the address in every inbox, so it gives no disorder away. The user pools send under the same name. */
export const SENDER_NAME = 'Home diary';

/** Which site each message leads to. */
export const SITE_OF: Readonly<Record<MessageKey, Audience>> = {
  'reset-code': 'diary',
  'invitation-person': 'diary',
  'invitation-staff': 'centre',
  'invitation-registry': 'registry',
  'reminder-1': 'diary',
  'reminder-2': 'diary',
  'reminder-3': 'diary',
  'plan-reminder': 'diary',
  'plan-and-stock': 'diary',
  'stock-notice': 'diary',
  'formal-notice': 'diary',
  'lapsed-digest': 'centre',
  'delivery-suspended': 'diary',
  'delivery-restored': 'diary',
  'link-ended': 'diary',
  'link-limited': 'diary',
  'request-answered': 'diary',
  'account-helped': 'diary',
  'staff-account-helped': 'centre',
  'registry-helped': 'centre',
  'address-code': 'diary',
  'address-changed': 'diary',
  'password-changed': 'diary',
  'staff-password-changed': 'centre',
};

/** One mail, ready to send. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** All messages in one language. */
export type Messages = { readonly [K in MessageKey]: (values: MessageValues[K]) => Mail };
