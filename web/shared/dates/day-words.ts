import { dateNames } from '../words/en/dates.ts';
import { spokenLanguage } from '../words/spoken-language.ts';
import { deviceZone, localNow, weekdayOf } from './days.ts';

const style = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  middle: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  weekday: { weekday: 'long' },
  column: { weekday: 'narrow' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once a language: making one costs more than a page of days. */
function written(language: string, options: Intl.DateTimeFormatOptions, date: Date): string {
  const key = `${language} ${JSON.stringify(options)}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language, { calendar: 'gregory', numberingSystem: 'latn', ...options });
  formats.set(key, format);
  // The marks of direction that some languages put between numbers upset whoever compares or copies a date.
  return format.format(date).replaceAll(/[\u200E\u200F]/g, '');
}

/** Own names for where the browser has none, in the order that those languages share with English. */
function ownWords(kind: keyof typeof style, day: string): string {
  const [year = '', month = '1', date = '1'] = day.split('-');
  const name = (names: readonly string[], index: number): string => names[index] ?? '';
  const weekday = (names: readonly string[]): string => name(names, weekdayOf(day) - 1);
  const long = name(dateNames.months, Number(month) - 1);
  switch (kind) {
    case 'long':
      return `${weekday(dateNames.weekdays)} ${String(Number(date))} ${long} ${year}`;
    case 'middle':
      return `${String(Number(date))} ${long} ${year}`;
    case 'short':
      return `${weekday(dateNames.shortWeekdays)} ${String(Number(date))} ${name(dateNames.shortMonths, Number(month) - 1)}`;
    case 'month':
      return `${long} ${year}`;
    case 'weekday':
      return weekday(dateNames.weekdays);
    case 'column':
      return weekday(dateNames.shortWeekdays).slice(0, 2);
  }
}

const language = (): string => {
  const spoken = spokenLanguage();
  return spoken === 'en' ? 'en-GB' : spoken;
};

function words(kind: keyof typeof style, day: string): string {
  if (dateNames.months.length > 0) return ownWords(kind, day);
  const text = written(language(), { timeZone: 'UTC', ...style[kind] }, new Date(`${day}T00:00:00Z`));
  return language() === 'en-GB' ? text.replaceAll(',', '') : text;
}

/** Days, months and times in the words of the page's language, always in the Gregorian calendar with Latin digits. */
export const dayWords = {
  /** Sunday 22 November 2026 */
  long: (day: string): string => words('long', day),
  /** 22 November 2026 */
  middle: (day: string): string => words('middle', day),
  /** Sun 22 Nov */
  short: (day: string): string => words('short', day),
  /** November 2026 */
  month: (ym: string): string => words('month', `${ym}-01`),
  /** Monday, for 1 */
  weekday: (number: number): string => words('weekday', `2024-01-0${String(number)}`),
  /** Mo, for 1: the head of a narrow column */
  column: (number: number): string =>
    language() === 'en-GB'
      ? dayWords.weekday(number).slice(0, 2)
      : words('column', `2024-01-0${String(number)}`),
  /** An instant in the device's zone: 22 November 2026, 07:30 */
  instant: (instant: string, zone?: string): string => {
    const { day, time } = localNow(zone ?? deviceZone(), Date.parse(instant));
    return `${words('middle', day)}, ${time}`;
  },
} as const;
