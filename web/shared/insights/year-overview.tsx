import type { VNode } from 'preact';
import type { Insights } from '#contracts/insights.ts';
import { DAY_MARKS } from '#domain/insights/day-marks.ts';
import { dayWords } from '../dates/day-words.ts';
import { insightsWords as words } from '../words/en/insights.ts';
import { listed } from '../words/listed.ts';
import { markCounts } from './mark-counts.ts';
import { SmallMonth, yearShape } from './small-month.tsx';
import { ToldTable } from './told-table.tsx';
import './insights.css';

interface Props {
  readonly year: string;
  readonly marks: Insights['marks'];
  /** Where a press on a month leads; without it the months are only drawn. */
  readonly onMonth?: (month: string) => void;
}

const monthsOf = (year: string): string[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);

function monthLabel(month: string, marks: Insights['marks']): string {
  const counts = markCounts(marks, month);
  const said = DAY_MARKS.flatMap((mark) => {
    const count = counts.get(mark);
    return count === undefined ? [] : [words.year.count(words.year.marks[mark], count)];
  });
  return words.year.month(dayWords.month(month), said.length === 0 ? words.year.nothing : listed(said));
}

function YearKey(): VNode {
  return (
    <ul class="year-key" aria-label={words.year.key}>
      {DAY_MARKS.map((mark) => (
        <li key={mark}>
          <svg viewBox="-7 -7 14 14" width="18" height="18" aria-hidden="true" focusable="false">
            {yearShape(mark)}
          </svg>
          {words.year.marks[mark]}
        </li>
      ))}
    </ul>
  );
}

/** Twelve small months, what their signs mean, and the same as a table. */
export function YearOverview({ year, marks, onMonth }: Props): VNode {
  const byDay = new Map(marks.map(({ day, mark }) => [day, mark]));
  const used = DAY_MARKS.filter((mark) => marks.some((one) => one.mark === mark));
  return (
    <>
      <YearKey />
      <ul class="year-months">
        {monthsOf(year).map((month) => (
          <li key={month}>
            {onMonth === undefined ? (
              <p class="year-month-name">{dayWords.month(month)}</p>
            ) : (
              <a
                class="year-month-name"
                href="/"
                onClick={() => {
                  onMonth(month);
                }}
              >
                {dayWords.month(month)}
              </a>
            )}
            <SmallMonth month={month} marks={byDay} label={monthLabel(month, marks)} />
          </li>
        ))}
      </ul>
      {used.length > 0 && (
        <div class="table-scroll" tabIndex={0} role="group" aria-label={words.year.caption(year)}>
          <ToldTable
            caption={words.year.caption(year)}
            head={[words.use.month, ...used.map((mark) => words.year.marks[mark])]}
            rows={monthsOf(year).map((month) => {
              const counts = markCounts(marks, month);
              return [dayWords.month(month), ...used.map((mark) => String(counts.get(mark) ?? 0))];
            })}
          />
        </div>
      )}
    </>
  );
}
