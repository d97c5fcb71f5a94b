import { signal } from '@preact/signals';

/** What the page's one live region says; the shell draws it. */
export const announcement = signal('');

/** Says something once to screen-reader users, for example that a save went through. */
export function announce(text: string): void {
  announcement.value = '';
  window.setTimeout(() => {
    announcement.value = text;
  }, 50);
}
