import { Temporal } from 'temporal-polyfill';
import { addDays, type LocalDate } from '../calendar-day.ts';
import type { Product } from '../product.ts';

/** What decides until when a box may be used. */
export interface Keeping {
  /** Printed on the pack. */
  readonly expiresOn?: LocalDate | undefined;
  /** Taken out of the refrigerator, for good. */
  readonly roomTemperatureSince?: LocalDate | undefined;
  /** The opened multi-dose container was begun. */
  readonly openedOn?: LocalDate | undefined;
}

/**
 * The last day a batch may be used: the earliest of the pack's expiry, the end of its one period out of the
 * refrigerator, and the end of use of what was opened. `undefined` where nothing of that is known.
 *
 * Source: the catalogue's `roomTemperatureMonths` and `inUseDays`, each marked with where it was read.
 */
export function usableUntil(
  keeping: Keeping,
  product: Pick<Product, 'roomTemperatureMonths' | 'inUseDays'> | undefined,
): LocalDate | undefined {
  const { expiresOn, roomTemperatureSince: warm, openedOn } = keeping;
  const { roomTemperatureMonths, inUseDays } = product ?? {};
  const ends = [
    expiresOn,
    warm === undefined || roomTemperatureMonths === undefined
      ? undefined
      : Temporal.PlainDate.from(warm).add({ months: roomTemperatureMonths }).toString(),
    openedOn === undefined || inUseDays === undefined ? undefined : addDays(openedOn, inUseDays),
  ].filter((end) => end !== undefined);
  return ends.length === 0 ? undefined : ends.reduce((first, end) => (end < first ? end : first));
}

/** How a batch stands with its last day. */
export type Freshness = 'fine' | 'soon' | 'over';

/** The last day itself is still good; from so many days before it, it is told. */
export function freshnessOf(until: LocalDate | undefined, today: LocalDate, soonDays: number): Freshness {
  if (until === undefined) return 'fine';
  if (until < today) return 'over';
  return until <= addDays(today, soonDays) ? 'soon' : 'fine';
}
