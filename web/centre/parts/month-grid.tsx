import type { VNode } from 'preact';
import type { DiaryMonth } from '../model/diary-month.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { daysFrom, firstDay, lastDay, weekdayOf } from '../../shared/dates/days.ts';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';
import { type Mark, monthMarks } from '../model/month-marks.ts';
import { MarkShape } from './mark-shape.tsx';

const words = centrePatient.month;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const legend: readonly Mark[] = ['recorded', 'open', 'not-taken', 'ahead', 'extra', 'bleed'];

/** The month in rows of a week, Monday first, with empty places before the first day. */
function weeksOf(month: string): (string | undefined)[][] {
  const days = daysFrom(firstDay(month), lastDay(month));
  const before = Array.from({ length: weekdayOf(firstDay(month)) - 1 }, () => undefined);
  const places = [...before, ...days];
  return Array.from({ length: Math.ceil(places.length / 7) }, (_, week) =>
    places.slice(week * 7, week * 7 + 7),
  );
}

function Day({
  day,
  marks,
  today,
}: {
  readonly day: string;
  readonly marks: readonly Mark[];
  readonly today: boolean;
}): VNode {
  return (
    <td aria-current={today ? 'date' : undefined}>
      <span class="month-day">{String(Number(day.slice(8)))}</span>
      <span class="month-marks">
        {marks.map((mark, index) => (
          <MarkShape key={index} mark={mark} />
        ))}
      </span>
    </td>
  );
}

/** One month of a diary at a glance. The list of its entries says everything in words. */
export function MonthGrid({ view }: { readonly view: DiaryMonth }): VNode {
  const marks = monthMarks(view);
  return (
    <>
      <table class="month-grid">
        <caption class="visually-hidden">{words.calendar(dayWords.month(view.month))}</caption>
        <thead>
          <tr>
            {weekdays.map((number) => (
              <th key={number} scope="col">
                <span aria-hidden="true">{dayWords.weekday(number).slice(0, 3)}</span>
                <span class="visually-hidden">{dayWords.weekday(number)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(view.month).map((week, index) => (
            <tr key={index}>
              {week.map((day, place) =>
                day === undefined ? (
                  <td key={place} />
                ) : (
                  <Day key={place} day={day} marks={marks.get(day) ?? []} today={day === view.today} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="month-legend" aria-hidden="true">
        {legend.map((mark) => (
          <li key={mark}>
            <MarkShape mark={mark} silent /> {words.marks[mark]}
          </li>
        ))}
      </ul>
    </>
  );
}
