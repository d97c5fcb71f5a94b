import type { ComponentChildren, VNode } from 'preact';
import type { MonthView } from '#contracts/diary.ts';
import type { Bleed, Entry, Treatment } from '#contracts/entries.ts';
import { SummaryList } from '../../shared/components/summary-list.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { commonWords } from '../../shared/words/en/common.ts';
import { entryCardWords, placeOfBleed } from '../../shared/words/en/entry.ts';
import { vocabularyWords } from '../../shared/words/en/vocabulary.ts';
import { listed } from '../../shared/words/listed.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { person } from '../state/me.ts';
import { BleedPhotos } from '../photo/bleed-photos.tsx';
import { containerLine } from '../treatment/container-line.ts';

type Rows = (readonly [string, ComponentChildren])[];

const atWords = (local: string): string => dayWords.at(local.slice(0, 10), local.slice(11));

/** Whose box it was, by name where the reader keeps that diary too. */
function boxSaid({ fromHomeStock, otherBox }: Treatment): string {
  if (otherBox === undefined) return fromHomeStock ? commonWords.yes : commonWords.no;
  const { of } = otherBox;
  const known = person.me.value?.diaries.find(
    (one) => one.centre === of?.centre && one.patient === of.patient,
  );
  return known === undefined ? entryCardWords.otherBox : entryCardWords.boxOf(known.firstName);
}

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
    [entryCardWords.reason, vocabularyWords.reason[entry.reason]],
    [entryCardWords.treats, bleeds.length === 0 ? undefined : listed(bleeds)],
    [
      entryCardWords.batches,
      entry.containers.map((container, index) => (
        <div key={index}>{containerLine(container, entry.amount.unit)}</div>
      )),
    ],
    [entryCardWords.place, vocabularyWords.place[entry.place]],
    [entryCardWords.homeStock, boxSaid(entry)],
    [entryCardWords.note, entry.note],
  ];
}

const bleedRows = (entry: Bleed): Rows => [
  [entryCardWords.severity, vocabularyWords.severity[entry.severity]],
  [entryCardWords.cause, vocabularyWords.cause[entry.cause]],
  [entryCardWords.pain, entry.pain === undefined ? undefined : `${String(entry.pain)} / 10`],
  [
    entryCardWords.response,
    entry.response === undefined ? undefined : vocabularyWords.response[entry.response],
  ],
  [
    entryCardWords.state,
    entry.endedAt === undefined ? entryCardWords.ongoing : entryCardWords.ended(atWords(entry.endedAt.local)),
  ],
  [entryCardWords.note, entry.note],
];

interface Props {
  readonly entry: Entry;
  /** With it, the photos of a bleed. */
  readonly link?: OpenDiary['link'];
  readonly view: MonthView;
}

/** Everything an entry says, as names and values. */
export function EntryFacts({ entry, link, view }: Props): VNode {
  if (entry.kind === 'treatment') return <SummaryList rows={treatmentRows(entry, view)} />;
  if (entry.kind === 'bleed') {
    return (
      <>
        <SummaryList rows={bleedRows(entry)} />
        {link !== undefined && <BleedPhotos entry={entry} link={link} view={view} />}
      </>
    );
  }
  if (entry.kind === 'not-taken' && entry.reason !== undefined) {
    return <SummaryList rows={[[entryCardWords.reason, vocabularyWords.notTaken[entry.reason]]]} />;
  }
  return <></>;
}
