import * as z from 'zod';
import type { Wanted } from '../../iam/authorise.ts';
import type { ContextValue } from '../../iam/iam-request.ts';
import type { Table } from '../table.ts';
import { attributesOf } from './attributes-of.ts';
import { leadingKeyOf } from './leading-key.ts';
import { keyText, readItemOperation, type ItemOperation } from './operation.ts';

/** The tables of the templates, and whether a policy of the caller asks about attributes: else nobody looks for them. */
export interface Tables {
  /** By its name or ARN. */
  readonly table: (name: string) => Table;
  readonly asksForAttributes: boolean;
}

const arnOf = ({ arn }: Table, index: string | undefined): string =>
  index === undefined ? arn : `${arn}/index/${index}`;

const selectOf = ({ Select, ProjectionExpression, AttributesToGet, IndexName }: ItemOperation): string => {
  if (Select !== undefined) return Select;
  if (ProjectionExpression !== undefined || AttributesToGet !== undefined) return 'SPECIFIC_ATTRIBUTES';
  return IndexName === undefined ? 'ALL_ATTRIBUTES' : 'ALL_PROJECTED_ATTRIBUTES';
};

const SEARCHES: readonly string[] = ['Query', 'Scan'];

function itemCall(name: string, operation: ItemOperation, tables: Tables, enclosing?: string): Wanted {
  const table = tables.table(operation.TableName);
  const leading = leadingKeyOf(operation, table);
  const { ReturnValues, ReturnConsumedCapacity } = operation;
  const context: Record<string, ContextValue> = {
    ...(leading !== undefined && { 'dynamodb:LeadingKeys': [leading] }),
    ...(SEARCHES.includes(name) && { 'dynamodb:Select': selectOf(operation) }),
    ...(ReturnValues !== undefined && { 'dynamodb:ReturnValues': ReturnValues }),
    ...(ReturnConsumedCapacity !== undefined && {
      'dynamodb:ReturnConsumedCapacity': ReturnConsumedCapacity,
    }),
    ...(enclosing !== undefined && { 'dynamodb:EnclosingOperation': enclosing }),
    ...(tables.asksForAttributes && { 'dynamodb:Attributes': attributesOf(operation) }),
  };
  return { action: `dynamodb:${name}`, resource: arnOf(table, operation.IndexName), context };
}

/** Each act of a transaction is decided as the operation it stands for. */
const ACTS: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};
const transaction = z.object({ TransactItems: z.array(z.record(z.string(), z.unknown())) });

const transactionCalls = (name: string, body: unknown, tables: Tables): Wanted[] =>
  transaction
    .parse(body)
    .TransactItems.flatMap((acts) =>
      Object.entries(acts).map(([act, operation]) =>
        itemCall(ACTS[act] ?? act, readItemOperation(operation), tables, name),
      ),
    );

const keyed = z.record(z.string(), z.unknown());
const batchGet = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(keyed) })) });
const batchWrite = z.object({
  RequestItems: z.record(
    z.string(),
    z.array(
      z.object({
        PutRequest: z.object({ Item: keyed }).optional(),
        DeleteRequest: z.object({ Key: keyed }).optional(),
      }),
    ),
  ),
});

/** A batch is one operation with a permission of its own, on each of its tables, with all keys that it touches. */
const batchCall = (
  action: string,
  table: Table,
  items: readonly (z.infer<typeof keyed> | undefined)[],
): Wanted => ({
  action,
  resource: table.arn,
  context: {
    'dynamodb:LeadingKeys': [...new Set(items.flatMap((item) => keyText(item?.[table.partitionKey]) ?? []))],
  },
});

const batchGetCalls = (body: unknown, { table }: Tables): Wanted[] =>
  Object.entries(batchGet.parse(body).RequestItems).map(([name, { Keys }]) =>
    batchCall('dynamodb:BatchGetItem', table(name), Keys),
  );

const batchWriteCalls = (body: unknown, { table }: Tables): Wanted[] =>
  Object.entries(batchWrite.parse(body).RequestItems).map(([name, writes]) => {
    const items = writes.map(({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest?.Key);
    return batchCall('dynamodb:BatchWriteItem', table(name), items);
  });

const ON_ITEMS = new Set(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan']);
const onTable = z.object({ TableName: z.string() });

/**
 * What an operation of DynamoDB needs permission for: the action, the table or index, and the condition keys that AWS
 * documents. A transaction needs it for each of its acts.
 *
 * @param name of the operation, e.g. `PutItem`.
 * @throws when the body isn't what the operation takes.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
 */
export function tableCalls(name: string, body: unknown, tables: Tables): readonly Wanted[] {
  if (ON_ITEMS.has(name)) return [itemCall(name, readItemOperation(body), tables)];
  if (name === 'TransactWriteItems' || name === 'TransactGetItems')
    return transactionCalls(name, body, tables);
  if (name === 'BatchGetItem') return batchGetCalls(body, tables);
  if (name === 'BatchWriteItem') return batchWriteCalls(body, tables);
  const of = onTable.safeParse(body).data;
  return [{ action: `dynamodb:${name}`, resource: of === undefined ? '*' : tables.table(of.TableName).arn }];
}
