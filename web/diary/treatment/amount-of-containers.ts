import type { ListedProduct } from 'virtual:products';
import { countOf } from './count-of.ts';
import type { TreatmentValues } from './treatment-values.ts';

/** Thousandths, so that tenths of a milligram add up without drifting. */
const exact = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * What the containers hold in the unit and moiety that is entered, or `undefined` while a strength or count is
 * missing and for multi-dose containers, whose content is not the dose. All containers are of one product.
 */
export function amountOfContainers(
  { containers, moiety }: Pick<TreatmentValues, 'containers' | 'moiety'>,
  product: ListedProduct | undefined,
): number | undefined {
  if (product !== undefined && product.container !== 'single-dose') return undefined;
  const held = containers.map(({ strength, count }) => {
    const listed = product?.strengths.find(({ value }) => String(value) === strength);
    const each = listed?.contents.find((content) => content.moiety === moiety)?.value ?? Number(strength);
    return strength === '' ? Number.NaN : each * (countOf(count) ?? Number.NaN);
  });
  const total = exact(held.reduce((sum, value) => sum + value, 0));
  return Number.isFinite(total) && total > 0 ? total : undefined;
}

/** The treatment with its amount as the containers say, until it is typed by hand. */
export function followingContainers(
  values: TreatmentValues,
  products: readonly ListedProduct[],
): TreatmentValues {
  if (values.amountTyped) return values;
  const product = products.find(({ id }) => id === values.productId);
  const amount = amountOfContainers(values, product);
  return { ...values, amount: amount === undefined ? values.amount : String(amount) };
}
