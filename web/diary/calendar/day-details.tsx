import type { VNode } from 'preact';
import { dayWords } from '../../shared/dates/day-words.ts';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { mayRecordIn } from '../parts/may-record.ts';
import { DayContents } from './day-contents.tsx';
import { dayModel } from './day-marks.ts';

/** The chosen day below the calendar: what it holds and what can be recorded on it. */
export function DayDetails({ day, link, view }: OpenDiary & { readonly day: string }): VNode {
  const model = dayModel(day, view);
  const isEmpty = model.entries.length === 0 && model.planned.length === 0;
  const canMark =
    model.planned.some(({ state }) => state === 'open' || state === 'ahead') && day <= view.today;
  return (
    <section class="day-details" aria-labelledby="chosen-day">
      <h2 id="chosen-day">{dayWords.long(day)}</h2>
      {isEmpty ? (
        <p class="quiet">{words.nothingOnDay}</p>
      ) : (
        <DayContents model={model} link={link} view={view} />
      )}
      {mayRecordIn({ link, view }) && day <= view.today && (
        <div class="buttons">
          <a class="button button-second" href="/record">
            {words.onThisDay.record}
          </a>
          <a class="button button-second" href="/bleed">
            {words.onThisDay.bleed}
          </a>
          {canMark && (
            <a class="button button-second" href="/not-taken">
              {words.onThisDay.notTaken}
            </a>
          )}
        </div>
      )}
    </section>
  );
}
