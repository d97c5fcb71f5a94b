import { translatable } from '../translatable.ts';
import type { FieldWords } from './problems.ts';

/** Where the mails of an account go. */
export const addressWords = translatable('address', {
  title: 'Where we send e-mail',
  intro:
    'Reminders, and codes for a new password, go to this address. Others may use it too, such as a parent.',
  now: 'Your e-mail address now',
  none: 'You have given none yet',
  next: 'New e-mail address',
  nextHint: 'We send a code there. Nothing changes until you enter it.',
  ask: 'Send the code',
  waiting: (email: string, until: string): string =>
    `A code is on its way to ${email}. It is good until ${until}.`,
  code: 'Code from the e-mail',
  codeHint: '12 letters and digits. Spaces don’t matter.',
  confirm: 'Use this address',
  wrong: 'This code is not right, was used already, or is out of date. You can ask for a new one.',
  changed: 'Your e-mail now goes to the new address. We have told the old one.',
  again: 'Ask for another code, or another address',
});
export const addressFieldWords: FieldWords = translatable('addressField', {
  email: {
    empty: 'Enter an e-mail address',
    'not-an-address': 'Enter an address like name@example.com',
    same: 'This is the address you have now',
  },
});
