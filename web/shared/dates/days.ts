/**
 * Calendar arithmetic on `YYYY-MM-DD` and `YYYY-MM` strings, small enough for the first load. Days here are
 * calendar days without a clock or zone, so the UTC methods of Date are exact; anything that needs a zone
 * beyond "which day is it there" is the server's work.
 */
const dayMs = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const text = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day: string, count: number): string => text(at(day) + count * dayMs);
/** Whole days from one day to another; negative where the second is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / dayMs);
/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (day: string): number => ((new Date(at(day)).getUTCDay() + 6) % 7) + 1;
export const monthOf = (day: string): string => day.slice(0, 7);
export const addMonths = (month: string, count: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return text(Date.UTC(year, number - 1 + count, 1)).slice(0, 7);
};
export const firstDay = (month: string): string => `${month}-01`;
export const lastDay = (month: string): string => addDays(firstDay(addMonths(month, 1)), -1);
/** Every day from the first to the last, both included. */
export const daysFrom = (from: string, to: string): string[] =>
  Array.from({ length: Math.max(daysBetween(from, to) + 1, 0) }, (_, index) => addDays(from, index));

/** Whether a typed text is a day that exists. */
export const isDay = (typed: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(typed)) return false;
  const ms = at(typed);
  return !Number.isNaN(ms) && text(ms) === typed;
};

let aheadMs = 0;
/** Tells by how many milliseconds this device's clock is ahead, where the person has said that it is wrong. */
export const setClock = (ms: number): void => {
  aheadMs = ms;
};

const clocks = new Map<string, Intl.DateTimeFormat>();
/** Made once a zone: making one costs more than drawing an entry does. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  clocks.set(zone, clock);
  return clock;
}

/** Local day and time in a zone: `{ day: '2026-11-22', time: '07:30' }`. */
export function localNow(zone: string, now: number = Date.now() - aheadMs): { day: string; time: string } {
  const parts = clockOf(zone).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((p) => p.type === type)?.value ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** Today where this device is: asking for a zone by its name is what no first page can spare the time for. */
export function deviceDay(now: number = Date.now() - aheadMs): string {
  const here = new Date(now);
  return text(Date.UTC(here.getFullYear(), here.getMonth(), here.getDate()));
}

/** The zone this device is set to. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
