import { Temporal } from 'temporal-polyfill';
import type { Invoke, InvocationResult } from '../functions/function-definition.ts';
import type { InvokeLater } from '../functions/invoke-later.ts';
import { eventOf } from './event-of.ts';
import { isDue } from './is-due.ts';
import type { Schedule } from './schedule.ts';

export type Schedules = {
  /** Runs one now, with `time` as its scheduled time; undefined when there is none of that name. */
  readonly runNow: (name: string, time: Temporal.Instant) => Promise<InvocationResult> | undefined;
  readonly stop: () => void;
};

/** Runs the schedules of the template at their times, for as long as the local run is up. */
export function startSchedules(
  schedules: ReadonlyMap<string, Schedule>,
  invoke: Invoke,
  later: InvokeLater,
): Schedules {
  const startedAt = Temporal.Now.instant();
  let timer: NodeJS.Timeout;
  const untilNextMinuteMs = (): number => 60_000 - (Temporal.Now.instant().epochMilliseconds % 60_000);
  const tick = (): void => {
    const minute = Temporal.Now.instant().round({ smallestUnit: 'minute', roundingMode: 'halfExpand' });
    for (const schedule of schedules.values()) {
      if (!schedule.isEnabled || !isDue(schedule, startedAt, minute)) continue;
      void later.invoke(schedule.functionArn, eventOf(schedule, minute));
    }
    timer = setTimeout(tick, untilNextMinuteMs());
  };
  timer = setTimeout(tick, untilNextMinuteMs());
  return {
    runNow: (name, time) => {
      const schedule = schedules.get(name);
      return schedule && invoke(schedule.functionArn, eventOf(schedule, time));
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
}
