import type { Insights } from '#contracts/insights.ts';
import type { DayMark } from '#domain/insights/day-marks.ts';

/** How many days of a month have each mark. */
export const markCounts = (marks: Insights['marks'], month: string): ReadonlyMap<DayMark, number> => {
  const counts = new Map<DayMark, number>();
  for (const { day, mark } of marks) if (day.startsWith(month)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return counts;
};
