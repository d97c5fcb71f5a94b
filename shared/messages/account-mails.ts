import type { Letter } from './letter.ts';
import type { Mail, Messages } from './message.ts';

/** The mails about an account itself: its address and its password. */
export type AccountMails = Pick<
  Messages,
  'address-code' | 'address-changed' | 'password-changed' | 'staff-password-changed'
>;
/** Writes a mail in one language. */
export type WriteLetter = (words: Omit<Letter, 'language' | 'direction' | 'closing'>) => Mail;
/** The link to a site's sign-in, in one language. */
export type SignInOf = (site: string) => NonNullable<Letter['link']>;
