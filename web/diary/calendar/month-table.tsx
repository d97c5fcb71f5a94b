import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { MonthView } from '#contracts/diary.ts';
import { addDays, addMonths, daysFrom, firstDay, lastDay, weekdayOf } from '../../shared/dates/days.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import { months } from '../state/months.ts';
import { dayModel, dayName, type DayModel } from './day-marks.ts';
import { MarkShape } from './mark-shape.tsx';

interface Props {
  readonly month: string;
  readonly today: string;
  readonly chosen: string;
  /** Absent while the month is being read: the days are there at once, their marks follow. */
  readonly view: MonthView | undefined;
}

/** Weeks from Monday to Sunday; `undefined` before the first and after the last day. */
function weeksOf(month: string): (string | undefined)[][] {
  const days: (string | undefined)[] = [
    ...Array.from<undefined>({ length: weekdayOf(firstDay(month)) - 1 }),
    ...daysFrom(firstDay(month), lastDay(month)),
  ];
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, at) => days[week * 7 + at]),
  );
}

/** Where a key leads from a day: an extra beside Tab, as in other calendars. */
function dayByKey(key: string, day: string): string | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  const step = steps[key];
  if (step !== undefined) return addDays(day, step);
  if (key === 'Home') return addDays(day, 1 - weekdayOf(day));
  if (key === 'End') return addDays(day, 7 - weekdayOf(day));
  if (key === 'PageUp' || key === 'PageDown') {
    const month = addMonths(day.slice(0, 7), key === 'PageUp' ? -1 : 1);
    const same = `${month}-${day.slice(8)}`;
    return same > lastDay(month) ? lastDay(month) : same;
  }
  return undefined;
}

function DayCell({
  model,
  today,
  chosen,
}: {
  readonly model: DayModel;
  readonly today: string;
  readonly chosen: string;
}): VNode {
  const { day } = model;
  return (
    <td>
      <button
        type="button"
        class="day"
        id={`day-${day}`}
        aria-label={dayName(model)}
        aria-current={day === today ? 'date' : undefined}
        aria-pressed={day === chosen}
        onClick={() => {
          months.chooseDay(day);
        }}
      >
        <span class="day-number">{Number(day.slice(8))}</span>
        <span class="day-marks">
          {model.marks.map(([mark, count]) => (
            <MarkShape key={mark} mark={mark} count={count} />
          ))}
        </span>
      </button>
    </td>
  );
}

/** The month as a real table: a caption, weekdays as headers, and a button a day that says what is recorded. */
export function MonthTable({ month, today, chosen, view }: Props): VNode {
  const weeks = useMemo(() => weeksOf(month), [month]);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) document.getElementById(`day-${chosen}`)?.focus();
    moved.current = false;
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = event.target instanceof HTMLElement ? event.target.id.replace('day-', '') : '';
    const to = from.length === 10 && !event.altKey && !event.ctrlKey ? dayByKey(event.key, from) : undefined;
    if (to === undefined) return;
    event.preventDefault();
    moved.current = true;
    months.chooseDay(to);
  };
  return (
    <table class="calendar" onKeyDown={onKeyDown}>
      <caption class="visually-hidden">{words.monthCaption(dayWords.month(month))}</caption>
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 7].map((number) => (
            <th key={number} scope="col">
              <abbr title={dayWords.weekday(number)}>{dayWords.column(number)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={index}>
            {week.map((day, at) =>
              day === undefined ? (
                <td key={at} />
              ) : (
                <DayCell key={day} model={dayModel(day, view)} today={today} chosen={chosen} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
