import type { boxWords } from '../en/box.ts';
import type { Translation } from '../translation.ts';

export const box: Translation<typeof boxWords> = {
  whose: 'Bocs pwy oedd ef?',
  whoseHint: 'Mae’r bocs yn gadael stoc y person hwnnw.',
  own: (name) => `Bocs ${name} ei hun`,
  theirs: (name) => `Un o focsys ${name}`,
  which: (name) => `Pa un o focsys ${name}?`,
  noBoxes: (name) => `Does dim bocsys wedi’u cyfrif yn nyddiadur ${name}. Teipiwch y swp isod.`,
};
