import { sumExactly } from '../amount.ts';

/** Less than this says nothing. */
export const POTENTIAL_USAGE_MINIMUM_DAYS = 28;

/** One product and moiety over a window; all in one unit. */
export interface UsageWindow {
  readonly days: number;
  /** Recorded treatments, from home stock or not. */
  readonly recorded: number;
  /** Delivered to the home. */
  readonly issued: number;
  /** What was there at the end less what was there at the beginning, as counted. */
  readonly stockChange: number;
}

/**
 * Recorded use as a share of what could have been used: recorded / (issued - change of stock), in whole per cent.
 * `undefined` ("–") under 28 days, when nothing was issued, and where the stock grew by all that came.
 *
 * Source: Hay et al., Haemophilia 2017;23:728.
 */
export function potentialUsagePercent({
  days,
  recorded,
  issued,
  stockChange,
}: UsageWindow): number | undefined {
  const usable = sumExactly([issued, -stockChange]);
  if (days < POTENTIAL_USAGE_MINIMUM_DAYS || issued <= 0 || usable <= 0) return undefined;
  return Math.round((recorded / usable) * 100);
}
