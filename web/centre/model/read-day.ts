import { isDay } from '../../shared/dates/days.ts';

const two = (text: string): string => text.padStart(2, '0');
const fullYear = (year: string): string => (year.length === 2 ? `20${year}` : year);

/** Day, month and, where there is one, year: `20/11`, `20.11.26`, `2011`, `201126`, `20112026`. */
function partsOf(typed: string): [day: string, month: string, year: string | undefined] | undefined {
  const parted = /^(\d{1,2})[\s./-](\d{1,2})(?:[\s./-](\d{2}|\d{4}))?$/.exec(typed);
  const joined = /^(\d{2})(\d{2})(\d{2}|\d{4})?$/.exec(typed);
  const [, day, month, year] = parted ?? joined ?? [];
  return day === undefined || month === undefined ? undefined : [day, month, year];
}

/**
 * The day that was typed, as `YYYY-MM-DD`, day before month as on British forms. Without a year it is the latest
 * such day that is not after `today`: what is typed in from paper has happened. `undefined` where there is none.
 */
export function readDay(typed: string, today: string): string | undefined {
  const text = typed.trim();
  if (isDay(text)) return text;
  const parts = partsOf(text);
  if (parts === undefined) return undefined;
  const [day, month, year] = parts;
  if (year !== undefined) {
    const whole = `${fullYear(year)}-${two(month)}-${two(day)}`;
    return isDay(whole) ? whole : undefined;
  }
  const thisYear = Number(today.slice(0, 4));
  // Nine years hold a 29 February even across a century.
  for (let back = 0; back <= 8; back += 1) {
    const whole = `${String(thisYear - back)}-${two(month)}-${two(day)}`;
    if (whole <= today && isDay(whole)) return whole;
  }
  return undefined;
}
