import { dateNames, englishDates } from '../words/en/dates.ts';
import { listed } from '../words/listed.ts';
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
const texts = new Map<string, string>();

/** Written once, and its format made once: either costs more than drawing a day of the calendar does. */
function written(language: string, kind: string, options: Intl.DateTimeFormatOptions, day: string): string {
  const key = `${language} ${kind}`;
  const known = texts.get(`${key} ${day}`);
  if (known !== undefined) return known;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language, {
      calendar: 'gregory',
      numberingSystem: 'latn',
      timeZone: 'UTC',
      ...options,
    });
  formats.set(key, format);
  // The marks of direction that some languages put between numbers upset whoever compares or copies a date.
  const text = format.format(new Date(`${day}T00:00:00Z`)).replaceAll(/[\u200E\u200F]/g, '');
  texts.set(`${key} ${day}`, text);
  return text;
}

/** Which list of names, and the place in it. */
type Name = (of: keyof typeof dateNames, index: number) => string;

/** Names of the language's own, where the browser has none. */
const ownName: Name = (of, index) => dateNames[of][index] ?? '';

const englishName: Name = (of, index) => englishDates[of][index] ?? '';

/** In the order that English and the languages with names of their own share. */
function plainWords(kind: keyof typeof style, day: string, name: Name): string {
  const [year = '', month = '1', date = '1'] = day.split('-');
  const weekday = weekdayOf(day) - 1;
  const dayMonth = (of: 'months' | 'shortMonths'): string =>
    `${String(Number(date))} ${name(of, Number(month) - 1)}`;
  switch (kind) {
    case 'long':
      return `${name('weekdays', weekday)} ${dayMonth('months')} ${year}`;
    case 'middle':
      return `${dayMonth('months')} ${year}`;
    case 'short':
      return `${name('shortWeekdays', weekday)} ${dayMonth('shortMonths')}`;
    case 'month':
      return `${name('months', Number(month) - 1)} ${year}`;
    case 'weekday':
      return name('weekdays', weekday);
    case 'column':
      return name('shortWeekdays', weekday).slice(0, 2);
  }
}

const language = (): string => {
  const spoken = spokenLanguage();
  return spoken === 'en' ? 'en-GB' : spoken;
};

function words(kind: keyof typeof style, day: string): string {
  if (dateNames.months.length > 0) return plainWords(kind, day, ownName);
  const spoken = language();
  return spoken === 'en-GB' ? plainWords(kind, day, englishName) : written(spoken, kind, style[kind], day);
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
    return dayWords.at(day, time);
  },
  /** 22 November 2026, 07:30 */
  at: (day: string, time: string): string => listed([words('middle', day), time]),
} as const;
