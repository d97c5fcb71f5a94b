import { RemovalPolicy } from 'aws-cdk-lib';
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

/** The one table of all diaries, as `shared/table` defines it. */
export class DiaryTable extends Construct {
  readonly table: TableV2;
  readonly key: DiaryKey;
  readonly streamArn: string;

  constructor(
    scope: Construct,
    id: string,
    props: { readonly definition: TableDefinition; readonly key: DiaryKey },
  ) {
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
  }
}
