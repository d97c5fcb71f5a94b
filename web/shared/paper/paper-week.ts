import { plannedDoses } from '#domain/planned-doses.ts';
import type { Plan } from '#domain/plan.ts';
import { addDays } from '../dates/days.ts';

export const MOST_WEEKS = 26;
/** Lines for treatments: enough for a dose a day and as many again; a plan of many doses gets more, as far as a page goes. */
const FEWEST_LINES = 14;
const MOST_LINES = 24;
/** Lines left to write on below what is planned. */
const SPARE_LINES = 4;

/** The number of weeks somebody typed, or `undefined` where it is none that is printed. */
export function weeksOf(typed: string): number | undefined {
  const weeks = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
  return weeks >= 1 && weeks <= MOST_WEEKS ? weeks : undefined;
}

/** A line of a form's treatments; the empty ones are written on. */
export interface PaperLine {
  readonly day?: string;
  readonly productId?: string;
}

/**
 * The lines of a week's treatments: what is planned on its day, then empty ones. A plan with more doses than a page has
 * lines is not printed into it, rather than in part.
 */
export function linesOf(plans: readonly Plan[], from: string | undefined): PaperLine[] {
  const doses = from === undefined ? [] : plannedDoses(plans, from, addDays(from, 6));
  const planned: PaperLine[] =
    doses.length > MOST_LINES ? [] : doses.map(({ day, productId }) => ({ day, productId }));
  const count = Math.min(MOST_LINES, Math.max(FEWEST_LINES, planned.length + SPARE_LINES));
  return Array.from({ length: count }, (_, line) => planned[line] ?? {});
}
