import { addDays, laterDay, type LocalDate } from './calendar-day.ts';
import type { ReasonId } from './vocabulary.ts';

/**
 * What the entries of a diary say about recording, without what they say about health. The list is small enough to
 * be kept with the patient's state, so that a write can decide the status without reading the diary.
 */
export type Evidence = TreatmentEvidence | NotTakenEvidence | ConfirmationEvidence;

export interface TreatmentEvidence {
  readonly kind: 'treatment';
  readonly entryId: string;
  /** Local day of the home zone. */
  readonly date: LocalDate;
  readonly reason: ReasonId;
  /** Missing for a product the catalogue does not hold: it accounts for days but matches no planned dose. */
  readonly productId?: string;
}

export interface NotTakenEvidence {
  readonly kind: 'not-taken';
  readonly entryId: string;
  readonly from: LocalDate;
  /** Included. */
  readonly to: LocalDate;
  /** Missing: every product planned on those days. */
  readonly productId?: string;
}

export interface ConfirmationEvidence {
  readonly kind: 'confirmation';
  readonly entryId: string;
  readonly from: LocalDate;
  /** Included. */
  readonly to: LocalDate;
}

/** First and last day an entry speaks of. */
export function evidenceSpan(evidence: Evidence): { from: LocalDate; to: LocalDate } {
  return evidence.kind === 'treatment'
    ? { from: evidence.date, to: evidence.date }
    : { from: evidence.from, to: evidence.to };
}

/** Adds an entry, or replaces what the same entry said before it was corrected. */
export function addEvidence(list: readonly Evidence[], added: Evidence): Evidence[] {
  return [...removeEvidence(list, added.entryId), added];
}

/** Takes out a voided entry. */
export function removeEvidence(list: readonly Evidence[], entryId: string): Evidence[] {
  return list.filter((evidence) => evidence.entryId !== entryId);
}

/** Days of evidence kept beyond the look-back, so that a treatment at its edge still finds its dose. */
const MARGIN_DAYS = 14;

/**
 * Drops what can no longer decide anything, and says up to which day the dropped entries accounted, for the clock of
 * people without planned doses.
 */
export function pruneEvidence(
  list: readonly Evidence[],
  today: LocalDate,
  lookbackDays: number,
): { kept: Evidence[]; accountedThrough?: LocalDate } {
  const keepFrom = addDays(today, -(lookbackDays + MARGIN_DAYS));
  const kept = list.filter((evidence) => evidenceSpan(evidence).to >= keepFrom);
  const dropped = list.filter((evidence) => evidenceSpan(evidence).to < keepFrom);
  const accountedThrough = lastAccountedDay(dropped);
  return accountedThrough === undefined ? { kept } : { kept, accountedThrough };
}

/** The last day any entry accounts for, or `undefined` when there is none. */
export function lastAccountedDay(list: readonly Evidence[]): LocalDate | undefined {
  return list.reduce<LocalDate | undefined>(
    (latest, evidence) => laterDay(latest, evidenceSpan(evidence).to),
    undefined,
  );
}
