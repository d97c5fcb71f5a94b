import type { ListedProduct } from 'virtual:products';
import type { MonthView } from '#contracts/diary.ts';
import type { Treatment } from '#contracts/entries.ts';
import { eachBoxOnce, type KnownBox } from '../../shared/scan/known-box.ts';
import type { TreatmentValues } from '../treatment/treatment-values.ts';

type View = Pick<MonthView, 'entries' | 'lastTreatment' | 'stock' | 'plan'>;
type Given = Pick<Treatment, 'product' | 'containers'>;

/** The month's own treatments and the last one, newest first. */
const treatmentsOf = ({ entries, lastTreatment }: View): Given[] => [
  ...entries
    .flatMap((entry) => (entry.kind === 'treatment' && entry.voided === undefined ? [entry] : []))
    .sort((a, b) => (a.at < b.at ? 1 : -1)),
  ...(lastTreatment === undefined ? [] : [lastTreatment]),
];

const boxesOf = ({ product, containers }: Given) =>
  product.kind === 'catalogue'
    ? containers.map(({ strength, gtin }) => ({ productId: product.id, strength, gtin }))
    : [];

/**
 * What a product number stands for: by this form, by what the diary says of boxes scanned before (newest first, so that
 * a correction counts), by the boxes at home, and last by what was saved on this device.
 *
 * @param kept by product number, as this device remembers them
 */
export function knownBox(
  gtin: string,
  values: Pick<TreatmentValues, 'productId' | 'containers'>,
  view: View,
  kept: Readonly<Record<string, KnownBox>>,
): KnownBox | undefined {
  const inForm = values.containers.find((one) => one.gtin === gtin && Number(one.strength) > 0);
  if (inForm !== undefined) return { productId: values.productId, strength: Number(inForm.strength) };
  const stocked = view.stock?.find((row) => row.gtin === gtin);
  return (
    treatmentsOf(view)
      .flatMap(boxesOf)
      .find((box) => box.gtin === gtin) ??
    stocked ??
    kept[gtin]
  );
}

/** Boxes that a planned dose can be made of in whole: the one of just that size first. */
const plannedBoxes = ({ plan }: View, products: readonly ListedProduct[]): KnownBox[] =>
  (plan?.regimens ?? []).flatMap(({ productId, amount }) =>
    (products.find(({ id }) => id === productId)?.strengths ?? [])
      .map(({ value }) => value)
      .filter((strength) => amount.value % strength === 0)
      .sort((a, b) => b - a)
      .map((strength) => ({ productId, strength })),
  );

/** What a box probably is: what the form says, then what was used or delivered, then what the plan is made of. */
export function likelyBoxes(
  values: Pick<TreatmentValues, 'productId' | 'containers'>,
  view: View,
  products: readonly ListedProduct[],
): readonly KnownBox[] {
  const inForm = values.containers
    .map(({ strength }) => ({ productId: values.productId, strength: Number(strength) }))
    .filter(({ productId, strength }) => productId !== '' && productId !== 'other' && strength > 0);
  const planned = new Set(view.plan?.regimens.map(({ productId }) => productId));
  const before = [...treatmentsOf(view).flatMap(boxesOf), ...(view.stock ?? [])];
  return eachBoxOnce([
    ...inForm,
    ...before.filter(({ productId }) => planned.has(productId)),
    ...plannedBoxes(view, products),
    ...before.filter(({ productId }) => !planned.has(productId)),
  ]);
}
