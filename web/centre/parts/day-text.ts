import { dayWords } from '../../shared/dates/day-words.ts';
import { addDays, localNow } from '../../shared/dates/days.ts';
import { staff } from './staff.ts';

const zone = (): string => staff.me.value?.centre.zone ?? 'Europe/London';

/** A calendar day, or the day of an instant at the centre, in words: `22 November 2026`. */
export const dayText = (value: string): string =>
  dayWords.middle(value.length === 10 ? value : localNow(zone(), Date.parse(value)).day);

/** The last day of what is over from `endsOn` on. */
export const lastDayText = (endsOn: string): string => dayText(addDays(endsOn, -1));

/** The day and the time of an instant at the centre: `22 November 2026, 14:05`; nothing where it is none. */
export const momentText = (instant: string): string => {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return '';
  const { day, time } = localNow(zone(), at);
  return `${dayWords.middle(day)}, ${time}`;
};

/** Today at the centre, `YYYY-MM-DD`. */
export const today = (): string => localNow(zone()).day;
