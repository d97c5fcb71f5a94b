import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { ConfigurationSetEventDestination, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { ExactFunction, type FunctionSurroundings } from './exact-function.ts';
import type { FunctionName } from './function-bundles.ts';
import type { ScopeGrants } from './scope-role.ts';
import { ALARM_PERIOD, ImpactAlarm } from './impact-alarm.ts';
import type { MailSender } from './mail-sender.ts';
import type { NoticesKey } from './notices-key.ts';

export interface MailEventsProps {
  readonly name: FunctionName;
  readonly does: string;
  readonly errorImpact: string;
  readonly sender: MailSender;
  readonly key: NoticesKey;
  readonly may: readonly PolicyStatement[];
  readonly scopes?: ScopeGrants;
  readonly environment: Readonly<Record<string, string>>;
}

/** A function that is told what became of each mail: delivered, bounced, complained about. */
export class MailEvents extends Construct {
  readonly lambda: IFunction;

  constructor(scope: Construct, id: string, around: FunctionSurroundings, props: MailEventsProps) {
    super(scope, id);
    this.lambda = new ExactFunction(this, 'Runs', around, {
      ...props,
      memoryMegabytes: 512,
      timeout: Duration.seconds(30),
    }).lambda;
    const topic = new Topic(this, 'Topic', { enforceSSL: true, masterKey: props.key.key });
    new ConfigurationSetEventDestination(this, 'Destination', {
      configurationSet: props.sender.configurationSet,
      destination: EventDestination.snsTopic(topic),
      events: [
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.REJECT,
      ],
    });
    topic.addSubscription(new LambdaSubscription(this.lambda));
    // No queue for what can't be delivered: each of these events names the address a mail was sent to.
    new ImpactAlarm(this, 'GivenUp', {
      name: `${props.name}-given-up`,
      errorImpact: props.errorImpact,
      metric: topic.metricNumberOfNotificationsFailed({ period: ALARM_PERIOD, statistic: Stats.SUM }),
      threshold: 1,
      operators: around.operators,
    });
  }
}
