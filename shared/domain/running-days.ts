import { addDays, laterDay, type LocalDate } from './calendar-day.ts';
import { planStart } from './plan.ts';
import type { Pause, RecordingFacts } from './recording-types.ts';

/**
 * The first day on which anything can be owed: the later of plan start and `clockFrom`. `undefined` where no clock
 * will run: no home therapy, no plan, nothing delivered yet.
 */
export function clockStart(
  facts: Pick<RecordingFacts, 'homeTherapy' | 'plans' | 'clockFrom'>,
): LocalDate | undefined {
  const start = planStart(facts.plans);
  if (!facts.homeTherapy || start === undefined || facts.clockFrom === undefined) return undefined;
  return laterDay(start, facts.clockFrom);
}

export function isPaused(pauses: readonly Pause[], day: LocalDate): boolean {
  return pauses.some((pause) => pause.from <= day && day <= pause.to);
}

/** The first day from `day` on that no pause covers. */
export function firstRunningDay(pauses: readonly Pause[], day: LocalDate): LocalDate {
  let running = day;
  for (const pause of [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (pause.from <= running && running <= pause.to) running = addDays(pause.to, 1);
  }
  return running;
}

/**
 * The day that is `count` days after `day` when paused days are not counted: a pause stops the clock, and afterwards
 * it stands where it stood.
 */
export function addRunningDays(day: LocalDate, count: number, pauses: readonly Pause[]): LocalDate {
  const later = pauses.filter((pause) => pause.to > day);
  if (later.length === 0) return addDays(day, count);
  let reached = day;
  for (let left = count; left > 0; left -= 1) reached = firstRunningDay(later, addDays(reached, 1));
  return reached;
}
