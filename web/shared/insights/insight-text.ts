import type { Insights } from '#contracts/insights.ts';
import { formatAmount } from '#domain/format-amount.ts';
import { dayWords } from '../dates/day-words.ts';
import { insightsWords as words } from '../words/en/insights.ts';

/** A bleed rate with one decimal: more would claim more than a diary can know. */
export const rateText = (perYear: number | undefined): string =>
  perYear === undefined ? words.rates.none : perYear.toFixed(1);

/** 11 June 2025 to 10 June 2026 */
export const windowText = ({ from, to }: Insights['window']): string =>
  words.window(dayWords.middle(from), dayWords.middle(to));

type Use = Insights['use'][number];

/** An amount with its unit, or that it can't be added up. */
export const totalText = (total: Use['total']): string =>
  total === undefined ? words.use.notAdded : formatAmount(total);
