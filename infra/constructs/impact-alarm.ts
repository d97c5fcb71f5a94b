import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import type { Operators } from './operators.ts';

export interface ImpactAlarmProps {
  /** Kebab-case; also the file in docs/runbooks. */
  readonly name: string;
  /** Who is hurt, and how, while this alarm is on: becomes its text. */
  readonly errorImpact: string;
  readonly metric: IMetric;
  /** The alarm is on when the metric is at or above this. */
  readonly threshold: number;
  /** Periods in a row; 1 unless told. */
  readonly periods?: number;
  /** Silence is the fault: for what must happen, such as the hourly sweep. Then the metric must reach the threshold. */
  readonly mustHappen?: boolean;
  readonly operators: Operators;
}

/** An alarm that says who is hurt and where its runbook is, and tells the operators. */
export class ImpactAlarm extends Construct {
  constructor(scope: Construct, id: string, props: ImpactAlarmProps) {
    super(scope, id);
    const alarm = new Alarm(this, 'Alarm', {
      alarmName: `${Stack.of(this).stackName}-${props.name}`,
      alarmDescription: `${props.errorImpact} What to do: docs/runbooks/${props.name}.md`,
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator:
        props.mustHappen === true
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData:
        props.mustHappen === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    const tellOperators = new SnsAction(props.operators.topic);
    alarm.addAlarmAction(tellOperators);
    alarm.addOkAction(tellOperators);
  }
}

/** How long a single failure is looked at: short, because someone may be waiting for their entry to be saved. */
export const ALARM_PERIOD = Duration.minutes(5);
