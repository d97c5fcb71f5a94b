/** Whether the last digit of a GTIN is the check digit of the others: weights 3 and 1 by turns, from the right. */
export function hasCheckDigit(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false;
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight += 1)
    sum += Number(digits.at(-1 - fromRight)) * (fromRight % 2 === 0 ? 1 : 3);
  return sum % 10 === 0;
}
