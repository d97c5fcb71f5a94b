import { isDay } from '../../shared/dates/days.ts';
import type { Errors } from '../../shared/forms/use-form.ts';
import { periodFieldWords } from '../../shared/words/en/period.ts';
import { reasonWords } from '../../shared/words/en/problems.ts';

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

/** Reasons in the words of the fields they stand at. */
export const periodErrors = (reasons: Readonly<Record<string, string>>): Errors =>
  Object.fromEntries(
    Object.entries(reasons).map(([id, why]) => [id, reasonWords(why, id, periodFieldWords)]),
  );
