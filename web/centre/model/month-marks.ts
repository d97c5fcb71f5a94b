import type { DiaryMonth } from './diary-month.ts';

/** What can stand on a day of the month; each has its own shape and its own words. */
export type Mark = 'recorded' | 'open' | 'not-taken' | 'ahead' | 'bleed' | 'extra';

/**
 * The marks of each day that has any: planned doses by their state, bleeds, and treatments on days without a
 * planned dose. Entries that were taken out leave no mark.
 */
export function monthMarks({
  planned,
  entries,
}: Pick<DiaryMonth, 'planned' | 'entries'>): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  const add = (day: string, mark: Mark): void => {
    marks.set(day, [...(marks.get(day) ?? []), mark]);
  };
  for (const dose of planned) add(dose.day, dose.state);
  const withDose = new Set(planned.filter(({ state }) => state === 'recorded').map(({ day }) => day));
  for (const entry of entries) {
    if (entry.voided !== undefined) continue;
    if (entry.kind === 'bleed') add(entry.day, 'bleed');
    if (entry.kind === 'treatment' && !withDose.has(entry.day)) add(entry.day, 'extra');
  }
  return marks;
}
