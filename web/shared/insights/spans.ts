import { addDays, addMonths, daysBetween, lastDay } from '../dates/days.ts';

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** The same day so many months ago, or the last of that month where it has no such day. */
export const monthsBefore = (day: string, months: number): string => {
  const month = addMonths(day.slice(0, 7), -months);
  const same = `${month}-${day.slice(8)}`;
  return same > lastDay(month) ? lastDay(month) : same;
};

/** The last so many months, up to a day. */
export const lastMonths = (today: string, months: number): Span => ({
  from: addDays(monthsBefore(today, months), 1),
  to: today,
});

/** Two spans of the same length, one straight after the other. */
export const twoTimes = (today: string, months: number): readonly [Span, Span] => {
  const later = lastMonths(today, months);
  return [lastMonths(addDays(later.from, -1), months), later];
};

/** As many days right before a span. */
export const asLongBefore = ({ from, to }: Span): Span => ({
  from: addDays(from, -(daysBetween(from, to) + 1)),
  to: addDays(from, -1),
});

/** No side of a comparison is longer than this. */
const LONGEST = 365;

/**
 * The time before and the time after each change of the plan that has both, newest first: from the change before it and
 * to the change after it, at most a year on either side.
 *
 * @param changes the days on which plans took effect, oldest first
 */
export function aroundChanges(
  changes: readonly string[],
  today: string,
): { readonly change: string; readonly spans: readonly [Span, Span] }[] {
  return changes
    .flatMap((change, index) => {
      const before = changes[index - 1];
      if (before === undefined || change >= today) return [];
      const next = changes[index + 1];
      const [yearBefore, yearAfter] = [addDays(change, -LONGEST), addDays(change, LONGEST - 1)];
      const until = next !== undefined && next <= today ? addDays(next, -1) : today;
      const spans = [
        { from: before > yearBefore ? before : yearBefore, to: addDays(change, -1) },
        { from: change, to: until < yearAfter ? until : yearAfter },
      ] as const;
      return [{ change, spans }];
    })
    .reverse();
}
