import type { Unit } from './product.ts';

const UNIT_TEXT: Record<Unit, string> = { IU: 'IU', U: 'U', mg: 'mg', g: 'g', ug: 'micrograms' };

/**
 * An amount as people read it: `1,500 IU`, `0.5 mg`. Never a trailing zero and never a bare point, which are read as ten
 * times the dose; micrograms are spelt out, because the short form is misread as milligrams.
 *
 * @param locale BCP 47; digits and separators follow it
 */
export function formatAmount(
  amount: { readonly value: number; readonly unit: Unit },
  locale = 'en-GB',
): string {
  const value = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(amount.value);
  return `${value}\u00A0${UNIT_TEXT[amount.unit]}`;
}
