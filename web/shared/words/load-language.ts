import type { Language } from '#domain/languages.ts';
import { speak } from './translatable.ts';
import { spokenLanguage } from './spoken-language.ts';

/** The words of each language that a site has, each a chunk of its own. */
export type Languages = Readonly<
  Partial<Record<Language, () => Promise<{ readonly words: Readonly<Record<string, object | undefined>> }>>>
>;

/**
 * Loads the words of the document's language, before the first page is drawn. Where they can't be had, the page is
 * drawn in English and says so to screen readers and fonts.
 */
export async function loadLanguage(languages: Languages): Promise<void> {
  const load = languages[spokenLanguage()];
  if (load === undefined) return;
  try {
    speak((await load()).words);
  } catch {
    document.documentElement.lang = 'en-GB';
    document.documentElement.dir = 'ltr';
  }
}
