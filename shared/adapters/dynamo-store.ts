import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AnyEntity } from '#table/entities/all.ts';
import type { Key } from '#table/entity.ts';
import { isItself } from '#table/is-itself.ts';
import { entityOf, fromItem, toItem, type Readable } from '#table/item.ts';
import type { Pattern } from '#table/patterns.ts';
import type { Found, OnStray, Store } from '#usecases/ports/store.ts';
import { queryPage, type Rows } from './dynamo-query.ts';
import { transact } from './dynamo-transact.ts';

const readFound = <E extends AnyEntity>(row: Readonly<Record<string, unknown>>) => {
  const entity = entityOf(row);
  return { type: entity.type, item: fromItem(entity, row) } as unknown as Found<E>;
};

/** The table through AWS's document client. What stands in an index without belonging there is never handed on. */
export const createDynamoStore = (given: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly onStray: OnStray;
}): Store => {
  const { tableName: TableName, onStray } = given;
  // Nothing is ever logged there, but it copies every request and every answer, so as to leave out what is sensitive.
  given.client.middlewareStack.remove('loggerMiddleware');
  const client = DynamoDBDocumentClient.from(given.client, {
    marshallOptions: { removeUndefinedValues: true },
  });

  const queried = async (pattern: Pattern, page?: Parameters<typeof queryPage>[3]): Promise<Rows> => {
    const found = await queryPage(client, TableName, pattern, page);
    const rows = found.rows.filter((row) => isItself(pattern, row));
    const stray = found.rows.length - rows.length;
    if (stray > 0 && pattern.index !== undefined) onStray(pattern.index, stray);
    return { ...found, rows };
  };

  return {
    get: async (entity, key: Key) => {
      const answer = await client.send(new GetCommand({ TableName, Key: { ...key }, ConsistentRead: true }));
      const readable: Readable = entity;
      return answer.Item === undefined ? undefined : (fromItem(readable, answer.Item) as never);
    },
    query: async (pattern, page) => {
      const { rows, cursor } = await queried(pattern, page);
      return { items: rows.map((row) => readFound(row)), ...(cursor === undefined ? {} : { cursor }) };
    },
    queryAll: async (pattern) => {
      const found: ReturnType<typeof readFound>[] = [];
      let cursor: string | undefined;
      do {
        const page = await queried(pattern, { cursor });
        found.push(...page.rows.map((row) => readFound(row)));
        cursor = page.cursor;
      } while (cursor !== undefined);
      return found as never;
    },
    queryKeys: async (pattern, limit) => {
      const { rows } = await queryPage(client, TableName, pattern, { limit });
      return rows.map((row) => ({ pk: String(row['pk']), sk: String(row['sk']) }));
    },
    queryProjected: async (pattern, page) => {
      const { rows, cursor } = await queried(pattern, page);
      return { items: rows, ...(cursor === undefined ? {} : { cursor }) };
    },
    transact: (acts) => transact(client, TableName, acts),
    put: async (entity, item) => {
      await client.send(new PutCommand({ TableName, Item: toItem(entity, item as never) }));
    },
  };
};
