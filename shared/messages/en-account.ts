import type { AccountMails, SignInOf, WriteLetter } from './account-mails.ts';

/** What is mailed about an account itself. */
export const enAccount = (letter: WriteLetter, signIn: SignInOf): AccountMails => ({
  'address-code': ({ site, code }) =>
    letter({
      subject: 'Your code',
      paragraphs: [
        'You, or someone who typed this address, asked to have mail sent here. The link opens the page where the code belongs. It is good for one day.',
        'If this wasn’t you, there is nothing to do: without the code no more mail comes here.',
      ],
      code,
      link: { words: 'Enter the code', to: `${site}/address#${code}` },
    }),
  'address-changed': ({ site }) =>
    letter({
      subject: 'Your mail address was changed',
      paragraphs: [
        'The address that mail of your account is sent to was changed.',
        'If this wasn’t you, please set a new password and call your centre at once: the number is on your appointment letters.',
      ],
      link: signIn(site),
    }),
  'password-changed': ({ site }) =>
    letter({
      subject: 'Your password was changed',
      paragraphs: [
        'Your account has a new password. Other devices were signed out.',
        'If this wasn’t you, please call your centre at once: the number is on your appointment letters.',
      ],
      link: signIn(site),
    }),
  'staff-password-changed': ({ site }) =>
    letter({
      subject: 'Your password was changed',
      paragraphs: [
        'Your account has a new password. Other devices were signed out.',
        'If this wasn’t you, please tell a data manager of your centre at once.',
      ],
      link: signIn(site),
    }),
});
