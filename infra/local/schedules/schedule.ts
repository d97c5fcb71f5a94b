import * as z from 'zod';
import { cfnNumber } from '../template/json.ts';
import { arnOf, physicalName, type Provider } from '../template/provider.ts';

/** A schedule of the EventBridge Scheduler that calls a function. */
export type Schedule = {
  readonly name: string;
  readonly arn: string;
  /** `rate(1 hour)` or `cron(…)`. */
  readonly expression: string;
  readonly timeZone: string;
  readonly isEnabled: boolean;
  readonly functionArn: string;
  /** With `<aws.scheduler…>` keywords; undefined when the template gives none. */
  readonly input: string | undefined;
};

const scheduleSchema = z.object({
  Name: z.string().optional(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.object({
    Arn: z.string().regex(/:lambda:/, 'the local run schedules functions only'),
    Input: z.string().optional(),
    RetryPolicy: z.object({ MaximumRetryAttempts: cfnNumber.optional() }).optional(),
  }),
});

/** `AWS::Scheduler::Schedule`. */
export const scheduleProvider: Provider = (resource, cloud) => {
  const schedule = scheduleSchema.parse(resource.properties);
  const name = schedule.Name ?? physicalName(resource);
  const arn = arnOf(resource, 'scheduler', `schedule/default/${name}`);
  cloud.schedules.set(name, {
    name,
    arn,
    expression: schedule.ScheduleExpression,
    timeZone: schedule.ScheduleExpressionTimezone,
    isEnabled: schedule.State === 'ENABLED',
    functionArn: schedule.Target.Arn,
    input: schedule.Target.Input,
  });
  return { ref: name, attributes: { Arn: arn } };
};
