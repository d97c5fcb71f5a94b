import type { Moiety, Unit } from './product.ts';

/**
 * How much of what. `value` is a decimal with at most three places (steps are 1 or 0.1; milligrams by weight need no
 * more); arithmetic is done on whole thousandths, so nothing drifts.
 */
export interface Amount<U extends Unit = Unit, M extends Moiety = Moiety> {
  readonly value: number;
  readonly unit: U;
  readonly moiety: M;
}

const SCALE = 1000;

function thousandths(value: number): number {
  const scaled = Math.round(value * SCALE);
  if (!Number.isSafeInteger(scaled)) throw new RangeError('amount is out of range');
  return scaled;
}

/** True when the value is a whole number of steps, to the thousandth. */
export function isMultipleOfStep(value: number, step: number): boolean {
  if (!Number.isFinite(value) || Math.abs(value) > 1e9) return false;
  const scaled = thousandths(value);
  return scaled / SCALE === value && scaled % thousandths(step) === 0;
}

/** True when two amounts measure the same thing; `unmapped` products never do. */
export function sameKind(a: Amount, b: Amount): boolean {
  return a.unit === b.unit && a.moiety === b.moiety && a.moiety !== 'unmapped';
}

/**
 * Adds two amounts of one unit and moiety. Where the kinds are known, another unit or moiety does not compile; where
 * they are only known at run time, it throws TypeError: such a sum would be a dose nobody gave.
 */
export function addAmounts<U extends Unit, M extends Moiety>(
  a: Amount<U, M>,
  b: Amount<NoInfer<U>, NoInfer<M>>,
): Amount<U, M> {
  if (!sameKind(a, b)) {
    throw new TypeError(`cannot add ${b.unit} of ${b.moiety} to ${a.unit} of ${a.moiety}`);
  }
  return { ...a, value: (thousandths(a.value) + thousandths(b.value)) / SCALE };
}

/** Adds plain decimals of one kind without drift. */
export function sumExactly(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += thousandths(value);
  return sum / SCALE;
}

/** `count` times an amount: containers of one strength. */
export function timesAmount<U extends Unit, M extends Moiety>(
  amount: Amount<U, M>,
  count: number,
): Amount<U, M> {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('count must be a whole number');
  return { ...amount, value: (thousandths(amount.value) * count) / SCALE };
}

/** One total for each unit and moiety, in order of first appearance; `unmapped` amounts stay single. */
export function totalByKind(amounts: Iterable<Amount>): Amount[] {
  const totals: Amount[] = [];
  for (const amount of amounts) {
    const index = totals.findIndex((total) => sameKind(total, amount));
    const total = totals[index];
    if (total === undefined) totals.push(amount);
    else totals[index] = addAmounts(total, amount);
  }
  return totals;
}

/** -1, 0 or 1. Throws TypeError when the amounts are of different kinds. */
export function compareAmounts(a: Amount, b: Amount): -1 | 0 | 1 {
  if (!sameKind(a, b)) throw new TypeError('amounts of different kinds have no order');
  const difference = thousandths(a.value) - thousandths(b.value);
  return difference === 0 ? 0 : difference < 0 ? -1 : 1;
}
