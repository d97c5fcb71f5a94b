import { translatable } from '../translatable.ts';

/** Language, colours and text size. */
export const displayWords = translatable('display', {
  title: 'Language and display',
  intro: 'These choices are kept on this device. You do not have to sign in to change them.',
  language: 'Language',
  languageHint: 'Your e-mails come in this language too, once you are signed in and where we have it.',
  useLanguage: 'Use this language',
  source: 'The language the diary is written in.',
  awaitingReview: 'Translated by our team. A speaker of this language has not checked it yet.',
  notYet: (names: string): string => `Still to be translated: ${names}`,
  notKept: 'The language is used on this device, but we could not keep it for your e-mails. Try again later.',
  theme: 'Colours',
  themes: { system: 'As on this device', light: 'Light', dark: 'Dark' },
  text: 'Text size',
  percent: (size: number): string => `${String(size)}%`,
  textUsual: 'Usual size',
  textHint: 'You can also make text larger in your browser.',
});
