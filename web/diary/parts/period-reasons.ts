import { isDay } from '../../shared/dates/days.ts';

/** The reasons, by field, why a period can't be sent; `latest` where it may not reach into the future. */
export function periodReasons(
  { from, to }: { readonly from: string; readonly to: string },
  latest?: string,
): Record<string, string> {
  const one = (day: string): string | undefined => {
    if (day === '') return 'empty';
    if (!isDay(day)) return 'not-a-date';
    return latest !== undefined && day > latest ? 'in-future' : undefined;
  };
  const start = one(from);
  const end = one(to) ?? (start === undefined && to < from ? 'before-start' : undefined);
  return { ...(start === undefined ? {} : { from: start }), ...(end === undefined ? {} : { to: end }) };
}
