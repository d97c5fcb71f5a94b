import { addDays, laterDay, type LocalDate } from './calendar-day.ts';
import type { ReasonId } from './vocabulary.ts';

export const EVIDENCE_KINDS = ['treatment', 'not-taken', 'confirmation'] as const;

/**
 * What an entry says about recording, without what it says about health: small enough to be kept with the patient's
 * state, so that a write can decide the status without reading the diary. Bleeds are none: they account for nothing.
 */
export interface Evidence {
  /** Of the entry. */
  readonly id: string;
  readonly kind: (typeof EVIDENCE_KINDS)[number];
  /** Local days of the home zone, both included; a treatment has one day, twice. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /**
   * Treatment: missing for a product the catalogue does not hold; it accounts for its day but matches no planned
   * dose. Not taken: missing for every product planned on those days.
   */
  readonly productId?: string | undefined;
  /** Treatments only. */
  readonly reason?: ReasonId | undefined;
}

/** Adds an entry, or replaces what the same entry said before it was corrected. */
export function addEvidence<E extends Evidence>(list: readonly E[], added: E): E[] {
  return [...removeEvidence(list, added.id), added];
}

/** Takes out a voided entry. */
export function removeEvidence<E extends Evidence>(list: readonly E[], id: string): E[] {
  return list.filter((evidence) => evidence.id !== id);
}

/** Days of evidence kept beyond the look-back, so that a treatment at its edge still finds its dose. */
const MARGIN_DAYS = 14;

/** The first day whose evidence can still decide anything: what a reader of the diary has to fetch. */
export function evidenceNeededFrom(today: LocalDate, lookbackDays: number): LocalDate {
  return addDays(today, -(lookbackDays + MARGIN_DAYS));
}

/**
 * Drops what can no longer decide anything, and says up to which day the dropped entries accounted, for the clock of
 * people without planned doses.
 */
export function pruneEvidence<E extends Evidence>(
  list: readonly E[],
  today: LocalDate,
  lookbackDays: number,
): { kept: E[]; accountedThrough?: LocalDate } {
  const keepFrom = evidenceNeededFrom(today, lookbackDays);
  const kept = list.filter((evidence) => evidence.to >= keepFrom);
  const accountedThrough = lastAccountedDay(list.filter((evidence) => evidence.to < keepFrom));
  return accountedThrough === undefined ? { kept } : { kept, accountedThrough };
}

/** The last day any entry accounts for, or `undefined` when there is none. */
export function lastAccountedDay(list: readonly Evidence[]): LocalDate | undefined {
  return list.reduce<LocalDate | undefined>((latest, evidence) => laterDay(latest, evidence.to), undefined);
}
