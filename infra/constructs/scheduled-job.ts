import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  type ScheduleGroup,
  ScheduleTargetInput,
  TimeWindow,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ExactFunction, type FunctionSurroundings } from './exact-function.ts';
import { FailedEvents } from './failed-events.ts';
import type { FunctionName } from './function-bundles.ts';
import type { ScopeGrants } from './scope-role.ts';
import { ImpactAlarm } from './impact-alarm.ts';

export interface ScheduledJobProps {
  readonly name: FunctionName;
  readonly does: string;
  readonly errorImpact: string;
  /** Who is hurt when it isn't run at all. */
  readonly missedImpact: string;
  readonly group: ScheduleGroup;
  readonly may: readonly PolicyStatement[];
  readonly scopes?: ScopeGrants;
  readonly environment: Readonly<Record<string, string>>;
}

const schedulerRole = (scope: Construct, run: IFunction, failed: IQueue, group: ScheduleGroup): Role =>
  new Role(scope, 'SchedulerRole', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      // No other schedule, ours or another account's, can use this role.
      conditions: {
        StringEquals: {
          'aws:SourceAccount': Stack.of(scope).account,
          'aws:SourceArn': group.scheduleGroupArn,
        },
      },
    }),
    inlinePolicies: {
      exactly: new PolicyDocument({
        statements: [
          new PolicyStatement({
            sid: 'Run',
            actions: ['lambda:InvokeFunction'],
            resources: [run.functionArn],
          }),
          new PolicyStatement({
            sid: 'ReportFailure',
            actions: ['sqs:SendMessage'],
            resources: [failed.queueArn],
          }),
        ],
      }),
    },
  });

/** A function that runs at the start of every hour, told the time it was planned for. */
export class ScheduledJob extends Construct {
  readonly lambda: IFunction;

  constructor(scope: Construct, id: string, around: FunctionSurroundings, props: ScheduledJobProps) {
    super(scope, id);
    this.lambda = new ExactFunction(this, 'Runs', around, {
      ...props,
      memoryMegabytes: 1769,
      timeout: Duration.minutes(10),
    }).lambda;
    const failed = new FailedEvents(this, 'Failed', {
      alarm: `${props.name}-given-up`,
      errorImpact: props.missedImpact,
      operators: around.operators,
    });
    this.schedule(props, failed.queue);
    new ImpactAlarm(this, 'Missed', {
      name: `${props.name}-missed`,
      errorImpact: props.missedImpact,
      metric: this.lambda.metricInvocations({ period: Duration.hours(1), statistic: Stats.SUM }),
      threshold: 1,
      periods: 2,
      mustHappen: true,
      operators: around.operators,
    });
  }

  private schedule(props: ScheduledJobProps, failed: IQueue): void {
    new Schedule(this, 'Hourly', {
      scheduleName: props.name,
      description: props.does,
      scheduleGroup: props.group,
      schedule: ScheduleExpression.cron({ minute: '0', timeZone: TimeZone.ETC_UTC }),
      timeWindow: TimeWindow.off(),
      target: new LambdaInvoke(this.lambda, {
        // Without an Input the function would not know which hour it is run for, and a late run would be a different one.
        input: ScheduleTargetInput.fromObject({ time: ContextAttribute.scheduledTime }),
        // Left alone, the Scheduler tries 185 times over 24 h; the next hour's run does the same work anyway.
        retryAttempts: 2,
        maxEventAge: Duration.minutes(30),
        deadLetterQueue: failed,
        role: schedulerRole(this, this.lambda, failed, props.group).withoutPolicyUpdates(),
      }),
    });
  }
}
