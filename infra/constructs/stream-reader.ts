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
import { ALARM_PERIOD, ImpactAlarm } from './impact-alarm.ts';
import { canFollowChanges, canReportFailures } from './permissions.ts';

export interface StreamReaderProps {
  readonly name: FunctionName;
  readonly does: string;
  readonly errorImpact: string;
  /** Who is hurt when it lags or gives an item up. */
  readonly lateImpact: string;
  readonly diaries: DiaryTable;
  /** The items that it is told of: their type and the state that a write leaves them in. */
  readonly tellsOf: { readonly type: string; readonly state: string };
  readonly may: readonly PolicyStatement[];
  readonly environment: Readonly<Record<string, string>>;
}

const follow = (
  scope: Construct,
  target: IFunction,
  failed: FailedEvents,
  props: StreamReaderProps,
): void => {
  const { tellsOf } = props;
  new EventSourceMapping(scope, 'Mapping', {
    target,
    eventSourceArn: props.diaries.streamArn,
    // A mapping made anew starts with what it may have missed; the reader claims each item, so nothing is done twice.
    startingPosition: StartingPosition.TRIM_HORIZON,
    filters: [
      FilterCriteria.filter({
        // What is written anew rings again; what the reader itself writes leaves another state, and doesn't.
        eventName: ['INSERT', 'MODIFY'],
        dynamodb: { NewImage: { type: { S: [tellsOf.type] }, state: { S: [tellsOf.state] } } },
      }),
    ],
    batchSize: 10,
    // Each item fails alone, is retried alone, and is at last reported alone.
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: 5,
    maxRecordAge: Duration.hours(1),
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
      // An export job of a whole centre runs here.
      timeout: Duration.minutes(10),
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
