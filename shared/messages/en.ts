import { enAccount } from './en-account.ts';
import { mailOf, type Letter } from './letter.ts';
import type { Mail, Messages } from './message.ts';

const CLOSING = ['This mail was sent by a computer. Please do not answer it: nobody reads the answers.'];

const letter = (words: Omit<Letter, 'language' | 'direction' | 'closing'>): Mail =>
  mailOf({ language: 'en', direction: 'ltr', closing: CLOSING, ...words });

const signIn = (site: string) => ({ words: 'Sign in', to: `${site}/sign-in` });

/** The code stands behind `#`, so that it is in no server’s log. */
const invitation = ({ site, code }: { site: string; code: string }, paragraphs: readonly string[]): Mail =>
  letter({
    subject: 'Your invitation',
    paragraphs: [
      ...paragraphs,
      'The link opens the first page for you. If it does not, enter this code there:',
    ],
    code,
    link: { words: 'Accept the invitation', to: `${site}/accept#${code}` },
  });

/** `period` is all that the address says. */
const nothing = (site: string, period: string) => ({
  words: 'If there is nothing to fill in, say so',
  to: `${site}/confirm?period=${period}`,
});

const reminder = (site: string, paragraphs: readonly string[], period?: string): Mail =>
  letter({
    subject: 'A reminder for you',
    paragraphs,
    link: signIn(site),
    ...(period === undefined ? {} : { otherLink: nothing(site, period) }),
  });

/** English. Subjects and words give nothing away to whoever else sees the screen. */
export const en: Messages = {
  'reset-code': ({ code }) =>
    letter({
      subject: 'Your code',
      paragraphs: [
        'You, or someone who typed your username, asked to set a new password. Enter this code on the page where you asked for it:',
      ],
      code,
    }),
  'invitation-person': (values) =>
    invitation(values, [
      'Your centre invites you to keep a diary online.',
      'You will be asked to confirm a birth date, and to choose a username and a password of your own.',
    ]),
  'invitation-staff': (values) =>
    invitation(values, [
      'You are invited to join your centre’s site.',
      'You will choose a username and a password of your own, and set up an authenticator app on your phone.',
    ]),
  'invitation-registry': (values) =>
    invitation(values, [
      'You are invited to join the registry’s site.',
      'You will choose a username and a password of your own, and set up an authenticator app on your phone.',
    ]),
  'reminder-1': ({ site, period }) =>
    reminder(
      site,
      [
        'There is something to fill in for you. If you have done it in the meantime, thank you: there is nothing more to do.',
      ],
      period,
    ),
  'reminder-2': ({ site, period }) =>
    reminder(
      site,
      [
        'There is still something to fill in for you. It usually takes a few minutes, and late is better than not at all.',
        'If something keeps you from it, please tell your centre. They will be glad to help.',
      ],
      period,
    ),
  'reminder-3': ({ site, period }) =>
    reminder(
      site,
      [
        'There is still something to fill in for you, and some time has passed. Please do it in the next days.',
        'If something keeps you from it, please tell your centre. They will be glad to help.',
      ],
      period,
    ),
  'plan-reminder': ({ site, period }) =>
    reminder(
      site,
      [
        'You asked to be reminded: there is something to do. Please sign in to see what it is.',
        'You choose the day and the time of this mail, or switch it off, on the same site.',
      ],
      period,
    ),
  'plan-and-stock': ({ site, period }) =>
    reminder(
      site,
      [
        'You asked to be reminded: there is something to do. Please sign in to see what it is.',
        'There is also something to look at, of what you asked to hear about once a week.',
        'You choose the day and the time of this mail, or switch it off, on the same site.',
      ],
      period,
    ),
  'stock-notice': ({ site }) =>
    reminder(site, [
      'You asked for a note once a week when there is something to look at. Please sign in to see what it is.',
      'You choose the day and the time of this mail, or switch it off, on the same site.',
    ]),
  'formal-notice': ({ site }) =>
    letter({
      subject: 'A notice from your centre',
      paragraphs: [
        'Your centre has a formal notice for you. Please sign in and read it, or call your centre: the number is on your appointment letters.',
      ],
      link: signIn(site),
    }),
  'lapsed-digest': ({ site }) =>
    letter({
      subject: 'Your worklist',
      // No number: whoever is added later the same day would make it untrue.
      paragraphs: ['There is something new on your centre’s worklist.'],
      link: signIn(site),
    }),
  'delivery-suspended': ({ site }) =>
    letter({
      subject: 'A decision of your centre',
      paragraphs: [
        'Your centre has taken a decision that concerns you. Please sign in and read it, or call your centre: the number is on your appointment letters.',
      ],
      link: signIn(site),
    }),
  'delivery-restored': ({ site }) =>
    letter({
      subject: 'Good news from your centre',
      paragraphs: ['Your centre has taken a decision that concerns you. Please sign in and read it.'],
      link: signIn(site),
    }),
  'registry-helped': ({ site }) =>
    letter({
      subject: 'A change at your centre',
      paragraphs: [
        'The registry has helped a data manager of your centre to sign in again, or has invited a new one. If nobody at your centre asked for this, please call the registry at once.',
      ],
      link: signIn(site),
    }),
  'account-helped': ({ site }) =>
    letter({
      subject: 'Your sign-in was helped',
      paragraphs: [
        'Somebody asked a centre to help you sign in again, and it has.',
        'If this wasn’t you, please call your centre at once: the number is on your appointment letters.',
      ],
      link: signIn(site),
    }),
  'staff-account-helped': ({ site }) =>
    letter({
      subject: 'Your sign-in was helped',
      paragraphs: [
        'A centre has taken the authenticator app off your account. You set up a new one at the next sign-in.',
        'If you did not ask for this, please tell a data manager of your centre at once.',
      ],
      link: signIn(site),
    }),
  'link-ended': ({ site }) =>
    letter({
      subject: 'A change to your account',
      paragraphs: [
        'Your centre has ended a link of your account. If you did not expect this, please call your centre.',
      ],
      link: signIn(site),
    }),
  'link-limited': ({ site }) =>
    letter({
      subject: 'A change to your account',
      paragraphs: [
        'Your centre has changed what your account may do: it can read, and no longer add anything. If you did not expect this, please call your centre.',
      ],
      link: signIn(site),
    }),
  'request-answered': ({ site }) =>
    letter({
      subject: 'An answer for you',
      paragraphs: ['You asked your centre something. There is an answer for you to read.'],
      link: signIn(site),
    }),
  ...enAccount(letter, signIn),
};
