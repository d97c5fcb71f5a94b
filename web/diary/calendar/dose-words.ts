import type { MonthView } from '#contracts/diary.ts';
import { formatAmount } from '#domain/format-amount.ts';
import { UNITS } from '#domain/product.ts';

/** A planned dose in words: "Elocta 2,000 IU". */
export function doseWords({ productName, amount }: MonthView['planned'][number]): string {
  const unit = UNITS.find((known) => known === amount.unit);
  const howMuch = unit === undefined ? String(amount.value) : formatAmount({ value: amount.value, unit });
  return `${productName} ${howMuch}`;
}
