import { addMonths } from '../dates/days.ts';

export interface MonthValue {
  readonly month: string;
  readonly value: number;
}

/** Every month from the first to the last, also those without a bar. */
export function filledMonths(months: readonly MonthValue[]): MonthValue[] {
  const values = new Map(months.map(({ month, value }) => [month, value]));
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  const all: MonthValue[] = [];
  if (first === undefined || last === undefined) return all;
  for (let month = first; month <= last; month = addMonths(month, 1))
    all.push({ month, value: values.get(month) ?? 0 });
  return all;
}
