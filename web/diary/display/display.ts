import { signal } from '@preact/signals';
import type { Language } from '#domain/languages.ts';

/** What `first-paint.js` reads before the first page is drawn. */
const keyOf = (name: 'language' | 'theme' | 'text'): string => `haemdiary-${name}`;

/** `''`: as the device is set. */
export const THEMES = ['', 'light', 'dark'] as const;
/** Per cent of the browser's own size; `''` is 100. */
export const TEXT_SIZES = ['', '125', '150', '200'] as const;

const read = <T extends string>(name: 'theme' | 'text', known: readonly T[], usual: T): T =>
  known.find((value) => value === localStorage.getItem(keyOf(name))) ?? usual;

const theme = signal(read('theme', THEMES, ''));
const text = signal(read('text', TEXT_SIZES, ''));

function keep(name: 'theme' | 'text', value: string): void {
  if (value === '') {
    localStorage.removeItem(keyOf(name));
    document.documentElement.removeAttribute(`data-${name}`);
  } else {
    localStorage.setItem(keyOf(name), value);
    document.documentElement.setAttribute(`data-${name}`, value);
  }
}

/** How this device shows the diary; remembered before anybody signs in. */
export const display = {
  theme,
  text,
  setTheme: (value: string): void => {
    theme.value = THEMES.find((known) => known === value) ?? '';
    keep('theme', theme.value);
  },
  setText: (value: string): void => {
    text.value = TEXT_SIZES.find((known) => known === value) ?? '';
    keep('text', text.value);
  },
  /** The page starts afresh: its words were laid over English ones. */
  speak: (language: Language): void => {
    localStorage.setItem(keyOf('language'), language);
    window.location.reload();
  },
};
