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
  /** The Scheduler acts with this role, as one of this group. */
  readonly roleArn: string;
  readonly groupArn: string;
  readonly deadLetterArn: string | undefined;
  /** With `<aws.scheduler…>` keywords; undefined when the template gives none. */
  readonly input: string | undefined;
};

const scheduleSchema = z.object({
  Name: z.string().optional(),
  GroupName: z.string().default('default'),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.object({
    Arn: z.string().regex(/:lambda:/, 'the local run schedules functions only'),
    RoleArn: z.string(),
    DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
    Input: z.string().optional(),
    RetryPolicy: z.object({ MaximumRetryAttempts: cfnNumber.optional() }).optional(),
  }),
});

/** `AWS::Scheduler::Schedule`. */
export const scheduleProvider: Provider = (resource, cloud) => {
  const schedule = scheduleSchema.parse(resource.properties);
  const name = schedule.Name ?? physicalName(resource);
  const arn = arnOf(resource, 'scheduler', `schedule/${schedule.GroupName}/${name}`);
  cloud.schedules.set(name, {
    name,
    arn,
    expression: schedule.ScheduleExpression,
    timeZone: schedule.ScheduleExpressionTimezone,
    isEnabled: schedule.State === 'ENABLED',
    functionArn: schedule.Target.Arn,
    roleArn: schedule.Target.RoleArn,
    groupArn: arnOf(resource, 'scheduler', `schedule-group/${schedule.GroupName}`),
    deadLetterArn: schedule.Target.DeadLetterConfig?.Arn,
    input: schedule.Target.Input,
  });
  return { ref: name, attributes: { Arn: arn } };
};
