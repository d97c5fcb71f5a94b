import type { VNode } from 'preact';
import { daysFrom, firstDay, lastDay } from '../../shared/dates/days.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { Empty } from '../../shared/components/empty.tsx';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { DayContents } from './day-contents.tsx';
import { dayModel } from './day-marks.ts';

/** The same month as a list, for those who find a grid hard, and for printing. */
export function MonthList({ link, view }: OpenDiary): VNode {
  const days = daysFrom(firstDay(view.month), lastDay(view.month))
    .map((day) => dayModel(day, view))
    .filter(({ entries, planned }) => entries.length > 0 || planned.length > 0);
  if (days.length === 0) return <Empty>{words.nothingInMonth}</Empty>;
  return (
    <ol class="month-list">
      {days.map((model) => (
        <li key={model.day}>
          <h3>{dayWords.long(model.day)}</h3>
          <DayContents model={model} link={link} view={view} />
        </li>
      ))}
    </ol>
  );
}
