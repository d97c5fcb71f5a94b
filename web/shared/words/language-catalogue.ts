import type { Language } from '#domain/languages.ts';

/**
 * `source`: what all others are made from. `awaiting-review`: made by the team, not yet read by a speaker who knows
 * the field. `to-be-made`: its file is there and empty, so it is not offered.
 */
export type TranslationState = 'source' | 'awaiting-review' | 'to-be-made';

interface Spoken {
  /** In the language itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly state: TranslationState;
}

/** The languages of the diary. A language is offered once it has words; those it lacks are read in English. */
export const languageCatalogue: Readonly<Record<Language, Spoken>> = {
  en: { name: 'English', direction: 'ltr', state: 'source' },
  cy: { name: 'Cymraeg', direction: 'ltr', state: 'awaiting-review' },
  ar: { name: 'العربية', direction: 'rtl', state: 'awaiting-review' },
  fa: { name: 'فارسی', direction: 'rtl', state: 'to-be-made' },
  ckb: { name: 'کوردیی ناوەندی', direction: 'rtl', state: 'to-be-made' },
  so: { name: 'Soomaali', direction: 'ltr', state: 'to-be-made' },
  zh: { name: '简体中文', direction: 'ltr', state: 'to-be-made' },
};
