import { RemovalPolicy } from 'aws-cdk-lib';
import { MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { TableDefinition } from '#table/definition.ts';
import type { DiaryKey } from './diary-key.ts';
import { ALARM_PERIOD, ImpactAlarm } from './impact-alarm.ts';
import type { Operators } from './operators.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

type GlobalIndex = TableDefinition['globalIndexes'][string];

const projected = (projection: GlobalIndex['projection']) => {
  if (projection === 'all') return { projectionType: ProjectionType.ALL };
  if (projection === 'keys') return { projectionType: ProjectionType.KEYS_ONLY };
  return { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...projection] };
};

const globalIndexes = (definition: TableDefinition): GlobalSecondaryIndexPropsV2[] =>
  Object.entries(definition.globalIndexes).map(([indexName, index]) => ({
    indexName,
    partitionKey: text(index.partitionKey),
    sortKey: text(index.sortKey),
    ...projected(index.projection),
  }));

export interface DiaryTableProps {
  readonly definition: TableDefinition;
  readonly key: DiaryKey;
  readonly operators: Operators;
}

/** The one table of all diaries, as `shared/table` defines it. */
export class DiaryTable extends Construct {
  readonly table: TableV2;
  readonly key: DiaryKey;
  readonly streamArn: string;

  constructor(scope: Construct, id: string, props: DiaryTableProps) {
    super(scope, id);
    const { definition, key } = props;
    this.key = key;
    this.table = new TableV2(this, 'Table', {
      partitionKey: text(definition.partitionKey),
      sortKey: text(definition.sortKey),
      timeToLiveAttribute: definition.timeToLive,
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(key.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      localSecondaryIndexes: Object.entries(definition.localIndexes).map(([indexName, index]) => ({
        indexName,
        sortKey: text(index.sortKey),
      })),
      globalSecondaryIndexes: globalIndexes(definition),
    });
    const { tableStreamArn } = this.table;
    if (tableStreamArn === undefined)
      throw new Error('The table has no stream: the outbox would never be read.');
    this.streamArn = tableStreamArn;
    this.watchThrottling(props.operators);
  }

  private watchThrottling(operators: Operators): void {
    const refused = (metricName: string) =>
      this.table.metric(metricName, { period: ALARM_PERIOD, statistic: Stats.SUM });
    new ImpactAlarm(this, 'Throttled', {
      name: 'table-throttled',
      errorImpact:
        'The table turns requests away: entries are saved late or not at all, and pages fail to load.',
      metric: new MathExpression({
        label: 'Throttled requests',
        expression: 'FILL(reads, 0) + FILL(writes, 0)',
        usingMetrics: { reads: refused('ReadThrottleEvents'), writes: refused('WriteThrottleEvents') },
        period: ALARM_PERIOD,
      }),
      // The SDK's own retries hide a few; this many in five minutes reach people.
      threshold: 50,
      operators,
    });
  }
}
