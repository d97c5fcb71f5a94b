import { translatable } from '../translatable.ts';

/** Help, complaints and what works for whom; for anyone, signed in or not. */
export const helpWords = translatable('help', {
  title: 'Help and complaints',
  what: {
    title: 'What Haemdiary is',
    texts: [
      'Haemdiary is a diary for people with a bleeding disorder and those who care for them. You write down treatments and bleeds. Your centre reads them.',
      'It gives no advice about treatment. It is not an emergency service.',
    ],
  },
  emergency: 'Is it an emergency?',
  emergencyText: 'Nobody watches this page. Phone the emergency service or your centre.',
  help: {
    title: 'How to get help',
    texts: [
      'Phone your centre. They can help you sign in, tell you your username, and record for you on paper.',
      'The number is on your appointment letters. After you sign in it is under Settings.',
    ],
    password: 'You forgot your password?',
    passwordLink: 'Choose a new one',
    offline: 'You have no signal? You can still record. It is kept on your phone and sent later.',
  },
  complain: {
    title: 'How to complain',
    centre: 'First tell your centre. They decide about your diary and have to answer you.',
    authority:
      'Is it about your data, and the answer does not help? You can also complain to the Information Commissioner’s Office (ICO). It watches over data in the United Kingdom. You can do that at any time.',
    link: 'How to complain to the ICO (ico.org.uk)',
    rights: 'What we keep, and what your rights are, is in the privacy statement.',
  },
  access: {
    title: 'Can everybody use it?',
    texts: [
      'We want everybody to be able to use Haemdiary. We follow the rules called WCAG 2.2, level AA.',
      'You can use it with the keyboard alone, with a screen reader, with large text, in dark colours and with the colours of your device.',
      'We check each page with a program and look at it ourselves. People who use a screen reader every day have not checked all of it yet.',
    ],
    display: 'Change language, colours and text size',
    problem: 'Does something not work for you? Tell your centre. They pass it on to us.',
    paper: 'You can also ask your centre for paper forms.',
  },
});
