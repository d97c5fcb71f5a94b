import type { Entry } from '#contracts/entries.ts';
import { formatAmount } from '#domain/format-amount.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { entryCardWords, entryWords, placeOfBleed } from '../../shared/words/en/entry.ts';
import { isolated } from '../../shared/words/isolated.ts';
import { listed } from '../../shared/words/listed.ts';

const range = (from: string, to: string): string =>
  from === to ? dayWords.short(from) : `${dayWords.short(from)} – ${dayWords.short(to)}`;

/** One line that says what an entry is: "07:30 Elocta, 2,000 IU". */
export function entryTitle(entry: Entry): string {
  switch (entry.kind) {
    case 'treatment':
      return isolated(`${entry.when.local.slice(11)} ${entry.productName}, ${formatAmount(entry.amount)}`);
    case 'bleed':
      return `${entry.startedAt.local.slice(11)} ${entryCardWords.bleed}: ${placeOfBleed(entry)}`;
    case 'not-taken':
      return `${entryCardWords['not-taken']}: ${range(entry.from, entry.to)}`;
    case 'confirmation': {
      const answers = entry.answers.map((answer) => entryWords.confirmation[answer]);
      return `${entryCardWords.confirmation}: ${listed([...answers, range(entry.from, entry.to)])}`;
    }
  }
}

/** The same away from its day in the calendar: "07:30 Elocta, 2,000 IU, Sun 22 Nov". */
export const datedTitle = (entry: Entry): string =>
  entry.kind === 'treatment' || entry.kind === 'bleed'
    ? listed([entryTitle(entry), dayWords.short(entry.day)])
    : entryTitle(entry);
