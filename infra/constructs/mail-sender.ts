import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { ImpactAlarm } from './impact-alarm.ts';
import type { Operators } from './operators.ts';

export interface MailSenderProps {
  readonly domain: string;
  readonly from: string;
  readonly operators: Operators;
}

/** SES puts an account under review at these rates: https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html */
const BOUNCES_UNDER_REVIEW = 0.05;
const COMPLAINTS_UNDER_REVIEW = 0.001;

const reputation = (metricName: string): Metric =>
  new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: Stats.MAXIMUM });

/** The one verified address that mail comes from, and the configuration set that every mail goes through. */
export class MailSender extends Construct {
  readonly from: string;
  readonly domain: string;
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;
  readonly configurationSetArn: string;

  constructor(scope: Construct, id: string, props: MailSenderProps) {
    super(scope, id);
    this.from = props.from;
    this.domain = props.domain;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
      sendingEnabled: true,
      // A mail that can't be handed over encrypted isn't sent.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    this.configurationSet.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(props.domain),
      configurationSet: this.configurationSet,
    });
    this.identity.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.configurationSetArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSet.configurationSetName,
    });
    this.watchReputation(props.operators);
  }

  private watchReputation(operators: Operators): void {
    const errorImpact =
      'SES may soon stop all our mail: nobody would be reminded, invited or able to reset a password.';
    new ImpactAlarm(this, 'Bounces', {
      name: 'mail-bouncing',
      errorImpact,
      metric: reputation('Reputation.BounceRate'),
      threshold: BOUNCES_UNDER_REVIEW,
      operators,
    });
    new ImpactAlarm(this, 'Complaints', {
      name: 'mail-complained-about',
      errorImpact,
      metric: reputation('Reputation.ComplaintRate'),
      threshold: COMPLAINTS_UNDER_REVIEW,
      operators,
    });
  }
}
