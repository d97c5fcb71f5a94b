import {
  BatchGetItemCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { startTableGate } from '../../../infra/local/dynamodb/access/start-table-gate.ts';
import { tablesFor } from '../../../infra/local/dynamodb/access/tables-for.ts';
import { startEngine } from '../../../infra/local/dynamodb/start-engine.ts';
import { ADMINISTRATOR } from '../../../infra/local/iam/administrator.ts';
import { createIam } from '../../../infra/local/iam/authorise.ts';
import { createSessions } from '../../../infra/local/iam/sessions.ts';
import { freePorts } from '../../../infra/local/ports.ts';
import type { JsonObject } from '../../../infra/local/template/json.ts';
import { allowing, cloudOf, roleArn, roleResource } from './cloud-of.ts';
import { signerOf, type Signer } from './sts-caller.ts';

const TABLE = 'diaries';
const keys = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];
const projected = { Projection: { ProjectionType: 'ALL' } };
export const TABLE_ARN = `arn:aws:dynamodb:eu-west-2:000000000000:table/${TABLE}`;

const tableResource = (key: JsonObject) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    TableName: TABLE,
    KeySchema: keys('pk', 'sk'),
    AttributeDefinitions: ['pk', 'sk', 'at', 'accountPk', 'accountSk'].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S',
    })),
    LocalSecondaryIndexes: [{ IndexName: 'timeline', KeySchema: keys('pk', 'at'), ...projected }],
    GlobalSecondaryIndexes: [
      { IndexName: 'account', KeySchema: keys('accountPk', 'accountSk'), ...projected },
    ],
    ...key,
  },
});

/** What somebody does at the table. Keys are `partition` and `sort` key; values of other attributes are texts. */
function worker(endpoint: string, credentials: Signer) {
  const client = new DynamoDBClient({ endpoint, region: 'eu-west-2', credentials, maxAttempts: 1 });
  const at = (pk: string, sk = 'STATE') => ({ TableName: TABLE, Key: { pk: { S: pk }, sk: { S: sk } } });
  const item = (pk: string, name = 'x') => ({
    TableName: TABLE,
    Item: { pk: { S: pk }, sk: { S: 'STATE' }, name: { S: name } },
  });
  const query = (name: string, value: string, index?: string) => ({
    TableName: TABLE,
    ...(index !== undefined && { IndexName: index }),
    KeyConditionExpression: '#key = :key',
    ExpressionAttributeNames: { '#key': name },
    ExpressionAttributeValues: { ':key': { S: value } },
  });
  return {
    get: (pk: string, projection?: string) =>
      client.send(
        new GetItemCommand({
          ...at(pk),
          ...(projection !== undefined && { ProjectionExpression: projection }),
        }),
      ),
    put: (pk: string) => client.send(new PutItemCommand(item(pk))),
    update: (pk: string) =>
      client.send(
        new UpdateItemCommand({
          ...at(pk),
          UpdateExpression: 'SET touched = :t',
          ExpressionAttributeValues: { ':t': { S: 'yes' } },
        }),
      ),
    query: (name: string, value: string, index?: string) =>
      client.send(new QueryCommand(query(name, value, index))),
    scan: () => client.send(new ScanCommand({ TableName: TABLE })),
    statement: () => client.send(new ExecuteStatementCommand({ Statement: `SELECT * FROM "${TABLE}"` })),
    batch: (...pks: string[]) =>
      client.send(
        new BatchGetItemCommand({ RequestItems: { [TABLE]: { Keys: pks.map((pk) => at(pk).Key) } } }),
      ),
    /** Puts one item and checks that another is not there, or puts it too. */
    transact: (put: string, other: { readonly check?: string; readonly put?: string }) =>
      client.send(
        new TransactWriteItemsCommand({
          TransactItems: [
            { Put: item(put) },
            ...(other.put === undefined ? [] : [{ Put: item(other.put) }]),
            ...(other.check === undefined
              ? []
              : [
                  { ConditionCheck: { ...at(other.check), ConditionExpression: 'attribute_not_exists(pk)' } },
                ]),
          ],
        }),
      ),
  };
}

/** The policies of one role: statements, and what else the role has. */
export interface GatedRole {
  readonly statements: JsonObject[];
  readonly more?: JsonObject;
}

/**
 * A table behind its gate, with some roles.
 *
 * @param roles by name.
 * @param keyStatements of the key that encrypts the table; AWS's own key does when there are none.
 */
export async function startGatedTable(
  roles: Readonly<Record<string, GatedRole>>,
  keyStatements?: JsonObject[],
) {
  const { tableEngine: enginePort } = await freePorts();
  const engine = await startEngine({ port: enginePort, directory: undefined });
  const key = await cloudOf({
    ...(keyStatements !== undefined && {
      Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: allowing(keyStatements) } },
    }),
  });
  const keyArn = [...key.resourcePolicies.keys()][0];
  const encryption =
    keyArn === undefined ? {} : { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: keyArn } };
  const cloud = await cloudOf(
    {
      ...Object.fromEntries(
        Object.entries(roles).map(([name, { statements, more = {} }]) => [
          name,
          roleResource(name, {
            Policies: [{ PolicyName: 'exactly', PolicyDocument: allowing(statements) }],
            ...more,
          }),
        ]),
      ),
      Table: tableResource(encryption),
    },
    { dynamodb: engine.endpoint },
  );
  for (const [arn, policy] of key.resourcePolicies) cloud.resourcePolicies.set(arn, policy);
  const clock = { nowMs: Date.now() };
  const sessions = createSessions(() => clock.nowMs);
  const recorded: string[] = [];
  const iam = createIam(
    () => cloud,
    sessions,
    ({ action, resource }, { why }) => {
      recorded.push(`${why} ${action} ${resource.replace(/^.*table\//u, '')}`);
    },
  );
  const gate = await startTableGate({
    port: 0,
    iam,
    tablesFor: tablesFor(() => cloud),
    enginePort,
    log: (line) => recorded.push(line),
  });
  return {
    clock,
    recorded,
    keyArn,
    as: (role: string) => worker(gate.endpoint, signerOf(role)),
    with: (signer: Signer) => worker(gate.endpoint, signer),
    administrator: () => worker(gate.endpoint, ADMINISTRATOR),
    /** A session of a role as STS hands it out, with tags. */
    assumed: (role: string, tags: Readonly<Record<string, string>>, seconds = 900): Signer => {
      const found = cloud.roles.get(roleArn(role));
      if (found === undefined) throw new Error(`There is no role ${role}`);
      return sessions.issue({ role: found, name: 'one', tags, transitive: [] }, seconds);
    },
    endpoint: gate.endpoint,
    engine: engine.endpoint,
    stop: async () => {
      await gate.stop();
      await engine.stop();
    },
  };
}
