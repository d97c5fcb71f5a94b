import type { Moiety } from './product.ts';

/** What the catalogue's class Adjunct measures: given beside a factor, such as for a tooth that is taken out. */
export const ADJUNCT_MOIETIES: readonly Moiety[] = ['tranexamic acid', 'desmopressin'];

interface Given {
  readonly product: { readonly kind: string; readonly id?: string | undefined };
  readonly amount: { readonly moiety: Moiety };
}
interface Planned {
  readonly regimens: readonly { readonly productId: string }[];
}

/**
 * Whether a treatment was with an adjunct that the plan does not have. It is not what somebody gives again the next day,
 * so "repeat the last treatment" goes past it.
 */
export const isBesideThePlan = ({ product, amount }: Given, plan: Planned | undefined): boolean =>
  ADJUNCT_MOIETIES.includes(amount.moiety) &&
  plan?.regimens.some(({ productId }) => productId === product.id) !== true;
