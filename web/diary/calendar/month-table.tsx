import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
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

interface Cell {
  readonly model: DayModel;
  readonly name: string;
}

/** From Monday to Sunday; `undefined` before the first and after the last day. */
type Weeks = readonly (readonly (Cell | undefined)[])[];

function weeksOf({ month, view }: Props): Weeks {
  const days: (Cell | undefined)[] = [
    ...Array.from<undefined>({ length: weekdayOf(firstDay(month)) - 1 }),
    ...daysFrom(firstDay(month), lastDay(month)).map((day) => {
      const model = dayModel(day, view);
      return { model, name: dayName(model) };
    }),
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

/** Drawn in the table's own go, and over the cell that stood there: a month of parts to make anew is felt. */
const dayCell = (
  { model, name }: Cell,
  key: number,
  { today, chosen }: Pick<Props, 'today' | 'chosen'>,
): VNode => (
  <td key={key}>
    <button
      type="button"
      class="day"
      id={`day-${model.day}`}
      aria-label={name}
      aria-current={model.day === today ? 'date' : undefined}
      aria-pressed={model.day === chosen}
    >
      <span class="day-number">{Number(model.day.slice(8))}</span>
      <span class="day-marks">
        {model.marks.map(([mark, count], at) => (
          <MarkShape key={at} mark={mark} count={count} />
        ))}
      </span>
    </button>
  </td>
);

/** The day of the button that an event comes from. */
const dayOf = ({ target }: Event): string | undefined => {
  const button = target instanceof Element ? target.closest('.day') : null;
  return button?.id.replace('day-', '');
};

/** The month as a real table: a caption, weekdays as headers, and a button a day that says what is recorded. */
const tableOf = ({ month, today, chosen }: Props, weeks: Weeks): VNode => (
  <table class="calendar">
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
          {week.map((cell, at) =>
            cell === undefined ? <td key={at} /> : dayCell(cell, at, { today, chosen }),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);

/** So many months stay drawn, one over the other: that in sight and one on either side. Showing one lays out nothing. */
const DRAWN = 3;

interface Drawn {
  readonly props: Props;
  readonly weeks: Weeks;
  readonly table: VNode;
}

/** The tables of the months lately in sight, each in its place; drawn again only where something in one is another. */
function drawnWith(before: readonly Drawn[], props: Props): readonly Drawn[] {
  const was = before.find((drawn) => drawn.props.month === props.month);
  const isRead = was !== undefined && was.props.view === props.view;
  if (isRead && was.props.chosen === props.chosen && was.props.today === props.today) return before;
  const weeks = isRead ? was.weeks : weeksOf(props);
  const drawn = { props, weeks, table: tableOf(props, weeks) };
  return was === undefined
    ? [...before.slice(1 - DRAWN), drawn]
    : before.map((other) => (other === was ? drawn : other));
}

/** The month in sight, a day of which can be pressed or reached by keys. One diary's: give it a key of the diary. */
export function MonthTable(props: Props): VNode {
  const { month, chosen } = props;
  const drawn = useRef<readonly Drawn[]>([]);
  drawn.current = drawnWith(drawn.current, props);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) document.getElementById(`day-${chosen}`)?.focus();
    moved.current = false;
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys may come faster than the focus follows: then from where it is going.
    const from = moved.current ? months.day.peek() : dayOf(event);
    const to = from !== undefined && !event.altKey && !event.ctrlKey ? dayByKey(event.key, from) : undefined;
    if (to === undefined) return;
    event.preventDefault();
    if (to === from) return;
    moved.current = true;
    months.chooseDay(to);
  };
  const onClick = (event: MouseEvent): void => {
    const day = dayOf(event);
    if (day !== undefined) months.chooseDay(day);
  };
  return (
    <div class="months" onKeyDown={onKeyDown} onClick={onClick}>
      {drawn.current.map(({ props: { month: its }, table }) => (
        <div key={its} class={its === month ? '' : 'unseen'}>
          {table}
        </div>
      ))}
    </div>
  );
}
