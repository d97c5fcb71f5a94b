import { translatable } from '../translatable.ts';

/** Where somebody is signed in, what happened to their account, and a new password. */
export const deviceWords = translatable('devices', {
  title: 'Your devices and sign-ins',
  link: 'See where you are signed in',
  intro:
    'These phones and computers are signed in to your account. If you don’t know one, sign it out and change your password. Signing a device out deletes what it keeps, also what was not sent yet.',
  browser: {
    firefox: 'Firefox',
    edge: 'Edge',
    samsung: 'Samsung Internet',
    opera: 'Opera',
    chrome: 'Chrome',
    safari: 'Safari',
    other: 'Another browser',
  },
  system: {
    android: 'an Android phone or tablet',
    ios: 'an iPhone or iPad',
    windows: 'a Windows computer',
    mac: 'a Mac',
    linux: 'a Linux computer',
    other: 'another device',
  },
  device: (browser: string, system: string): string => `${browser} on ${system}`,
  here: 'This device',
  since: 'Signed in',
  lastUsed: 'Last used',
  end: 'Sign this device out',
  endNamed: (device: string): string => `Sign this device out: ${device}`,
  ended: 'The device is signed out.',
  endAll: 'Sign out everywhere',
  endAllText: 'Signs you out on every device, this one too. You then sign in again with your password.',
  endAllSure: 'Sign out on every device now?',
  refusedSince: (count: number): string =>
    count === 1
      ? 'Since you last signed in, one try to sign in with your username was refused.'
      : `Since you last signed in, ${String(count)} tries to sign in with your username were refused.`,
  eventsTitle: 'What happened to your account',
  event: {
    'signed-in': 'Signed in',
    'signed-out': 'Signed out',
    'device-ended': 'Signed out another device',
    'ended-everywhere': 'Signed out everywhere',
    'password-changed': 'Changed the password',
    'password-reset': 'Set a new password with a code',
    'second-factor-set': 'Set up a second step',
    'address-asked': 'Asked for a new mail address',
    'address-changed': 'Changed the mail address',
    'cookie-reused': 'Signed out, because a session was used twice',
  },
  happened: (event: string, device: string): string => `${event}, with ${device}`,
  refusedBefore: (count: number): string =>
    count === 1 ? 'One try was refused before it.' : `${String(count)} tries were refused before it.`,
  passwordTitle: 'Change your password',
  passwordIntro: 'You are signed out on every other device, and stay signed in here.',
  current: 'The password you have now',
  next: 'New password',
  nextHint: 'At least 12 characters. Three or four words that only you would put together work well.',
  save: 'Save the new password',
  saved: 'Your new password is saved. You are signed out on every other device.',
  wrong: 'The password you have now is not right.',
  account: 'Password and devices',
});
