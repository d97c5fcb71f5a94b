import { addAmounts, sameKind, type Amount } from '../amount.ts';
import type { Moiety, Unit } from '../product.ts';
import type { RecordedTreatment } from './insight-facts.ts';

/** What was given in one month; `total` is missing where the amounts measure nothing known and so have no sum. */
export interface MonthUse<U extends Unit = Unit, M extends Moiety = Moiety> {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly treatments: number;
  readonly total?: Amount<U, M> | undefined;
}

/** One product in one unit and moiety. A combined product entered by two moieties is two of these, never added. */
export interface ProductUse<U extends Unit = Unit, M extends Moiety = Moiety> {
  readonly productId?: string | undefined;
  readonly productName: string;
  readonly unit: U;
  readonly moiety: M;
  readonly treatments: number;
  readonly total?: Amount<U, M> | undefined;
  readonly months: MonthUse<U, M>[];
}

/** What was given of each product, in all and by month, by name of the product; the months in order, empty ones left out. */
export function productUse(treatments: readonly RecordedTreatment[]): ProductUse[] {
  const groups = new Map<string, RecordedTreatment[]>();
  for (const treatment of treatments) {
    const { productId, productName, amount } = treatment;
    const key = JSON.stringify([
      productId ?? null,
      productId === undefined ? productName : '',
      amount.unit,
      amount.moiety,
    ]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [treatment]);
    else group.push(treatment);
  }
  return [...groups.values()].map(useOf).sort(byName);
}

function useOf(group: readonly RecordedTreatment[]): ProductUse {
  const inOrder = group.toSorted((a, b) => compareText(a.day, b.day) || compareText(a.id, b.id));
  const newest = inOrder.at(-1);
  if (newest === undefined) throw new Error('A group has a treatment.');
  const months = [...new Set(inOrder.map(({ day }) => day.slice(0, 7)))].map((month): MonthUse => {
    const given = inOrder.filter(({ day }) => day.startsWith(month)).map(({ amount }) => amount);
    return { month, treatments: given.length, total: sumOf(given) };
  });
  return {
    ...(newest.productId === undefined ? {} : { productId: newest.productId }),
    productName: newest.productName,
    unit: newest.amount.unit,
    moiety: newest.amount.moiety,
    treatments: inOrder.length,
    total: sumOf(inOrder.map(({ amount }) => amount)),
    months,
  };
}

/**
 * The sum of amounts of one kind. Another unit or moiety does not compile where the kinds are known and throws where they
 * are not; amounts of unmapped products have no sum at all.
 */
export function sumOf<U extends Unit, M extends Moiety>(
  amounts: readonly Amount<U, M>[],
): Amount<U, M> | undefined {
  const [first, ...rest] = amounts;
  if (first === undefined || !sameKind(first, first)) return undefined;
  return rest.reduce((sum, amount) => addAmounts<U, M>(sum, amount), first);
}

function byName(a: ProductUse, b: ProductUse): number {
  return (
    compareText(a.productName, b.productName) ||
    compareText(a.productId ?? '', b.productId ?? '') ||
    compareText(a.unit, b.unit) ||
    compareText(a.moiety, b.moiety)
  );
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
