import type { Regimen } from '#contracts/plan.ts';
import { centrePlan } from '../../shared/words/en/centre-plan.ts';

const words = centrePlan.summary;

/** `every 2 days`, `on Mon, Wed`, with the doses a day and the last day where there are any. */
export function regimenInWords(
  { schedule, dosesPerDay, until }: Regimen,
  day: (value: string) => string,
  weekday: (isoWeekday: number) => string,
): string {
  const parts: string[] = [];
  if (schedule?.kind === 'every-days')
    parts.push(schedule.days === 1 ? words.everyDay : words.everyDays(schedule.days));
  if (schedule?.kind === 'every-weeks')
    parts.push(schedule.weeks === 1 ? words.everyWeek : words.everyWeeks(schedule.weeks));
  if (schedule?.kind === 'weekdays') parts.push(words.on(schedule.weekdays.map(weekday).join(', ')));
  if (dosesPerDay > 1) parts.push(words.perDay(dosesPerDay));
  if (until !== undefined) parts.push(words.until(day(until)));
  return parts.join(', ');
}
