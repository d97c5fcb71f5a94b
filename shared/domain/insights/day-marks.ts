import { addDays, type LocalDate } from '../calendar-day.ts';
import type { Evidence } from '../evidence.ts';
import type { PlannedDose } from '../plan.ts';
import { within, type RecordedBleed, type RecordedTreatment, type Window } from './insight-facts.ts';

/** What a year overview says of a day, the first that is true of it. */
export const DAY_MARKS = [
  'bleed-and-treatment',
  'bleed',
  'treatment',
  'not-taken',
  'open',
  'confirmed',
] as const;
export type DayMark = (typeof DAY_MARKS)[number];

interface Marked {
  readonly bleeds: readonly RecordedBleed[];
  readonly treatments: readonly RecordedTreatment[];
  readonly evidence: readonly Evidence[];
  /** Planned doses of days gone by that nobody recorded nor marked. */
  readonly open: readonly PlannedDose[];
}

/** One mark for each day of a window that has something to tell, in order. */
export function dayMarks(
  given: Marked,
  window: Window,
): { readonly day: LocalDate; readonly mark: DayMark }[] {
  const bled = new Set(given.bleeds.map(({ day }) => day));
  const treated = new Set(given.treatments.map(({ day }) => day));
  const notTaken = daysOf(given.evidence, 'not-taken', window);
  const confirmed = daysOf(given.evidence, 'confirmation', window);
  const open = new Set(given.open.map(({ day }) => day));
  const markOf = (day: LocalDate): DayMark | undefined => {
    if (bled.has(day)) return treated.has(day) ? 'bleed-and-treatment' : 'bleed';
    if (treated.has(day)) return 'treatment';
    if (notTaken.has(day)) return 'not-taken';
    if (open.has(day)) return 'open';
    return confirmed.has(day) ? 'confirmed' : undefined;
  };
  return [...new Set([...bled, ...treated, ...notTaken, ...open, ...confirmed])]
    .filter((day) => within(window, day))
    .sort()
    .flatMap((day) => {
      const mark = markOf(day);
      return mark === undefined ? [] : [{ day, mark }];
    });
}

/** The days of the window that entries of one kind name; an endless period costs no more than the window. */
function daysOf(evidence: readonly Evidence[], kind: Evidence['kind'], window: Window): Set<LocalDate> {
  const days = new Set<LocalDate>();
  for (const one of evidence) {
    if (one.kind !== kind) continue;
    const last = one.to < window.to ? one.to : window.to;
    for (let day = one.from > window.from ? one.from : window.from; day <= last; day = addDays(day, 1))
      days.add(day);
  }
  return days;
}
