import { dayFromNumber, dayNumber, type LocalDate } from '../calendar-day.ts';
import { failed, ok, type Result } from '../result.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/**
 * A date of a pack, YYMMDD. Day 00 is the last day of the month. The century is the one that puts the year within 49 years
 * behind and 50 years ahead of today's, as GS1 lays down.
 */
export function packDate(text: string, today: LocalDate): Result<LocalDate, 'month' | 'day'> {
  const [year, month, day] = [0, 2, 4].map((at) => Number(text.slice(at, at + 2))) as [
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12) return failed('month');
  const now = Number(today.slice(0, 4));
  const ahead = year - (now % 100);
  const century = Math.floor(now / 100) + (ahead >= 51 ? -1 : ahead <= -50 ? 1 : 0);
  const full = century * 100 + year;
  const first = dayNumber(`${String(full)}-${pad(month)}-01`);
  const next = month === 12 ? `${String(full + 1)}-01-01` : `${String(full)}-${pad(month + 1)}-01`;
  const length = dayNumber(next) - first;
  if (day > length) return failed('day');
  return ok(dayFromNumber(first + (day === 0 ? length : day) - 1));
}
