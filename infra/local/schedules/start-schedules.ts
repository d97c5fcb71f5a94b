import { Temporal } from 'temporal-polyfill';
import type { Notices } from '../events/notices.ts';
import type { Invoke, InvocationResult } from '../functions/function-definition.ts';
import type { InvokeLater } from '../functions/invoke-later.ts';
import type { Platform } from '../iam/platform.ts';
import { eventOf } from './event-of.ts';
import { isDue } from './is-due.ts';
import type { Schedule } from './schedule.ts';

export type Schedules = {
  /** Runs one now, with `time` as its scheduled time; undefined when there is none of that name. */
  readonly runNow: (name: string, time: Temporal.Instant) => Promise<InvocationResult> | undefined;
  readonly stop: () => void;
};

/** What the schedules need from outside. */
export type ScheduleTools = {
  readonly invoke: Invoke;
  readonly later: InvokeLater;
  readonly platform: Platform;
  readonly notices: Notices;
  readonly log: (line: string) => void;
};

/** Why the Scheduler may not call the function; undefined when it may. */
function refusalOf({ roleArn, groupArn, functionArn }: Schedule, platform: Platform): string | undefined {
  const scheduler = { service: 'scheduler.amazonaws.com', sourceArn: groupArn };
  return (
    platform.byService('scheduler-takes-role', scheduler, roleArn) ??
    platform.byRole('scheduler-invokes', roleArn, functionArn)
  );
}

/** Runs the schedules of the template at their times, for as long as the local run is up. */
export function startSchedules(
  schedules: ReadonlyMap<string, Schedule>,
  { invoke, later, platform, notices, log }: ScheduleTools,
): Schedules {
  const startedAt = Temporal.Now.instant();
  let timer: NodeJS.Timeout;
  const report = (
    { name, roleArn, deadLetterArn: queue }: Schedule,
    event: unknown,
    refusal: string,
  ): void => {
    log(`The schedule ${name} could not call its function: ${refusal}`);
    if (queue === undefined) return;
    const unsent = platform.byRole('scheduler-reports-failure', roleArn, queue);
    if (unsent === undefined) notices.enqueue(queue, JSON.stringify(event), new Date().toISOString());
    else log(`nor could it report that: ${unsent}`);
  };
  const untilNextMinuteMs = (): number => 60_000 - (Temporal.Now.instant().epochMilliseconds % 60_000);
  const tick = (): void => {
    const minute = Temporal.Now.instant().round({ smallestUnit: 'minute', roundingMode: 'halfExpand' });
    for (const schedule of schedules.values()) {
      if (!schedule.isEnabled || !isDue(schedule, startedAt, minute)) continue;
      const event = eventOf(schedule, minute);
      const refusal = refusalOf(schedule, platform);
      if (refusal === undefined) void later.invoke(schedule.functionArn, event);
      else report(schedule, event, refusal);
    }
    timer = setTimeout(tick, untilNextMinuteMs());
  };
  timer = setTimeout(tick, untilNextMinuteMs());
  return {
    runNow: (name, time) => {
      const schedule = schedules.get(name);
      if (schedule === undefined) return undefined;
      const event = eventOf(schedule, time);
      const refusal = refusalOf(schedule, platform);
      if (refusal === undefined) return invoke(schedule.functionArn, event);
      report(schedule, event, refusal);
      return Promise.resolve({
        ok: false,
        errorType: 'AccessDeniedException',
        errorMessage: refusal,
      });
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
}
