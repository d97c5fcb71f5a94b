const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
    ...options,
  });

const long = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const middle = format({ day: 'numeric', month: 'long', year: 'numeric' });
const short = format({ weekday: 'short', day: 'numeric', month: 'short' });
const month = format({ month: 'long', year: 'numeric' });
const weekday = format({ weekday: 'long' });

const date = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Days, months and times in words, always in the Gregorian calendar with Latin digits. */
export const dayWords = {
  /** Sunday 22 November 2026 */
  long: (day: string): string => long.format(date(day)).replaceAll(',', ''),
  /** 22 November 2026 */
  middle: (day: string): string => middle.format(date(day)),
  /** Sun 22 Nov */
  short: (day: string): string => short.format(date(day)).replaceAll(',', ''),
  /** November 2026 */
  month: (ym: string): string => month.format(date(`${ym}-01`)),
  /** Monday, for 1 */
  weekday: (number: number): string => weekday.format(date(`2024-01-0${String(number)}`)),
  /** An instant in the device's zone: 22 November 2026, 07:30 */
  instant: (instant: string, zone?: string): string =>
    new Intl.DateTimeFormat('en-GB', {
      calendar: 'gregory',
      numberingSystem: 'latn',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(zone === undefined ? {} : { timeZone: zone }),
    })
      .format(new Date(instant))
      .replace(' at ', ', '),
} as const;
