import { wholeNumber } from '../../shared/forms/parse-amount.ts';

const MOST = 50;

/** How many containers were typed, in whatever digits; `undefined` for anything but a whole number from 1 to 50. */
export function countOf(typed: string): number | undefined {
  const count = wholeNumber(typed);
  return count !== undefined && count >= 1 && count <= MOST ? count : undefined;
}
