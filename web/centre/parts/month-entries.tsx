import type { VNode } from 'preact';
import type { Entry } from '#contracts/entries.ts';
import type { DiaryMonth } from '../model/diary-month.ts';
import { Empty } from '../../shared/components/empty.tsx';
import { Tag } from '../../shared/components/tag.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';
import { centreSharing } from '../../shared/words/en/centre-sharing.ts';
import { centreVocabulary } from '../../shared/words/en/centre-vocabulary.ts';
import { entryText } from '../model/entry-text.ts';
import { newestFirst } from '../model/newest-first.ts';

const words = centrePatient.month;

type Acts = (entry: Entry, about: string) => VNode | null;
/** Nothing where an entry has none. */
type Photos = (entry: Entry) => VNode | undefined;

interface RowProps {
  readonly entry: Entry;
  readonly acts: Acts;
  readonly withheld: boolean;
  readonly photos?: Photos;
}

function Row({ entry, acts, withheld, photos }: RowProps): VNode {
  const { when, what, detail } = entryText(entry);
  const gone = entry.voided !== undefined;
  const pictures = photos?.(entry);
  return (
    <>
      <tr class={gone ? 'entry-voided' : pictures === undefined ? undefined : 'entry-goes-on'}>
        <td>{when}</td>
        <td>
          {gone ? <s>{what}</s> : <strong>{what}</strong>} <span class="quiet">{detail}</span>
          {entry.kind === 'treatment' && entry.batchMissing && !gone && (
            <Tag kind="attention">{words.batchMissing}</Tag>
          )}
          {withheld && <Tag>{centreSharing.withheld.tag}</Tag>}
          {entry.voided !== undefined && (
            <span class="entry-reason">{words.voided(entry.voided.reason)}</span>
          )}
        </td>
        <td class="quiet">{words.recordedBy(entry.recordedBy, centreVocabulary.sources[entry.source])}</td>
        <td class="entry-acts">{acts(entry, `${what}, ${when}`)}</td>
      </tr>
      {pictures !== undefined && (
        <tr>
          <td />
          <td colSpan={3}>{pictures}</td>
        </tr>
      )}
    </>
  );
}

/** The entries of a month, newest first, with who recorded them; those taken out stay, crossed out. */
export function MonthEntries({
  view,
  acts,
  withheld = [],
  photos,
}: {
  readonly view: DiaryMonth;
  /** The ids of the entries that are withheld from somebody. */
  readonly withheld?: readonly string[];
  /** What can be done with an entry, said of it in words. */
  readonly acts: Acts;
  /** The photos of a bleed, where they may be shown. */
  readonly photos?: Photos;
}): VNode {
  if (view.entries.length === 0) {
    return (
      <Empty>
        <p>{words.noEntries}</p>
      </Empty>
    );
  }
  return (
    <table class="table table-entries">
      <caption>{words.entries(dayWords.month(view.month))}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.day}</th>
          <th scope="col">{words.columns.what}</th>
          <th scope="col">{words.columns.by}</th>
          <th scope="col">
            <span class="visually-hidden">{words.columns.act}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {newestFirst(view.entries).map((entry) => (
          <Row
            key={entry.id}
            entry={entry}
            acts={acts}
            withheld={withheld.includes(entry.id)}
            {...(photos === undefined ? {} : { photos })}
          />
        ))}
      </tbody>
    </table>
  );
}
