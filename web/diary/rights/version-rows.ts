import type { EntryVersion } from '#contracts/rights.ts';
import { formatAmount } from '#domain/format-amount.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { accessLogWords as words } from '../../shared/words/en/access-log.ts';
import { commonWords } from '../../shared/words/en/common.ts';
import { entryCardWords, placeOfBleed } from '../../shared/words/en/entry.ts';
import { vocabularyWords } from '../../shared/words/en/vocabulary.ts';
import { containerLine } from '../treatment/container-line.ts';

type Rows = readonly (readonly [name: string, value: string])[];
type Version<K extends EntryVersion['kind']> = Extract<EntryVersion, { kind: K }>;

const atWords = (local: string): string => dayWords.at(local.slice(0, 10), local.slice(11));

const treatmentRows = (one: Version<'treatment'>): Rows => [
  [words.field.when, atWords(one.when.local)],
  [words.field.product, one.productName],
  [words.field.amount, formatAmount(one.amount)],
  [
    entryCardWords.batches,
    one.containers.map((container) => containerLine(container, one.amount.unit)).join('; '),
  ],
  [entryCardWords.reason, vocabularyWords.reason[one.reason]],
  [entryCardWords.place, vocabularyWords.place[one.place]],
  [entryCardWords.homeStock, one.fromHomeStock ? commonWords.yes : commonWords.no],
];

const bleedRows = (one: Version<'bleed'>): Rows => [
  [words.field.started, atWords(one.startedAt.local)],
  [words.field.site, placeOfBleed(one)],
  [entryCardWords.severity, vocabularyWords.severity[one.severity]],
  [entryCardWords.cause, vocabularyWords.cause[one.cause]],
  [entryCardWords.pain, one.pain === undefined ? '' : `${String(one.pain)} / 10`],
  [entryCardWords.response, one.response === undefined ? '' : vocabularyWords.response[one.response]],
  [
    entryCardWords.state,
    one.endedAt === undefined ? entryCardWords.ongoing : entryCardWords.ended(atWords(one.endedAt.local)),
  ],
];

const rowsOf = (version: EntryVersion): Rows => {
  if (version.kind === 'treatment') return treatmentRows(version);
  return version.kind === 'bleed' ? bleedRows(version) : [];
};

/** What two versions of an entry say differently: its name, and what stood there before and after. */
export function differences(
  before: EntryVersion,
  after: EntryVersion,
): readonly (readonly [name: string, before: string, after: string])[] {
  const earlier = new Map(rowsOf(before));
  return rowsOf(after)
    .map(([name, value]) => [name, earlier.get(name) ?? '', value] as const)
    .filter(([, was, is]) => was !== is);
}
