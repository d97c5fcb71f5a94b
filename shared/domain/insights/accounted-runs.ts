import { dayFromNumber, dayNumber, weekdayOfNumber, type LocalDate } from '../calendar-day.ts';
import type { Window } from './insight-facts.ts';

export interface Run extends Window {
  readonly days: number;
}

/** How much of a window the diary tells of: nothing here is a score, and a gap breaks nothing but the run it is in. */
export interface AccountedRuns {
  readonly accounted: number;
  /** Days of the window. */
  readonly days: number;
  /** Whole weeks, Monday to Sunday, inside the window, and how many of them are accounted for on every day. */
  readonly weeks: number;
  readonly wholeWeeks: number;
  /** The run that ends on the last accounted day, and the longest (the later of two equal ones). */
  readonly latest?: Run;
  readonly longest?: Run;
}

/** The runs of accounted days of a window. */
export function accountedRuns(accounted: readonly LocalDate[], window: Window): AccountedRuns {
  const [first, last] = [dayNumber(window.from), dayNumber(window.to)];
  const seen = new Set(accounted.map(dayNumber).filter((day) => day >= first && day <= last));
  const runs = runsOf([...seen].sort((a, b) => a - b));
  const monday = first + ((8 - weekdayOfNumber(first)) % 7);
  const weeks = Math.max(Math.floor((last + 1 - monday) / 7), 0);
  const latest = runs.at(-1);
  const longest = runs.reduce<Run | undefined>(
    (best, run) => (best === undefined || run.days >= best.days ? run : best),
    undefined,
  );
  return {
    accounted: seen.size,
    days: Math.max(last - first + 1, 0),
    weeks: Array.from({ length: weeks }, (_, week) => monday + week * 7).filter((start) =>
      [0, 1, 2, 3, 4, 5, 6].every((day) => seen.has(start + day)),
    ).length,
    wholeWeeks: weeks,
    ...(latest === undefined ? {} : { latest }),
    ...(longest === undefined ? {} : { longest }),
  };
}

function runsOf(days: readonly number[]): Run[] {
  const runs: { first: number; last: number }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.last === day - 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs.map((run) => ({
    from: dayFromNumber(run.first),
    to: dayFromNumber(run.last),
    days: run.last - run.first + 1,
  }));
}
