import { Temporal } from 'temporal-polyfill';

const UNIT_MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 };
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
/** The Scheduler counts Sunday as 1. */
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/**
 * Whether a schedule runs in a given minute.
 *
 * @param startedAt from when a `rate` counts.
 * @param minute the minute asked about, at its first instant.
 * @throws on expressions with `L`, `W` or `#`, or of any other form: none of ours has them.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function isDue(
  schedule: { readonly expression: string; readonly timeZone: string },
  startedAt: Temporal.Instant,
  minute: Temporal.Instant,
): boolean {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(schedule.expression);
  if (rate !== null) {
    const every = Number(rate[1]) * (UNIT_MINUTES[rate[2] ?? ''] ?? 0);
    const elapsed = Math.floor(
      minute.since(startedAt.round({ smallestUnit: 'minute', roundingMode: 'floor' })).total('minutes'),
    );
    return elapsed > 0 && elapsed % every === 0;
  }
  const cron = /^cron\(([^)]+)\)$/.exec(schedule.expression)?.[1]?.trim().split(/\s+/);
  if (cron?.length !== 6) throw new Error(`The local run can't read the schedule ${schedule.expression}`);
  const local = minute.toZonedDateTimeISO(schedule.timeZone);
  const [minutes = '', hours = '', days = '', months = '', weekdays = '', years = ''] = cron;
  // All are read before any decides: a field we can't read is refused at once, not at some hour of the night.
  const fields = [
    fieldFits(minutes, local.minute, 0),
    fieldFits(hours, local.hour, 0),
    fieldFits(days, local.day, 1),
    fieldFits(named(months, MONTHS), local.month, 1),
    fieldFits(named(weekdays, WEEKDAYS), (local.dayOfWeek % 7) + 1, 1),
    fieldFits(years, local.year, 1970),
  ];
  return fields.every(Boolean);
}

function named(field: string, names: readonly string[]): string {
  return names.reduce((text, name, index) => text.replaceAll(name, String(index + 1)), field.toUpperCase());
}

function fieldFits(field: string, value: number, first: number): boolean {
  return field.split(',').some((part) => {
    const match = /^(?:(\*|\?)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (match === null) throw new Error(`The local run can't read the cron field ${field}`);
    const [, any, low, high, step] = match;
    const from = any === undefined ? Number(low) : first;
    const open = any !== undefined || (high === undefined && step !== undefined);
    const to = open ? Number.POSITIVE_INFINITY : Number(high ?? low);
    return value >= from && value <= to && (value - from) % Number(step ?? 1) === 0;
  });
}
