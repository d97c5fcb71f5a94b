import type { Language } from '#domain/languages.ts';
import { spokenLanguage } from '../../shared/words/spoken-language.ts';

/** A device on which nobody has chosen a language takes the account's; one choice on the device stands over it. */
export function followAccount(language: Language | undefined): void {
  if (language === undefined || localStorage.getItem('haemdiary-language') !== null) return;
  localStorage.setItem('haemdiary-language', language);
  if (language !== spokenLanguage()) window.location.reload();
}
