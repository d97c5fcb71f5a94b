import { isMultipleOfStep } from './amount.ts';
import { failed, ok, type Result } from './result.ts';

/**
 * Why typed text is no amount. `ambiguous`: a lone point or comma before three digits, which is a thousand to some
 * people and a thousandth to others; a guess could be a dose a thousand times too large.
 */
export type AmountTextProblem = 'empty' | 'not-a-number' | 'ambiguous' | 'not-above-zero' | 'not-a-step';

/**
 * Reads an amount as typed, in Western, Arabic-Indic or Persian digits, with point, comma or Arabic decimal sign.
 * Strict: no grouping of thousands, no sign, no exponent, no unit.
 *
 * @param step smallest amount that can be entered, from the catalogue
 */
export function parseAmountText(text: string, step: number): Result<number, AmountTextProblem> {
  const plain = toWesternDigits(text.trim());
  if (plain === '') return failed('empty');
  const parts = /^(\d{1,7})(?:([.,])(\d{1,3}))?$/.exec(plain);
  if (parts === null) return failed('not-a-number');
  const [, whole = '', separator, decimals = ''] = parts;
  if (separator !== undefined && decimals.length === 3) return failed('ambiguous');
  const value = Number(`${whole}.${decimals}0`);
  if (value === 0) return failed('not-above-zero');
  return isMultipleOfStep(value, step) ? ok(value) : failed('not-a-step');
}

const ARABIC_INDIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

function toWesternDigits(text: string): string {
  return text
    .replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - ARABIC_INDIC_ZERO))
    .replaceAll(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - PERSIAN_ZERO))
    .replaceAll('\u066B', '.');
}
