import type { Batch } from '#contracts/entries.ts';
import { formatAmount } from '#domain/format-amount.ts';
import type { Unit } from '#domain/product.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { containerWords as words } from '../../shared/words/en/container.ts';
import { vocabularyWords } from '../../shared/words/en/vocabulary.ts';
import { isolated } from '../../shared/words/isolated.ts';
import { listed } from '../../shared/words/listed.ts';

interface Container {
  readonly strength: number;
  readonly count: number;
  readonly batch: Batch;
  readonly expiresOn?: string | undefined;
}

const batchWords = (batch: Batch): string => {
  if (batch.kind === 'known') return words.batchIs(batch.number);
  return batch.kind === 'unknown' ? words.batchUnknownIs(vocabularyWords.batchUnknown[batch.reason]) : '';
};

/** "2 × 1,000 IU, batch AB123, expires 1 March 2028" */
export const containerLine = ({ strength, count, batch, expiresOn }: Container, unit: Unit): string =>
  listed(
    [
      isolated(`${String(count)} × ${formatAmount({ value: strength, unit })}`),
      batchWords(batch),
      expiresOn === undefined ? '' : words.expiresIs(dayWords.middle(expiresOn)),
    ].filter(Boolean),
  );
