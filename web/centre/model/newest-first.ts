import type { Entry } from '#contracts/entries.ts';

/** Day, then time where there is one: what is about whole days comes after the times of its first day. */
function orderOf(entry: Entry): string {
  if (entry.kind === 'treatment') return `${entry.day}T${entry.when.local.slice(11)}`;
  if (entry.kind === 'bleed') return `${entry.day}T${entry.startedAt.local.slice(11)}`;
  return entry.from;
}

/** The newest entry first; of two with the same time, the one that was recorded later. */
export const newestFirst = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toReversed().toSorted((a, b) => (orderOf(b) < orderOf(a) ? -1 : orderOf(b) > orderOf(a) ? 1 : 0));
