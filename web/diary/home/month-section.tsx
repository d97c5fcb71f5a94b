import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { MonthView } from '#contracts/diary.ts';
import { announce } from '../../shared/components/announce.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { addMonths } from '../../shared/dates/days.ts';
import { lazy } from '../../shared/router/lazy.tsx';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import { MonthTable } from '../calendar/month-table.tsx';
import type { OpenDiary } from '../parts/diary-page.tsx';
import type { DiaryLink } from '../state/me.ts';
import { months } from '../state/months.ts';

const parts = () => import('./parts.ts');
const DayDetails = lazy<OpenDiary & { readonly day: string }>(
  () => parts().then((module) => module.DayDetails),
  { early: true },
);
const CalendarKey = lazy(() => parts().then((module) => module.CalendarKey), { early: true });
/** The same element each time: nothing in it changes. */
const calendarKey = <CalendarKey />;
const CopyNotice = lazy<{ readonly month: string }>(() => parts().then((module) => module.CopyNotice), {
  early: true,
});
const MonthList = lazy<OpenDiary>(() =>
  import('../calendar/month-list.tsx').then((module) => module.MonthList),
);

interface Props {
  readonly link: DiaryLink;
  readonly view: MonthView | undefined;
  readonly today: string;
}
const place = 'haemdiary-view';

function MonthSteps({ month }: { readonly month: string }): VNode {
  const step = (by: number) => (): void => {
    const to = addMonths(month, by);
    months.show(to);
    announce(dayWords.month(to));
  };
  return (
    <div class="month-steps">
      <button type="button" class="button button-quiet" aria-label={words.previousMonth} onClick={step(-1)}>
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false" class="arrow">
          <path d="M12.500 4 6.500 10l6 6" />
        </svg>
      </button>
      <h2 id="month-title">{dayWords.month(month)}</h2>
      <button type="button" class="button button-quiet" aria-label={words.nextMonth} onClick={step(1)}>
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false" class="arrow">
          <path d="M7.500 4l6 6-6 6" />
        </svg>
      </button>
    </div>
  );
}

/** The month as a calendar with its day below, or as a list; the choice is remembered on this device. */
export function MonthSection({ link, view, today }: Props): VNode {
  const [isList, setIsList] = useState(localStorage.getItem(place) === 'list');
  const choose = (list: boolean) => (): void => {
    localStorage.setItem(place, list ? 'list' : 'calendar');
    setIsList(list);
  };
  const month = months.shown.value;
  const day = months.day.value;
  return (
    <>
      {months.copiedAt(month) !== undefined && months.failureOf(month) !== undefined && (
        <CopyNotice month={month} />
      )}
      <section class="month" aria-labelledby="month-title" aria-busy={view === undefined}>
        <MonthSteps month={month} />
        <div class="buttons view-choice" role="group" aria-label={words.view}>
          <button type="button" class="button button-quiet" aria-pressed={!isList} onClick={choose(false)}>
            {words.calendar}
          </button>
          <button type="button" class="button button-quiet" aria-pressed={isList} onClick={choose(true)}>
            {words.list}
          </button>
        </div>
        {isList && view !== undefined && <MonthList link={link} view={view} />}
        {!isList && <MonthTable key={link.patient} month={month} today={today} chosen={day} view={view} />}
        {!isList && calendarKey}
      </section>
      {!isList && view !== undefined && <DayDetails day={day} link={link} view={view} />}
    </>
  );
}
