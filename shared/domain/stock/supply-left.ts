import { daysBetween, type LocalDate } from '../calendar-day.ts';
import type { PlannedDose } from '../plan.ts';
import { sumExactly } from '../amount.ts';

/** Containers of one kind that may be used until a day. */
export interface Supply {
  readonly productId: string;
  /** What one container holds, in the unit its doses are planned in. */
  readonly content: number;
  readonly count: number;
  /** Multi-dose: what is in all of them may be drawn in any portion. */
  readonly multiDose: boolean;
  /** What they hold together: less than `count` full ones where one is opened. */
  readonly total: number;
  readonly usableUntil?: LocalDate | undefined;
}

export interface SupplyLeft {
  /** Planned doses that what is there suffices for, up to the end of the look-ahead. */
  readonly doses: number;
  /** The first planned day without enough; missing where it lasts through the look-ahead. */
  readonly runsOutOn?: LocalDate;
  /** Days from today until then; missing where it lasts. */
  readonly days?: number;
}

interface Shelf {
  readonly content: number;
  readonly multiDose: boolean;
  readonly usableUntil: LocalDate;
  total: number;
}

const FAR = '9999-12-31';

/**
 * How long the stock of one product lasts by its planned doses, from a day on. Each dose takes whole single-dose
 * containers, large ones first and those that expire first before others; what is left in the last is wasted. Expired
 * ones serve nobody. `undefined` where no dose is planned: then nothing can be said.
 */
export function supplyLeft(
  supplies: readonly Supply[],
  doses: readonly PlannedDose[],
  today: LocalDate,
): SupplyLeft | undefined {
  if (doses.length === 0) return undefined;
  const shelves: Shelf[] = supplies
    .filter(({ total }) => total > 0)
    .map(({ content, multiDose, usableUntil, total }) => ({
      content,
      multiDose,
      total,
      usableUntil: usableUntil ?? FAR,
    }));
  let served = 0;
  for (const { day, amount } of doses) {
    if (!serve(shelves, amount.value, day)) {
      return { doses: served, runsOutOn: day, days: Math.max(0, daysBetween(today, day)) };
    }
    served += 1;
  }
  return { doses: served };
}

/** Takes one dose off the shelves; leaves them as they were where it doesn't suffice. */
function serve(shelves: readonly Shelf[], amount: number, day: LocalDate): boolean {
  const usable = shelves
    .filter((shelf) => shelf.usableUntil >= day && shelf.total > 0)
    .sort((a, b) => b.content - a.content || (a.usableUntil < b.usableUntil ? -1 : 1));
  const taken = new Map<Shelf, number>();
  let missing = amount;
  for (const shelf of usable) {
    const unit = shelf.multiDose ? Math.min(missing, shelf.total) : shelf.content;
    const fits = shelf.multiDose
      ? Number(unit > 0)
      : Math.min(Math.floor(missing / unit), shelf.total / unit);
    if (fits <= 0) continue;
    taken.set(shelf, sumExactly([unit * fits]));
    missing = sumExactly([missing, -unit * fits]);
  }
  if (missing > 0) {
    // The smallest one that covers what is still missing; what it holds beyond that is wasted.
    const last = usable.findLast(
      (shelf) =>
        !shelf.multiDose &&
        shelf.content >= missing &&
        shelf.total - (taken.get(shelf) ?? 0) >= shelf.content,
    );
    if (last === undefined) return false;
    taken.set(last, (taken.get(last) ?? 0) + last.content);
  }
  for (const [shelf, amountTaken] of taken) shelf.total = sumExactly([shelf.total, -amountTaken]);
  return true;
}

/** Low: planned treatment for fewer days than the limit. Nothing planned is never low. */
export function isLow(left: SupplyLeft | undefined, lowDays: number): boolean {
  return left?.days !== undefined && left.days < lowDays;
}
