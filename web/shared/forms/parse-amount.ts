/** What a typed amount says: a number, two possible numbers, or none. */
export type ParsedAmount =
  | { readonly kind: 'number'; readonly value: number }
  /** A lone point or comma before three digits: two thousand to some readers, two to others. Always asked. */
  | { readonly kind: 'unclear'; readonly large: number; readonly small: number }
  | { readonly kind: 'not-a-number' };

/** Arabic-Indic and Persian digits to Latin ones, and their decimal sign to a point. */
const latin = (text: string): string =>
  text
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',');

/**
 * Reads an amount strictly: digits, at most one decimal sign, or thousands that are grouped all the way. Reading
 * `2.000` as two would be a thousandth of a dose, so that form is never guessed.
 */
export function parseAmount(typed: string): ParsedAmount {
  const text = latin(typed)
    .trim()
    .replaceAll(/[\s\u00A0\u202F]/g, '');
  if (/^\d+$/.test(text)) return { kind: 'number', value: Number(text) };
  const lone = /^(\d{1,3})[.,](\d{3})$/.exec(text);
  if (lone !== null) {
    const [, whole = '', rest = ''] = lone;
    return { kind: 'unclear', large: Number(whole + rest), small: Number(`${whole}.${rest}`) };
  }
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(text))
    return { kind: 'number', value: Number(text.replaceAll(',', '')) };
  if (/^\d+[.,]\d{1,3}$/.test(text)) return { kind: 'number', value: Number(text.replace(',', '.')) };
  return { kind: 'not-a-number' };
}
