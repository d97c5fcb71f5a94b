import { translatable } from '../translatable.ts';

/** The password once more, before something that cannot be taken back. */
export const proofWords = translatable('proof', {
  title: 'Is it you?',
  text: 'Please enter your password once more. Then we go on: what you typed stays.',
  password: 'Your password',
  go: 'Go on',
  empty: 'Enter your password',
  wrong: 'This password is not right.',
});
