import { translatable } from '../translatable.ts';
import type { FieldWords } from './problems.ts';

/** Signing in, the second step, a new password and accepting an invitation. */
export const sessionWords = translatable('session', {
  forgotUsername: 'Forgotten your username? Phone your centre: they can tell you after checking who you are.',
  secondTitle: 'Enter your code',
  secondText: 'Open the authenticator app on your phone and enter the 6 digits it shows for Haemdiary.',
  code: '6-digit code',
  codeNotAccepted: 'The code is not right or is out of date. Wait for the next one and try again.',
  lostPhone: 'Lost your phone? Ask a data manager at your centre to reset your second step.',
  startAgain: 'Start again',
  setUpTitle: 'Set up your second step',
  setUpText:
    'This account needs a code from your phone as well as a password. You need an authenticator app, for example the one built into your phone.',
  setUpScan: '1. In the app, add an account and scan this picture',
  setUpType: 'Or type this key into the app',
  setUpEnter: '2. Enter the 6 digits the app now shows',
  setUpPicture: 'QR code with the key shown below',
  finish: 'Finish and sign in',
  resetTitle: 'Choose a new password',
  resetText:
    'Enter your username. If we know it, we send a code to the e-mail address your centre holds for you.',
  resetSend: 'Send me a code',
  resetSent: (username: string): string =>
    `If there is an account called ${username}, a code is on its way to its e-mail address. It can take a few minutes.`,
  resetNoMail: 'No e-mail address on file, or nothing arrives? Phone your centre.',
  resetCode: 'Code from the e-mail',
  resetHaveCode: 'I already have a code',
  newPassword: 'New password',
  passwordHint: 'At least 12 characters. Three or four words that only you would put together work well.',
  resetSave: 'Save the new password',
  resetDoneTitle: 'Your new password is saved',
  resetDone: 'You were signed out everywhere else. Sign in with the new password.',
  acceptTitle: 'Accept your invitation',
  acceptText: 'Enter the code from the e-mail or letter. It is 12 letters and digits; spaces don’t matter.',
  invitationCode: 'Invitation code',
  acceptNot:
    'This code is not right, was used already, or is out of date. Check it against the e-mail or letter, or ask whoever invited you for a new one.',
  invitedTo: {
    patient: (centre?: string): string =>
      `${centre ?? 'Your centre'} invites you to keep your treatment diary here.`,
    carer: (centre?: string): string =>
      `${centre ?? 'A centre'} invites you to help keep a treatment diary here.`,
    staff: (centre?: string): string =>
      `You are invited to work with the diaries of ${centre ?? 'a centre'}.`,
    registry: (): string => 'You are invited to work in the registry.',
  },
  birthDate: 'Birth date of the person with the bleeding disorder',
  birthDateHint: 'To make sure the invitation reached the right person. For example 27 3 2007',
  displayName: 'Your name',
  displayNameHint: 'Your colleagues see this name, and it stands beside what you change.',
  accountQuestion: 'Do you already have a Haemdiary account here?',
  accountNew: 'No, make a new account',
  accountExisting: 'Yes, use the account I have',
  usernameNewHint:
    'You choose it now and it can’t be changed. 3 to 32 letters, digits, dots, hyphens or underscores. Don’t use your e-mail address.',
  secondFactor: '6-digit code from your authenticator app',
  secondFactorHint: 'Only if you use one with this account.',
  accept: 'Accept the invitation',
  acceptWrong:
    'What you entered doesn’t match this invitation or account. Check each field. After a few wrong tries the invitation ends and you need a new one.',
  acceptedTitle: 'Your invitation is accepted',
  accepted: (username: string): string =>
    `Your username is ${username}. Write it down: you need it each time you sign in.`,
  acceptedNextCode: 'When you first sign in, you set up a second step with your phone.',
  signInNow: 'Sign in now',
});

/** The fields of these pages in their own words. */
export const sessionFieldWords = translatable('sessionField', {
  username: {
    empty: 'Enter your username',
    'not-a-username':
      'Choose a username of 3 to 32 letters, digits, dots, hyphens or underscores, starting and ending with a letter or digit',
    taken: 'Somebody already uses this username. Choose another.',
  },
  password: {
    empty: 'Enter your password',
    'too-short': 'Use at least 12 characters',
    'too-long': 'Use at most 128 characters',
  },
  code: { empty: 'Enter the code', 'not-six-digits': 'Enter the 6 digits of the code' },
  birthDate: {
    empty: 'Enter the birth date',
    'not-a-date': 'Enter a real birth date, for example 27 3 2007',
    'in-future': 'The birth date can’t be in the future',
  },
  displayName: { empty: 'Enter your name' },
  secondFactor: { 'not-six-digits': 'Enter the 6 digits of the code' },
} satisfies FieldWords);
