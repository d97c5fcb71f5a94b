import { translatable } from '../translatable.ts';

/** The sign-in page; apart from the other words of sessions because nearly every visit starts here. */
export const signInWords = translatable('signIn', {
  signIn: 'Sign in',
  username: 'Username',
  password: 'Password',
  forgot: 'I have forgotten my password',
  haveCode: 'I have an invitation code',
  notAccepted: 'The username or password is not right. Check both and try again.',
  expired: 'You were signed out to keep your diary safe. Sign in again: anything you typed is still here.',
  usernameEmpty: 'Enter your username',
  passwordEmpty: 'Enter your password',
});
