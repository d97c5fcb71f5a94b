import { fixed, printTable } from './figures.ts';

/** Something measured beside what it should be. */
export interface Figure {
  readonly what: string;
  readonly measured: number;
  readonly target: number;
  readonly unit: 'ms' | 'kB' | 'taps' | 'of 100';
  /** More is better; else less is. */
  readonly isLeast?: boolean;
}

const reached = ({ measured, target, isLeast = false }: Figure): boolean =>
  isLeast ? measured >= target : measured <= target;

/** Prints each figure with its target, the ratio of the two, and whether it is reached. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  printTable(
    title,
    ['what', 'measured', 'target', 'ratio', ''],
    figures.map((figure) => {
      const { what, measured, target, unit, isLeast = false } = figure;
      const digits = unit === 'kB' ? 1 : 0;
      return [
        what,
        `${fixed(measured, digits)} ${unit}`,
        `${isLeast ? '≥' : '≤'} ${String(target)}`,
        fixed(measured / target, 2),
        reached(figure) ? 'reached' : 'MISSED',
      ];
    }),
  );
}
