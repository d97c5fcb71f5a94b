import type { VNode } from 'preact';
import type { DayMark } from '#domain/insights/day-marks.ts';
import { daysFrom, firstDay, lastDay, weekdayOf } from '../dates/days.ts';

const CELL = 14;
const shapes: Readonly<Record<DayMark, VNode>> = {
  treatment: <rect x="-4.5" y="-4.5" width="9" height="9" rx="2" class="year-solid" />,
  bleed: <path d="M0-6 6 0 0 6-6 0z" class="year-bleed" />,
  'bleed-and-treatment': (
    <>
      <rect x="-6" y="-6" width="12" height="12" rx="2" class="year-frame" />
      <path d="M0-4.500 4.500 0 0 4.500-4.500 0z" class="year-bleed" />
    </>
  ),
  'not-taken': <path d="M-4-4 4 4M4-4-4 4" class="year-line" />,
  open: <rect x="-4.500" y="-4.500" width="9" height="9" rx="2" class="year-open" />,
  confirmed: <circle r="3" class="year-ring" />,
};

/** The sign of one day, round the point 0, 0. */
export const yearShape = (mark: DayMark | undefined): VNode =>
  mark === undefined ? <circle r="1" class="year-dot" /> : shapes[mark];

interface Props {
  readonly month: string;
  readonly marks: ReadonlyMap<string, DayMark>;
  readonly label: string;
}

/** A month as small as it can be read: one sign a day, weeks from Monday. Its shapes are the same in a mirror. */
export function SmallMonth({ month, marks, label }: Props): VNode {
  const days = daysFrom(firstDay(month), lastDay(month));
  const before = weekdayOf(firstDay(month)) - 1;
  return (
    <svg
      class="small-month"
      viewBox={`0 0 ${String(7 * CELL)} ${String(6 * CELL)}`}
      role="img"
      aria-label={label}
    >
      {days.map((day, index) => {
        const at = before + index;
        const [x, y] = [((at % 7) + 0.5) * CELL, (Math.floor(at / 7) + 0.5) * CELL];
        return (
          <g key={day} transform={`translate(${String(x)} ${String(y)})`}>
            {yearShape(marks.get(day))}
          </g>
        );
      })}
    </svg>
  );
}
