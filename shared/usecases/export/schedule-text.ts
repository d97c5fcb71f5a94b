import type { Schedule } from '#domain/plan.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** How often something is planned, in the words of the exports. */
export const scheduleText = (schedule: Schedule | undefined): string => {
  switch (schedule?.kind) {
    case undefined:
      return 'when needed';
    case 'every-days':
      return schedule.days === 1 ? 'every day' : `every ${String(schedule.days)} days`;
    case 'every-weeks':
      return schedule.weeks === 1 ? 'every week' : `every ${String(schedule.weeks)} weeks`;
    case 'weekdays':
      return schedule.weekdays.map((weekday) => WEEKDAYS[weekday - 1] ?? '').join(', ');
  }
};
