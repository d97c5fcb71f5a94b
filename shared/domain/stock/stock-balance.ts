import { sumExactly } from '../amount.ts';
import type { Product } from '../product.ts';

/**
 * What was put in and taken out of one batch at home, as plain sums: they come out the same in whichever order phones
 * and the centre send their parts.
 */
export interface Balance {
  /** Containers in less containers out. Below nothing, more was used than was ever put in. */
  readonly count: number;
  /** Drawn from multi-dose containers, in the product's unit; 0 for single-dose ones. */
  readonly drawn: number;
}

/** What is there by those sums. */
export interface Left {
  /** Containers that still hold something, the opened one among them. May be below nothing. */
  readonly count: number;
  /** What the opened multi-dose container still holds, in the product's unit. */
  readonly inOpened?: number;
}

type Holding = Pick<Product, 'container' | 'perActuation' | 'actuations'>;

/** How much a full container holds, in the product's unit: sprays are counted by their actuations. */
export function contentOf(product: Holding | undefined, strength: number): number {
  const { perActuation, actuations } = product ?? {};
  return perActuation === undefined || actuations === undefined ? strength : perActuation * actuations;
}

/** How many actuations an amount is good for; `undefined` where the product is not given by actuations. */
export function actuationsIn(product: Holding | undefined, amount: number): number | undefined {
  const each = product?.perActuation;
  return each === undefined ? undefined : Math.floor(thousandths(amount) / thousandths(each));
}

/** True where several doses come out of one container. */
export function isMultiDose(product: Pick<Product, 'container'> | undefined): boolean {
  return product !== undefined && product.container !== 'single-dose';
}

/** What is left of a batch. */
export function leftOf(balance: Balance, product: Holding | undefined, strength: number): Left {
  if (!isMultiDose(product)) return { count: balance.count };
  const content = contentOf(product, strength);
  const empty = Math.floor(thousandths(balance.drawn) / thousandths(content));
  const usedOfOpened = sumExactly([balance.drawn, -content * empty]);
  const count = balance.count - empty;
  return usedOfOpened > 0 ? { count, inOpened: sumExactly([content, -usedOfOpened]) } : { count };
}

/** The sums that stand for so many containers, of which the opened one holds so much. */
export function balanceOf(left: Left, product: Holding | undefined, strength: number): Balance {
  if (!isMultiDose(product) || left.inOpened === undefined) return { count: left.count, drawn: 0 };
  return { count: left.count, drawn: sumExactly([contentOf(product, strength), -left.inOpened]) };
}

/**
 * The sum of containers once a delivery is taken back that was never there. What was thrown away of it since was not
 * there either, and comes back; what treatments used was, so a sum below nothing stays to be told.
 */
export function countTakenBack(count: number, delivered: number, wastedSince: number): number {
  const left = count - delivered;
  return left >= 0 ? left : Math.min(0, left + wastedSince);
}

const SCALE = 1000;
const thousandths = (value: number): number => Math.round(value * SCALE);
