import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { ALARM_PERIOD, ImpactAlarm } from './impact-alarm.ts';
import type { Operators } from './operators.ts';

export interface FailedEventsProps {
  /** Name of the alarm and its runbook. */
  readonly alarm: string;
  readonly errorImpact: string;
  readonly operators: Operators;
}

/** Where events go that failed to the last retry, with an alarm as soon as one is there. */
export class FailedEvents extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: FailedEventsProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(this.queue, {
      'AwsSolutions-SQS3':
        'This queue is itself the place where failed events of others end; nothing consumes it but people.',
    });
    new ImpactAlarm(this, 'NotEmpty', {
      name: props.alarm,
      errorImpact: props.errorImpact,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: ALARM_PERIOD,
        statistic: Stats.MAXIMUM,
      }),
      threshold: 1,
      operators: props.operators,
    });
  }
}
