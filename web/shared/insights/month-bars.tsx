import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { filledMonths, type MonthValue } from './filled-months.ts';

interface Props {
  readonly label: string;
  readonly months: readonly MonthValue[];
}

const [BAR, GAP, HEIGHT, FOOT] = [14, 8, 90, 16];

/** Amounts of one unit by month as bars, hatched rather than coloured; in languages from right to left, time goes that way. */
export function MonthBars({ label, months }: Props): VNode {
  const id = useId();
  const all = filledMonths(months);
  const most = Math.max(...all.map(({ value }) => value));
  const step = BAR + GAP;
  const width = Math.max(all.length, 12) * step;
  const fromRight = document.documentElement.dir === 'rtl';
  return (
    <svg
      class="month-bars"
      viewBox={`0 0 ${String(width)} ${String(HEIGHT + FOOT)}`}
      role="img"
      aria-label={label}
    >
      <defs>
        <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" class="bar-ground" />
          <path d="M0 5 5 0" class="bar-hatch" />
        </pattern>
      </defs>
      {all.map(({ month, value }, index) => {
        const left = (fromRight ? all.length - 1 - index : index) * step + GAP / 2;
        const tall = most === 0 ? 0 : (value / most) * (HEIGHT - 4);
        return (
          <g key={month}>
            {value > 0 && (
              <rect x={left} y={HEIGHT - tall} width={BAR} height={tall} class="bar" fill={`url(#${id})`} />
            )}
            {(all.length <= 24 || month.endsWith('-01')) && (
              <text x={left + BAR / 2} y={HEIGHT + 12} class="bar-text">
                {all.length <= 24 ? String(Number(month.slice(5))) : month.slice(2, 4)}
              </text>
            )}
          </g>
        );
      })}
      <path d={`M0 ${String(HEIGHT)}h${String(width)}`} class="bar-line" />
    </svg>
  );
}
