import type { ListedProduct } from 'virtual:products';
import type { Moiety, Unit } from '#domain/product.ts';
import type { Choice, ChoiceGroup } from '../../shared/forms/select-field.tsx';

/** The products by class, as the catalogue orders them. */
export const productChoices = (products: readonly ListedProduct[]): ChoiceGroup[] =>
  [...Map.groupBy(products, (product) => product.class)].map(([label, inside]) => ({
    label,
    choices: inside.map(({ id, name }) => ({ value: id, label: name })),
  }));

/** What an amount of the product is measured in; the first moiety of a combined product is the one on its pack. */
export function measureOf(product: ListedProduct | undefined): { unit: Unit; moiety: Moiety } {
  return { unit: product?.unit ?? 'IU', moiety: product?.moieties[0] ?? 'unmapped' };
}

/** More than one for combined products, where the plan says which of them counts. */
export const moietyChoices = (product: ListedProduct | undefined): Choice[] =>
  (product?.moieties ?? []).map((moiety) => ({ value: moiety, label: moiety }));

/** What the containers of the product hold of one moiety, smallest first. */
export const strengthsOf = (product: ListedProduct | undefined, moiety: Moiety): number[] =>
  (product?.strengths ?? [])
    .map(({ value, contents }) => contents.find((content) => content.moiety === moiety)?.value ?? value)
    .toSorted((a, b) => a - b);
