import type { VNode } from 'preact';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import { EntryCard } from '../entry/entry-card.tsx';
import type { OpenDiary } from '../parts/diary-page.tsx';
import type { DayModel } from './day-marks.ts';
import { doseWords } from './dose-words.ts';
import { MarkShape } from './mark-shape.tsx';

/** What is recorded and planned on one day. */
export function DayContents({ model, link, view }: OpenDiary & { readonly model: DayModel }): VNode {
  return (
    <ul class="entries">
      {model.entries.map((entry) => (
        <li key={entry.id}>
          <EntryCard entry={entry} link={link} view={view} />
        </li>
      ))}
      {model.planned.map((dose) => {
        const what = doseWords(dose);
        const mark = dose.state === 'ahead' ? 'planned' : dose.state === 'open' ? 'open' : 'not-taken';
        const said = {
          planned: words.plannedAhead,
          open: words.plannedOpen,
          'not-taken': words.plannedNotTaken,
        };
        return (
          <li key={`${dose.productId}-${String(dose.ordinal)}`} class="planned">
            <MarkShape mark={mark} /> {said[mark](what)}
          </li>
        );
      })}
    </ul>
  );
}
