import type { boxWords } from '../en/box.ts';
import type { Translation } from '../translation.ts';

export const box: Translation<typeof boxWords> = {
  whose: 'Bocs pwy oedd ef?',
  whoseHint: 'Mae’r bocs yn gadael stoc y person hwnnw.',
  own: (name) => `Bocs ${name} ei hun`,
  theirs: (name) => `Un o focsys ${name}`,
  which: (name) => `Pa un o focsys ${name}?`,
  noBoxes: (name) => `Does dim bocsys wedi’u cyfrif yn nyddiadur ${name}. Teipiwch y swp isod.`,
  inOpen: (amount) => `ar agor, ${amount} ar ôl ynddo`,
  spraysInOpen: (n) => `ar agor, ${String(n)} chwistrelliad ar ôl ynddo`,
  openSince: (day) => `ar agor ers ${day}`,
};
