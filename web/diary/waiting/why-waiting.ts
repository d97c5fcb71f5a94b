import { offlinePageWords as words } from '../../shared/words/en/offline-pages.ts';
import { failureWords, reasonWords } from '../../shared/words/en/problems.ts';
import type { Item } from '../state/outbox/item.ts';

/** What is said of some codes only. */
const wordFor = (said: Readonly<Record<string, string | undefined>>, code: string): string | undefined =>
  said[code];

/** Why an act is not sent, in a sentence or two; nothing where it is only on its way. */
export function whyWaiting({ state, failure }: Item): string | undefined {
  if (state === 'received') return words.received;
  if (failure === undefined || state === 'sending' || state === 'sent') return undefined;
  if (state === 'waiting') return wordFor(words.waits, failure.code) ?? words.waitsForUs;
  if (failure.code === 'question') return undefined;
  const own = wordFor(words.refused, failure.code);
  if (own !== undefined) return own;
  const reasons = [...new Set(failure.fields.map(({ reason }) => reasonWords(reason)))];
  return [failureWords(failure), ...reasons.map((reason) => `${reason}.`)].join(' ');
}
