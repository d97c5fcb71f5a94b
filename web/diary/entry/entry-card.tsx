import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Entry } from '#contracts/entries.ts';
import { More } from '../../shared/components/more.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { localNow } from '../../shared/dates/days.ts';
import { lazy } from '../../shared/router/lazy.tsx';
import { entryCardWords, entryWords, recorder } from '../../shared/words/en/entry.ts';
import { MarkShape } from '../calendar/mark-shape.tsx';
import type { Mark } from '../calendar/day-marks.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { mayRecordIn } from '../parts/may-record.ts';
import { PendingTag } from '../waiting/pending-tag.tsx';
import { person } from '../state/me.ts';
import { entryTitle } from './entry-title.ts';

const EntryFacts = lazy(() => import('./entry-facts.tsx').then((module) => module.EntryFacts));
const marks = {
  treatment: 'recorded',
  bleed: 'bleed',
  'not-taken': 'not-taken',
  confirmation: 'confirmed',
} as const;
const folders = { treatment: 'treatments', bleed: 'bleeds' } as const;

const historyOf = (entry: Entry, zone: string): string => {
  const { day, time } = localNow(zone, Date.parse(entry.typedAt));
  return entryCardWords.by(
    recorder(entry.recordedBy),
    dayWords.at(day, time),
    entryWords.source[entry.source],
  );
};

const removedOn = (at: string, zone: string): string => dayWords.middle(localNow(zone, Date.parse(at)).day);

/** One entry of the diary: what it says, its history, and the ways to correct or remove it. */
export function EntryCard({ entry, link, view }: OpenDiary & { readonly entry: Entry }): VNode {
  const [opened, setOpened] = useState(false);
  const mark: Mark = marks[entry.kind];
  const title = entryTitle(entry);
  const { voided } = entry;
  const where = `${view.month}/${entry.id}`;
  return (
    <article class={voided === undefined ? 'entry' : 'entry entry-removed'}>
      <p class="entry-title">
        {voided === undefined && <MarkShape mark={mark} />}
        <bdi>{voided === undefined ? title : <del>{title}</del>}</bdi> <PendingTag id={entry.id} />
      </p>
      {voided !== undefined && (
        <p>
          {voided.moved === undefined
            ? entryCardWords.removed(removedOn(voided.at, view.homeZone), voided.reason)
            : entryCardWords.movedAway(removedOn(voided.at, view.homeZone))}
        </p>
      )}
      {voided === undefined && entry.kind === 'treatment' && entry.batchMissing && (
        <p>{entryCardWords.batchMissing}</p>
      )}
      <More
        summary={entryCardWords.details}
        onOpen={() => {
          setOpened(true);
        }}
      >
        {opened && <EntryFacts entry={entry} link={link} view={view} />}
        <p class="quiet">{historyOf(entry, view.homeZone)}</p>
        {entry.version > 1 && voided === undefined && <p class="quiet">{entryCardWords.corrected}</p>}
        {entry.movedHere !== undefined && <p class="quiet">{entryCardWords.movedHere}</p>}
        {(entry.version > 1 || voided !== undefined || entry.movedHere !== undefined) && (
          <p>
            <a href={`/history/${entry.id}`}>
              {entryCardWords.history}
              <span class="visually-hidden"> {title}</span>
            </a>
          </p>
        )}
      </More>
      {voided === undefined && mayRecordIn({ link, view }) && (
        <p class="entry-acts">
          {(entry.kind === 'treatment' || entry.kind === 'bleed') && (
            <a href={`/${folders[entry.kind]}/${where}`}>
              {entryCardWords.change}
              <span class="visually-hidden"> {title}</span>
            </a>
          )}
          {person.hasSeveral.value && (entry.kind === 'treatment' || entry.kind === 'bleed') && (
            <a href={`/move/${where}`}>
              {entryCardWords.move}
              <span class="visually-hidden"> {title}</span>
            </a>
          )}
          <a href={`/remove/${where}`}>
            {entryCardWords.remove}
            <span class="visually-hidden"> {title}</span>
          </a>
        </p>
      )}
    </article>
  );
}
