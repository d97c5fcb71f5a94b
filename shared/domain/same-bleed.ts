import { Temporal } from 'temporal-polyfill';
import type { IsoInstant } from './calendar-day.ts';
import type { BleedSite, Side } from './vocabulary.ts';

export interface EarlierBleed {
  readonly id: string;
  readonly site: BleedSite;
  readonly side: Side;
  readonly startedAt: IsoInstant;
  readonly endedAt?: IsoInstant | undefined;
  /** The last treatment that was linked to it. */
  readonly lastTreatedAt?: IsoInstant | undefined;
}

/**
 * The earlier bleed a new one may be a continuation of: same site and side, begun before it, and within the centre's
 * hours (72 by default; ISTH SSC, WFH 2020 §7.2, read in a second source) after the last treatment linked to it, else
 * its end, else its start. Of several the one touched last. A suggestion only: the person decides.
 */
export function suggestSameBleed(
  bleed: { readonly site: BleedSite; readonly side: Side; readonly startedAt: IsoInstant },
  earlier: readonly EarlierBleed[],
  sameBleedHours: number,
): EarlierBleed | undefined {
  const starts = millisecondsOf(bleed.startedAt);
  return earlier
    .filter((other) => other.site === bleed.site && other.side === bleed.side)
    .filter((other) => millisecondsOf(other.startedAt) <= starts)
    .filter((other) => starts - lastTouched(other) <= sameBleedHours * 3_600_000)
    .sort((a, b) => lastTouched(b) - lastTouched(a) || (a.id < b.id ? -1 : 1))
    .at(0);
}

function lastTouched(bleed: EarlierBleed): number {
  return millisecondsOf(bleed.lastTreatedAt ?? bleed.endedAt ?? bleed.startedAt);
}

function millisecondsOf(instant: IsoInstant): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
