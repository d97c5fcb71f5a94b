import { createServer } from 'node:net';
import {
  CreateTableCommand,
  DynamoDBClient,
  PutItemCommand,
  type CreateTableCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { createDynamoStore } from '#adapters/dynamo-store.ts';
import type { Item } from '#table/item.ts';
import { tableDefinition } from '#table/table.ts';
import type { Store } from '#usecases/ports/store.ts';
import { startEngine } from '../../infra/local/dynamodb/start-engine.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });

const keySchema = (partition: string, sort: string): CreateTableCommandInput['KeySchema'] => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];

/** The table request that {@link tableDefinition} describes; what the template makes of it is held against this in a test. */
export const tableRequest = (TableName: string): CreateTableCommandInput => {
  const { partitionKey, sortKey, localIndexes, globalIndexes } = tableDefinition;
  const keys = new Set<string>([partitionKey, sortKey]);
  for (const index of Object.values(localIndexes)) keys.add(index.sortKey);
  for (const index of Object.values(globalIndexes)) keys.add(index.partitionKey).add(index.sortKey);
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(partitionKey, sortKey),
    AttributeDefinitions: [...keys].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    LocalSecondaryIndexes: Object.entries(localIndexes).map(([IndexName, index]) => ({
      IndexName,
      KeySchema: keySchema(partitionKey, index.sortKey),
      Projection: { ProjectionType: 'ALL' },
    })),
    GlobalSecondaryIndexes: Object.entries(globalIndexes).map(([IndexName, index]) => ({
      IndexName,
      KeySchema: keySchema(index.partitionKey, index.sortKey),
      Projection:
        index.projection === 'all'
          ? { ProjectionType: 'ALL' }
          : index.projection === 'keys'
            ? { ProjectionType: 'KEYS_ONLY' }
            : { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.projection] },
    })),
  };
};

export interface TestTable {
  readonly store: Store;
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly endpoint: string;
  /** The indexes that showed what isn't there, in order. */
  readonly strays: readonly string[];
  /** Writes past the store, as somebody would who has a function's credentials and not its code. */
  readonly plant: (item: Item) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A fresh table on an embedded engine of its own, in memory. */
export const startTable = async (): Promise<TestTable> => {
  const engine = await startEngine({ port: await freePort(), directory: undefined });
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const tableName = 'haemdiary-test';
  const strays: string[] = [];
  await client.send(new CreateTableCommand(tableRequest(tableName)));
  return {
    client,
    tableName,
    endpoint: engine.endpoint,
    strays,
    plant: async (item) => {
      await client.send(new PutItemCommand({ TableName: tableName, Item: marshall(item) }));
    },
    store: createDynamoStore({ client, tableName, onStray: (index) => strays.push(index) }),
    stop: async () => {
      client.destroy();
      await engine.stop();
    },
  };
};
