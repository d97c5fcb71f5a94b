import { parseAmount } from '../../shared/forms/parse-amount.ts';

/** The number that was typed, or `undefined` where it is none or could be two. */
export const readNumber = (typed: string): number | undefined => {
  const parsed = parseAmount(typed);
  return parsed.kind === 'number' ? parsed.value : undefined;
};

/** Why a typed number can't be taken: `2,000` is two thousand to some and two to others. */
export const numberReason = (typed: string): 'empty' | 'unclear-number' | 'not-a-number' => {
  if (typed.trim() === '') return 'empty';
  return parseAmount(typed).kind === 'unclear' ? 'unclear-number' : 'not-a-number';
};
