import type { MonthView } from '#contracts/diary.ts';
import { plannedDoses } from '#domain/planned-doses.ts';
import { firstDay, lastDay } from '../../../shared/dates/days.ts';
import type { KeptMonth } from './copies.ts';

/** Names of products, by their ids, as far as the copy says them. */
const namesIn = ({ planned }: MonthView): ReadonlyMap<string, string> =>
  new Map(planned.map(({ productId, productName }) => [productId, productName]));

/**
 * A month that has begun since the last copy was made, and of which nobody can have told this device anything: empty,
 * with what the plan it knows plans.
 */
export function monthBegun(newest: KeptMonth, month: string): KeptMonth {
  const { plan } = newest.view;
  const names = namesIn(newest.view);
  const doses = plan === undefined ? [] : plannedDoses([plan], firstDay(month), lastDay(month));
  const planned = doses.map(({ day, ordinal, productId, amount }) => ({
    day,
    ordinal,
    productId,
    productName: names.get(productId) ?? productId,
    amount,
    state: 'ahead' as const,
  }));
  return { ...newest, view: { ...newest.view, month, entries: [], planned } };
}
