import type { entry } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';

/** The days of an export, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * Where reading must begin: a period that started before the span has its item on the first of each month it goes on,
 * so the span's own month tells of every period that reaches into it.
 */
export const readFrom = (span: Span): string => `${span.from.slice(0, 7)}-01`;

/** Whether an entry counts for a day of the span: a period by the days it tells of, all else by the day it was on. */
export const countsIn = ({ data, day }: Stored<typeof entry>, span: Span): boolean => {
  const [from, to] = 'from' in data ? [data.from, data.to] : [day, day];
  return from <= span.to && to >= span.from;
};
