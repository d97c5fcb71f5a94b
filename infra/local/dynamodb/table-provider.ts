import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { isJsonObject, jsonObjectSchema, type Json, type JsonObject } from '../template/json.ts';
import { arnOf, physicalName, type Provider } from '../template/provider.ts';
import type { Table } from './table.ts';
import { callDynamodb, mustCallDynamodb } from './call-dynamodb.ts';

const keySchema = z.array(z.looseObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const encryption = z.object({ KMSMasterKeyId: z.string().optional() });

const tableSchema = z.object({
  TableName: z.string().optional(),
  KeySchema: z.array(jsonObjectSchema),
  AttributeDefinitions: z.array(jsonObjectSchema),
  LocalSecondaryIndexes: z.array(jsonObjectSchema).optional(),
  GlobalSecondaryIndexes: z.array(jsonObjectSchema).optional(),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: jsonObjectSchema.optional(),
  // A table of one region says it here, a global one for each of its regions.
  SSESpecification: encryption.optional(),
  Replicas: z.array(z.object({ Region: z.string(), SSESpecification: encryption.optional() })).default([]),
});

/** `AWS::DynamoDB::Table` and `AWS::DynamoDB::GlobalTable`: keys, indexes, stream and TTL exactly as declared. */
export const tableProvider: Provider = async (resource, cloud) => {
  const table = tableSchema.parse(resource.properties);
  const name = table.TableName ?? physicalName(resource);
  const endpoint = cloud.endpoints.dynamodb;
  const wanted = createRequest(name, table);
  const made = await callDynamodb(endpoint, 'DynamoDB_20120810.CreateTable', wanted);
  if ('error' in made && made.error !== 'ResourceInUseException')
    throw new Error(`${made.error}: ${made.message}`);
  const described = await untilActive(endpoint, name);
  refuseDrift(name, wanted, described);
  if (table.TimeToLiveSpecification !== undefined && !('error' in made)) {
    await mustCallDynamodb(endpoint, 'DynamoDB_20120810.UpdateTimeToLive', {
      TableName: name,
      TimeToLiveSpecification: table.TimeToLiveSpecification,
    });
  }
  const arn = arnOf(resource, 'dynamodb', `table/${name}`);
  const latest = described['LatestStreamArn'];
  const engineStreamArn = typeof latest === 'string' ? latest : undefined;
  // The engine has a region of its own, which no policy of the template knows.
  const streamArn = engineStreamArn?.replace(/^.*(?=\/stream\/)/u, arn);
  cloud.tables.set(name, { name, arn, streamArn, engineStreamArn, ...partitionKeysOf(table) });
  const key = keyOf(table, resource.region);
  if (key !== undefined) cloud.encryptedWith.set(arn, key);
  return {
    ref: name,
    attributes: {
      Arn: arn,
      ...(streamArn === undefined ? {} : { StreamArn: streamArn }),
      TableId: name,
    },
  };
};

const partitionKeyOf = (schema: unknown): string =>
  keySchema.parse(schema).find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';

function partitionKeysOf(
  table: z.infer<typeof tableSchema>,
): Pick<Table, 'partitionKey' | 'indexPartitionKeys'> {
  const indexes = [...(table.LocalSecondaryIndexes ?? []), ...(table.GlobalSecondaryIndexes ?? [])];
  return {
    partitionKey: partitionKeyOf(table.KeySchema),
    indexPartitionKeys: new Map(
      indexes.map(({ IndexName, KeySchema }) => [z.string().parse(IndexName), partitionKeyOf(KeySchema)]),
    ),
  };
}

/** The customer's key that encrypts the table here; undefined when AWS's own does. */
const keyOf = (
  { SSESpecification, Replicas }: z.infer<typeof tableSchema>,
  region: string,
): string | undefined =>
  (Replicas.find(({ Region }) => Region === region)?.SSESpecification ?? SSESpecification)?.KMSMasterKeyId;

function createRequest(name: string, table: z.infer<typeof tableSchema>): JsonObject {
  const request: JsonObject = {
    TableName: name,
    KeySchema: table.KeySchema,
    AttributeDefinitions: table.AttributeDefinitions,
    BillingMode: 'PAY_PER_REQUEST',
  };
  if (table.LocalSecondaryIndexes?.length) request['LocalSecondaryIndexes'] = table.LocalSecondaryIndexes;
  if (table.GlobalSecondaryIndexes?.length)
    request['GlobalSecondaryIndexes'] = table.GlobalSecondaryIndexes.map(indexOnly);
  if (table.StreamSpecification)
    request['StreamSpecification'] = { StreamEnabled: true, ...table.StreamSpecification };
  return request;
}

/** A global table's index may carry capacity and insight settings that CreateTable has other words for. */
function indexOnly(index: JsonObject): JsonObject {
  const { IndexName, KeySchema, Projection } = index;
  return { IndexName: IndexName ?? null, KeySchema: KeySchema ?? null, Projection: Projection ?? null };
}

async function untilActive(endpoint: string, name: string): Promise<JsonObject> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { Table: table } = await mustCallDynamodb(endpoint, 'DynamoDB_20120810.DescribeTable', {
      TableName: name,
    });
    if (isJsonObject(table) && table['TableStatus'] === 'ACTIVE') return table;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`The table ${name} did not become active`);
}

/** A kept table whose definition has changed would be silently wrong: local indexes can't be added later at all. */
function refuseDrift(name: string, wanted: JsonObject, described: JsonObject): void {
  for (const part of ['KeySchema', 'LocalSecondaryIndexes', 'GlobalSecondaryIndexes']) {
    if (isDeepStrictEqual(shapeOf(wanted[part]), shapeOf(described[part]))) continue;
    throw new Error(`The kept table ${name} has other ${part} than the template: start once with --fresh`);
  }
}

function shapeOf(part: Json | undefined): unknown {
  if (!Array.isArray(part)) return [];
  const shapes = part.filter(isJsonObject).map((item) => {
    const { IndexName, KeySchema, Projection, AttributeName, KeyType } = item;
    const included =
      isJsonObject(Projection) && Array.isArray(Projection['NonKeyAttributes'])
        ? [...Projection['NonKeyAttributes']].sort()
        : [];
    const type = isJsonObject(Projection) ? Projection['ProjectionType'] : undefined;
    return JSON.stringify([
      IndexName,
      KeySchema && shapeOf(KeySchema),
      type,
      included,
      AttributeName,
      KeyType,
    ]);
  });
  return shapes.sort();
}
