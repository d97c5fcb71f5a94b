import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, type IFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { DiaryTable } from './diary-table.ts';
import { ExactFunction, type FunctionSurroundings } from './exact-function.ts';
import { FailedEvents } from './failed-events.ts';
import type { FunctionName } from './function-bundles.ts';
import type { ScopeGrants } from './scope-role.ts';
import { ALARM_PERIOD, ImpactAlarm } from './impact-alarm.ts';
import { canFollowChanges, canReportFailures } from './permissions.ts';

/** The items that a reader is told of. */
export interface ToldOf {
  readonly type: string;
  /** The state that a write leaves them in, where that matters. */
  readonly state?: string;
  /** Whether also when they change, not only when they are new. */
  readonly whenChanged: boolean;
}

/** How many at once, how long a batch may take, and how long a failing one is tried again. */
export interface Effort {
  readonly batchSize: number;
  readonly timeout: Duration;
  readonly retryAttempts: number;
  readonly maxRecordAge: Duration;
}

export interface StreamReaderProps {
  readonly name: FunctionName;
  readonly does: string;
  readonly errorImpact: string;
  /** Who is hurt when it lags or gives an item up. */
  readonly lateImpact: string;
  readonly diaries: DiaryTable;
  readonly tellsOf: ToldOf;
  readonly effort: Effort;
  readonly may: readonly PolicyStatement[];
  readonly scopes?: ScopeGrants;
  readonly environment: Readonly<Record<string, string>>;
}

const follow = (
  scope: Construct,
  target: IFunction,
  failed: FailedEvents,
  props: StreamReaderProps,
): void => {
  const { type, state, whenChanged } = props.tellsOf;
  const { batchSize, retryAttempts, maxRecordAge } = props.effort;
  new EventSourceMapping(scope, 'Mapping', {
    target,
    eventSourceArn: props.diaries.streamArn,
    // A mapping made anew starts with what it may have missed; a reader bears being told twice.
    startingPosition: StartingPosition.TRIM_HORIZON,
    filters: [
      FilterCriteria.filter({
        eventName: whenChanged ? ['INSERT', 'MODIFY'] : ['INSERT'],
        dynamodb: {
          NewImage: { type: { S: [type] }, ...(state === undefined ? {} : { state: { S: [state] } }) },
        },
      }),
    ],
    batchSize,
    // Each item fails alone, is retried alone, and is at last reported alone.
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts,
    maxRecordAge,
    onFailure: new SqsDlq(failed.queue),
  });
};

/** A function that is told of items of one type as they are written to the table. */
export class StreamReader extends Construct {
  readonly lambda: IFunction;

  constructor(scope: Construct, id: string, around: FunctionSurroundings, props: StreamReaderProps) {
    super(scope, id);
    const failed = new FailedEvents(this, 'Failed', {
      alarm: `${props.name}-given-up`,
      errorImpact: props.lateImpact,
      operators: around.operators,
    });
    this.lambda = new ExactFunction(this, 'Runs', around, {
      ...props,
      may: [...props.may, ...canFollowChanges(props.diaries), ...canReportFailures(failed)],
      memoryMegabytes: 1769,
      timeout: props.effort.timeout,
    }).lambda;
    follow(this, this.lambda, failed, props);
    new ImpactAlarm(this, 'Late', {
      name: `${props.name}-late`,
      errorImpact: props.lateImpact,
      metric: this.lambda.metric('IteratorAge', { period: ALARM_PERIOD, statistic: Stats.MAXIMUM }),
      threshold: Duration.minutes(15).toMilliseconds(),
      operators: around.operators,
    });
  }
}
