import type { Choice } from '../forms/select-field.tsx';

/** The choices of a closed list: its ids with their words. */
export const choicesOf = <K extends string>(
  ids: readonly K[],
  words: Readonly<Record<K, string>>,
): Choice[] => ids.map((value) => ({ value, label: words[value] }));
