import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Schedule } from './schedule.ts';

/**
 * The event a schedule delivers: its Input with the Scheduler's keywords filled in; without an Input, the Scheduler's
 * own empty event.
 *
 * @param time becomes the scheduled time, in whole seconds as the Scheduler writes it.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
 */
export function eventOf(schedule: Pick<Schedule, 'arn' | 'input'>, time: Temporal.Instant): unknown {
  if (schedule.input === undefined) return {};
  const keywords: Readonly<Record<string, string>> = {
    'schedule-arn': schedule.arn,
    'scheduled-time': time.toString({ smallestUnit: 'second' }),
    'execution-id': randomUUID(),
    'attempt-number': '1',
  };
  const text = schedule.input.replaceAll(
    /<aws\.scheduler\.([a-z-]+)>/g,
    (all, name: string) => keywords[name] ?? all,
  );
  return JSON.parse(text);
}
