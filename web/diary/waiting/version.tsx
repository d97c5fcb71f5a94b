import type { VNode } from 'preact';
import type { MonthView } from '#contracts/diary.ts';
import type { Entry } from '#contracts/entries.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { offlinePageWords as words } from '../../shared/words/en/offline-pages.ts';
import { EntryFacts } from '../entry/entry-facts.tsx';
import { entryTitle } from '../entry/entry-title.ts';
import { dayOfEntry } from '../state/outbox/entry-of-item.ts';

interface Props {
  readonly title: string;
  readonly entry: Entry;
  readonly view: MonthView;
}

/** One of two versions of an entry, all of it, under what it is. */
export function Version({ title, entry, view }: Props): VNode {
  return (
    <section class="version">
      <h3>{title}</h3>
      <p>
        <strong>
          {dayWords.middle(dayOfEntry(entry))} · <bdi>{entryTitle(entry)}</bdi>
        </strong>
      </p>
      <EntryFacts entry={entry} view={view} />
      {entry.voided !== undefined && <p>{words.conflict.removed(entry.voided.reason)}</p>}
    </section>
  );
}
