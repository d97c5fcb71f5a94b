import { parseAmount } from '../../shared/forms/parse-amount.ts';

const MOST = 50;

/** How many containers were typed, in whatever digits; `undefined` for anything but a whole number from 1 to 50. */
export function countOf(typed: string): number | undefined {
  const parsed = parseAmount(typed);
  if (parsed.kind !== 'number' || !Number.isInteger(parsed.value)) return undefined;
  return parsed.value >= 1 && parsed.value <= MOST ? parsed.value : undefined;
}
