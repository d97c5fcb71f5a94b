import type { LocalDate } from './calendar-day.ts';
import type { CentrePolicy } from './centre-policy.ts';
import { JOINT_SITES, type BleedCause, type BleedSite } from './vocabulary.ts';

export const BLEED_RATE_KINDS = ['all', 'joint', 'spontaneous', 'treated'] as const;
export type BleedRateKind = (typeof BLEED_RATE_KINDS)[number];

export interface CountedBleed {
  /** Local day of the home zone on which it started. */
  readonly day: LocalDate;
  readonly site: BleedSite;
  readonly cause: BleedCause;
  /** Treated with a factor or bypassing agent. */
  readonly treated: boolean;
}

/** A rate is never shown without its n, its observed days and its window. */
export interface BleedRate {
  readonly bleeds: number;
  readonly observedDays: number;
  /** Shown, but in no rate: on days nobody accounted for. */
  readonly bleedsOnUnobservedDays: number;
  /** Per year; missing when too few days were observed. */
  readonly perYear?: number;
}

const DAYS_PER_YEAR = 365.25;

/**
 * Bleeds per year of observed days: ABR, AJBR, sABR or tABR. Counts bleeds, not infusions; an unknown cause is never
 * spontaneous.
 *
 * @param observed the accounted days of the window
 * @param bleeds those that started in the window
 */
export function bleedRate(
  kind: BleedRateKind,
  bleeds: readonly CountedBleed[],
  observed: readonly LocalDate[],
  { minimumRateDays }: Pick<CentrePolicy, 'minimumRateDays'>,
): BleedRate {
  const days = new Set(observed);
  const counted = bleeds.filter((bleed) => isOfKind(kind, bleed));
  const seen = counted.filter((bleed) => days.has(bleed.day)).length;
  const rate = { bleeds: seen, observedDays: days.size, bleedsOnUnobservedDays: counted.length - seen };
  return days.size < minimumRateDays || days.size === 0
    ? rate
    : { ...rate, perYear: (seen * DAYS_PER_YEAR) / days.size };
}

function isOfKind(kind: BleedRateKind, bleed: CountedBleed): boolean {
  switch (kind) {
    case 'all':
      return true;
    case 'joint':
      return JOINT_SITES.some((site) => site === bleed.site);
    case 'spontaneous':
      return bleed.cause === 'spontaneous';
    case 'treated':
      return bleed.treated;
  }
}
