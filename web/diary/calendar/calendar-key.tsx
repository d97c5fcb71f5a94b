import type { VNode } from 'preact';
import { More } from '../../shared/components/more.tsx';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import type { Mark } from './day-marks.ts';
import { MarkShape } from './mark-shape.tsx';

const marks: readonly Mark[] = ['recorded', 'planned', 'open', 'not-taken', 'bleed', 'confirmed'];

/** What the signs in the calendar mean. */
export function CalendarKey(): VNode {
  return (
    <More summary={words.key}>
      <ul class="key">
        {marks.map((mark) => (
          <li key={mark}>
            <MarkShape mark={mark} /> {words.marks[mark]}
          </li>
        ))}
      </ul>
    </More>
  );
}
