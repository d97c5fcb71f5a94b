import type { Failure } from '../../api/failure.ts';
import { translatable } from '../translatable.ts';

/** What went wrong, in words. */
export const problemWords = translatable('problems', {
  code: {
    offline: 'You are not connected. Try again when you have a signal.',
    invalid: 'Something is missing or not right. Check what you typed.',
    question: 'Please check what you typed.',
    'not-found': 'We can’t find this. It may have been removed, or it isn’t yours to see.',
    'not-allowed': 'You are not allowed to do this.',
    'statement-needed': 'Read and answer the privacy statement first.',
    'consent-needed': 'The centre needs written consent before anything can be recorded. Ask your centre.',
    stale: 'This was changed after you opened it. Go back, look at it again, then make your change.',
    taken: 'This is already there.',
    'username-taken': 'Somebody already uses this username. Choose another.',
    'not-now': 'This can’t be done now, because it has changed since. Go back and look again.',
    'not-accepted': 'The details are not right, or the code was used already or is out of date.',
    'proof-needed': 'Please enter your password once more.',
    'signed-out': 'You have been signed out. Sign in again.',
    'session-ended': 'You were signed out here from another device. Sign in again.',
    'too-many': 'There were too many tries.',
    'too-large': 'This is too much at once. Choose a shorter period.',
    busy: 'The system is busy and nothing was saved. Try again.',
    broken: 'Sorry, something went wrong on our side. Try again in a few minutes.',
  } satisfies Readonly<Record<Failure['code'], string>>,
  /** After "too many tries"; whole minutes. */
  after: (minutes: number): string =>
    minutes === 1 ? 'Wait a minute, then try again.' : `Wait ${String(minutes)} minutes, then try again.`,
  /** Said after what went wrong, only where something was typed. */
  stillHere: 'What you typed is still here.',
  reference: (id: string): string => `(Reference: ${id})`,
  check: 'Check this',
  reason: {
    empty: 'Fill this in',
    missing: 'Fill this in',
    unknown: 'This can’t be sent',
    repeated: 'This was sent twice',
    'too-long': 'This is too long',
    'too-short': 'This is too short',
    'too-much': 'This is too much',
    'too-little': 'This is too little',
    'too-many': 'There are too many',
    'not-above-zero': 'Enter a number above zero',
    'not-a-date': 'Enter a real date',
    'not-a-time': 'Enter a real time',
    'not-a-local-time': 'Enter a real date and time',
    'not-a-month': 'Enter a real month',
    'not-an-address': 'Enter an e-mail address, like name@example.com',
    'not-a-phone-number': 'Enter a phone number with digits, spaces and +',
    'not-a-time-zone': 'Choose a time zone',
    'not-a-number': 'Enter a number',
    ambiguous: 'This could be read as two numbers. Write it without the point or comma',
    'unclear-number': 'This could be read as two numbers. Write it without the point or comma',
    'not-a-username': 'Use 3 to 32 letters, digits, dots, hyphens or underscores',
    'not-a-code': 'Enter the 12 letters and digits of the code',
    'not-six-digits': 'Enter the 6 digits of the code',
    'not-an-id': 'Use small letters, digits and hyphens',
    'not-a-factor-level': 'Enter a number, or <1',
    'not-a-gtin': 'Enter the 14 digits under the code',
    'unreadable-characters': 'Take out characters that can’t be seen or read',
    'before-start': 'The end can’t be before the start',
    'in-future': 'This can’t be in the future',
    'in-the-future': 'This can’t be in the future',
    'missing-hour': 'The clocks went forward, so this time did not exist',
    'doubled-hour': 'The clocks went back, so this time came twice: say which one',
    'wrong-unit': 'This product is not measured in this unit',
    'not-in-catalogue': 'Choose a product from the list',
    'batch-needed': 'Enter the batch, or say that you don’t know it',
    'not-there': 'This is not in the diary. Choose another',
    'too-many-open': 'Many bleeds are still going on. Give one of them its end first',
    'bleed-needed': 'Choose the bleed this was for, or describe it',
    'not-this-products': 'This product does not come like this',
    'more-than-containers': 'This is more than the containers hold',
    'over-limit': 'This is more than can be recorded for this product. Check the amount',
    'not-a-step': 'This product is not measured in such small parts',
    same: 'This is the one you have now. Choose another',
    'too-common': 'Too many people use this password. Choose another',
  },
});

/**
 * One or two plain sentences for a failure: what happened and what to do.
 *
 * @param hasTyped whether something was typed on this page, which is still there
 */
export function failureWords({ code, retryAfterSeconds, correlationId }: Failure, hasTyped = false): string {
  const base = problemWords.code[code];
  // Nobody types again what they need not: but on a page that only reads, it would be asked what is meant.
  if (hasTyped && (code === 'offline' || code === 'signed-out')) return `${base} ${problemWords.stillHere}`;
  if (code === 'too-many')
    return `${base} ${problemWords.after(Math.max(Math.ceil((retryAfterSeconds ?? 60) / 60), 1))}`;
  return code === 'broken' && correlationId !== undefined
    ? `${base} ${problemWords.reference(correlationId)}`
    : base;
}

/** A newer API may send a reason that this page does not know. */
const general = (): Readonly<Record<string, string>> => problemWords.reason;

/** Words of each field: the id of the field, then the reason. They win over the general ones. */
export type FieldWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A sentence for a field's closed reason code; a field's own words come first. */
export const reasonWords = (reason: string, field = '', own: FieldWords = {}): string =>
  own[field]?.[reason] ?? general()[reason] ?? problemWords.check;
