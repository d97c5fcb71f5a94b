import {
  BLEED_CAUSE_IDS,
  BLEED_SITES,
  SIDES,
  type BleedCause,
  type BleedSite,
  type Side,
} from '../vocabulary.ts';
import type { RecordedBleed } from './insight-facts.ts';

export interface PlaceCount {
  readonly site: BleedSite;
  readonly side: Side;
  readonly count: number;
}
export interface CauseCount {
  readonly cause: BleedCause;
  readonly count: number;
}

/** How many bleeds each site and side had, most first, then in the order of the vocabulary; places without any are left out. */
export function bleedsByPlace(bleeds: readonly RecordedBleed[]): PlaceCount[] {
  return BLEED_SITES.flatMap((site) =>
    SIDES.map((side) => ({
      site,
      side,
      count: bleeds.filter((one) => one.site === site && one.side === side).length,
    })),
  )
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** How many bleeds each cause had; every cause is there, also with none. */
export function bleedsByCause(bleeds: readonly RecordedBleed[]): CauseCount[] {
  return BLEED_CAUSE_IDS.map((cause) => ({
    cause,
    count: bleeds.filter((one) => one.cause === cause).length,
  }));
}
