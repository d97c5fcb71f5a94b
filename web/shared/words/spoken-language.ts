import { type Language, LANGUAGES } from '#domain/languages.ts';

/**
 * The language the page is drawn in. `first-paint.js` sets it on the document before anything is drawn, and
 * `loadLanguage` puts it back to English where the words can't be had.
 */
export const spokenLanguage = (): Language => {
  const tag = typeof document === 'undefined' ? 'en' : (document.documentElement.lang.split('-')[0] ?? 'en');
  return LANGUAGES.find((language) => language === tag) ?? 'en';
};
