import type { ComponentChildren, VNode } from 'preact';
import type { MonthView } from '#contracts/diary.ts';
import type { Bleed, Entry, Treatment } from '#contracts/entries.ts';
import { SummaryList } from '../../shared/components/summary-list.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { commonWords } from '../../shared/words/en/common.ts';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { placeOfBleed } from '../../shared/words/en/entry.ts';
import { vocabularyWords } from '../../shared/words/en/vocabulary.ts';
import { containerLine } from '../treatment/container-line.ts';

const words = diaryWords.entry;
type Rows = (readonly [string, ComponentChildren])[];

const atWords = (local: string): string => `${dayWords.middle(local.slice(0, 10))}, ${local.slice(11)}`;

function treatmentRows(entry: Treatment, view: MonthView): Rows {
  const known = new Map(
    [...view.openBleeds, ...view.entries.filter((other) => other.kind === 'bleed')].map((bleed) => [
      bleed.id,
      bleed,
    ]),
  );
  const bleeds = entry.bleeds.flatMap((id) => {
    const bleed = known.get(id);
    return bleed === undefined ? [] : [placeOfBleed(bleed)];
  });
  return [
    [words.reason, vocabularyWords.reason[entry.reason]],
    [words.treats, bleeds.length === 0 ? undefined : bleeds.join(', ')],
    [
      words.batches,
      entry.containers.map((container, index) => (
        <div key={index}>
          <bdi>{containerLine(container, entry.amount.unit)}</bdi>
        </div>
      )),
    ],
    [words.place, vocabularyWords.place[entry.place]],
    [words.homeStock, entry.fromHomeStock ? commonWords.yes : commonWords.no],
    [words.note, entry.note],
  ];
}

const bleedRows = (entry: Bleed): Rows => [
  [words.severity, vocabularyWords.severity[entry.severity]],
  [words.cause, vocabularyWords.cause[entry.cause]],
  [words.pain, entry.pain === undefined ? undefined : `${String(entry.pain)} / 10`],
  [words.response, entry.response === undefined ? undefined : vocabularyWords.response[entry.response]],
  [words.state, entry.endedAt === undefined ? words.ongoing : words.ended(atWords(entry.endedAt.local))],
  [words.note, entry.note],
];

/** Everything an entry says, as names and values. */
export function EntryFacts({ entry, view }: { readonly entry: Entry; readonly view: MonthView }): VNode {
  if (entry.kind === 'treatment') return <SummaryList rows={treatmentRows(entry, view)} />;
  if (entry.kind === 'bleed') return <SummaryList rows={bleedRows(entry)} />;
  if (entry.kind === 'not-taken' && entry.reason !== undefined) {
    return <SummaryList rows={[[words.reason, vocabularyWords.notTaken[entry.reason]]]} />;
  }
  return <></>;
}
