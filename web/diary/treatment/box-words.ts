import { formatAmount } from '#domain/format-amount.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { batchWords as words } from '../../shared/words/en/batch.ts';
import { boxWords } from '../../shared/words/en/box.ts';
import { listed } from '../../shared/words/listed.ts';
import type { RememberedBatch } from './remembered-batches.ts';

/** What is left in the open one, in sprays where it is given so, and since when it is open. */
function openedWords({ opened }: RememberedBatch): string[] {
  if (opened === undefined) return [];
  const { left, unit, actuations, openedOn } = opened;
  return [
    actuations === undefined
      ? boxWords.inOpen(formatAmount({ value: left, unit }))
      : boxWords.spraysInOpen(actuations),
    ...(openedOn === undefined ? [] : [boxWords.openSince(dayWords.middle(openedOn))]),
  ];
}

/** What is to be known of a box before it is chosen: what is open, its last day, how many are left. */
export function boxHint(one: RememberedBatch, today: string): string {
  const { expiresOn, count, recalled } = one;
  if (recalled) return words.recalled;
  const day = expiresOn === undefined ? '' : dayWords.middle(expiresOn);
  return listed(
    [
      ...openedWords(one),
      expiresOn !== undefined && expiresOn < today ? words.expired(day) : day && words.expires(day),
      count === undefined ? '' : words.left(count),
    ].filter(Boolean),
  );
}
