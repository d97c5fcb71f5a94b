import type { RecordedTreatment } from './insight-facts.ts';

/** How long after the treatment it was typed in. The three counts are of `entries`; those between 7 and 28 days are in none. */
export interface EntryLag {
  /** Treatments recorded online; paper, staff and imports say nothing of how soon somebody wrote. */
  readonly entries: number;
  readonly within24Hours: number;
  /** Those within 24 hours among them. */
  readonly within7Days: number;
  readonly laterThan28Days: number;
}

const HOUR_MS = 3_600_000;

/** Entry lag by the instants, so that a change of the clocks moves nobody over a limit. */
export function entryLag(treatments: readonly RecordedTreatment[]): EntryLag {
  const lags = treatments
    .filter(({ online }) => online)
    .map(({ givenAt, typedAt }) => (Date.parse(typedAt) - Date.parse(givenAt)) / HOUR_MS);
  const count = (meets: (hours: number) => boolean): number => lags.filter(meets).length;
  return {
    entries: lags.length,
    within24Hours: count((hours) => hours <= 24),
    within7Days: count((hours) => hours <= 7 * 24),
    laterThan28Days: count((hours) => hours > 28 * 24),
  };
}
