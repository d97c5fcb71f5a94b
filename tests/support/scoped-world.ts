import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { STSClient } from '@aws-sdk/client-sts';
import { createDynamoStore } from '#adapters/dynamo-store.ts';
import { createScopedStores } from '#adapters/scoped-stores.ts';
import { SCOPE_TAGS, scopeRights, type ScopeName } from '#table/scopes.ts';
import type { Within } from '#usecases/ports/scopes.ts';
import type { Store } from '#usecases/ports/store.ts';
import { startTableGate } from '../../infra/local/dynamodb/access/start-table-gate.ts';
import { tablesFor } from '../../infra/local/dynamodb/access/tables-for.ts';
import { startEngine } from '../../infra/local/dynamodb/start-engine.ts';
import { ADMINISTRATOR } from '../../infra/local/iam/administrator.ts';
import { createIam } from '../../infra/local/iam/authorise.ts';
import { createSessions } from '../../infra/local/iam/sessions.ts';
import { freePorts } from '../../infra/local/ports.ts';
import { startSts } from '../../infra/local/sts/start-sts.ts';
import { isJsonObject, jsonObjectSchema, type JsonObject } from '../../infra/local/template/json.ts';
import { resolvedIam } from '../infra/support/resolved-iam.ts';
import { synthesise } from '../infra/support/synthesise.ts';
import { cloudOf } from './iam/cloud-of.ts';
import { signerOf } from './iam/sts-caller.ts';
import { tableRequest } from './table.ts';

/** The functions that work in scopes. */
export const SCOPED_FUNCTIONS = Object.keys(scopeRights) as (keyof typeof scopeRights)[];

/** The ids of the functions’ own roles begin so in the templates. */
const ROLE_OF: Readonly<Record<keyof typeof scopeRights, string>> = {
  diary: 'DiaryRunsRole',
  centre: 'CentreRunsRole',
  session: 'SessionRunsRole',
  'overdue-sweep': 'OverdueSweepRunsRole',
  outbox: 'OutboxRunsRole',
  'mail-events': 'MailEventsRunsRole',
};

/** Takes the condition on leading keys off every statement: what the tests must notice. */
const unguarded = (statement: JsonObject): JsonObject => {
  const { Condition: condition, ...rest } = statement;
  const isGuard = isJsonObject(condition) && JSON.stringify(condition).includes('LeadingKeys');
  return isGuard ? rest : statement;
};

type Resource = Parameters<typeof cloudOf>[0][string];
const nameIn = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** Nothing of these tests stands in an index where it doesn't belong. */
const onStray = (index: string): void => {
  throw new Error(`${index} shows what is not there.`);
};

/** The roles of the synthesised templates, and a table that answers to the name in their policies. */
const cloudFor = async (endpoint: string, guarded: boolean) => {
  const templates = synthesise();
  const { roles } = resolvedIam(templates);
  const [tableId = ''] = Object.entries(templates.read.Data.Resources).flatMap(([id, { Type }]) =>
    Type === 'AWS::DynamoDB::GlobalTable' ? [id] : [],
  );
  const document = (
    statements: readonly object[],
    change = (statement: JsonObject): JsonObject => statement,
  ): JsonObject => ({
    Version: '2012-10-17',
    Statement: statements.map((statement) => change(jsonObjectSchema.parse(statement))),
  });
  const roleResources = roles.map(({ arn, policy, trust }): [string, Resource] => [
    nameIn(arn),
    {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: nameIn(arn),
        AssumeRolePolicyDocument: document(trust.Statement),
        Policies: [
          {
            PolicyName: 'exactly',
            PolicyDocument: document(policy.Statement, guarded ? undefined : unguarded),
          },
        ],
      },
    },
  ]);
  const { BillingMode: _, ...table } = tableRequest(tableId);
  const cloud = await cloudOf(
    {
      ...Object.fromEntries(roleResources),
      Table: { Type: 'AWS::DynamoDB::Table', Properties: jsonObjectSchema.parse(table) },
    },
    { dynamodb: endpoint },
  );
  return { cloud, roles, tableId };
};

export interface ScopedWorld {
  /** The stores of a function’s scopes, as its container makes them. */
  readonly withinOf: (name: keyof typeof scopeRights) => Within;
  /** The store of a function by itself. */
  readonly ownOf: (name: keyof typeof scopeRights) => Store;
  /** Whoever may do everything. */
  readonly everything: Store;
  /** How often STS was asked. */
  readonly assumed: () => number;
  readonly stop: () => Promise<void>;
}

/**
 * The table behind a gate that decides by the synthesised policies, with an STS: what the stores of scopes meet in the
 * cloud.
 *
 * @param guarded false without any condition on leading keys
 */
export const startScopedWorld = async (guarded = true): Promise<ScopedWorld> => {
  const { tableEngine: enginePort } = await freePorts();
  const engine = await startEngine({ port: enginePort, directory: undefined });
  const { cloud, roles, tableId } = await cloudFor(engine.endpoint, guarded);
  const sessions = createSessions();
  let assumed = 0;
  const iam = createIam(
    () => cloud,
    sessions,
    ({ action }) => {
      if (action === 'sts:AssumeRole') assumed += 1;
    },
  );
  const log = () => undefined;
  const sts = await startSts({ iam, sessions, roleOf: (arn) => cloud.roles.get(arn), port: 0, log });
  const gate = await startTableGate({ port: 0, iam, tablesFor: tablesFor(() => cloud), enginePort, log });
  const region = 'eu-west-2';
  const clientOf = (credentials: ReturnType<typeof signerOf>) =>
    new DynamoDBClient({ endpoint: gate.endpoint, region, credentials, maxAttempts: 1 });
  const own = (name: keyof typeof scopeRights) => {
    const role = roles.find(({ owner }) => owner.startsWith(ROLE_OF[name]));
    if (role === undefined) throw new Error(`${name} has no role.`);
    return signerOf(nameIn(role.arn));
  };
  const arnOf = (name: string, scope: string) =>
    `arn:aws:iam::000000000000:role/haemdiary-${name}-${scope}-scope`;
  const scopesOf = Object.keys(SCOPE_TAGS) as ScopeName[];
  return {
    withinOf: (name) =>
      createScopedStores({
        client: clientOf(own(name)),
        sts: new STSClient({ endpoint: sts.url, region, credentials: own(name), maxAttempts: 1 }),
        roles: Object.fromEntries(scopesOf.map((scope) => [scope, arnOf(name, scope)])),
        tableName: tableId,
        onStray,
      }),
    ownOf: (name) => createDynamoStore({ client: clientOf(own(name)), tableName: tableId, onStray }),
    everything: createDynamoStore({ client: clientOf(ADMINISTRATOR), tableName: tableId, onStray }),
    assumed: () => assumed,
    stop: async () => {
      await gate.stop();
      await sts.stop();
      await engine.stop();
    },
  };
};
