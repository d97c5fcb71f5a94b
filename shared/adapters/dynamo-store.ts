import { setTimeout as wait } from 'node:timers/promises';
import { TransactionCanceledException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { AnyEntity } from '#table/entities/all.ts';
import type { Key } from '#table/entity.ts';
import { entityOf, fromItem, toItem, type Readable } from '#table/item.ts';
import type { Act, Found, Outcome, Refused, Store } from '#usecases/ports/store.ts';
import { writeOf } from './dynamo-acts.ts';
import { queryPage } from './dynamo-query.ts';

/** How often a transaction that met another writer is tried, and the longest first wait in ms. */
const TRIES = 6;
const FIRST_WAIT_MS = 25;

const isConflict = (error: unknown): boolean =>
  error instanceof TransactionCanceledException &&
  (error.CancellationReasons ?? []).some((reason) => reason.Code === 'TransactionConflict');

/** The reasons without their items stay out of every log: only labels and parsed items leave this function. */
const refusedActs = (error: unknown, acts: readonly Act[]): readonly Refused[] | undefined => {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const failed = (error.CancellationReasons ?? []).flatMap((reason, place): Refused[] => {
    const act = acts[place];
    if (reason.Code !== 'ConditionalCheckFailed' || act === undefined) return [];
    return [{ label: act.label, found: reason.Item === undefined ? undefined : unmarshall(reason.Item) }];
  });
  return failed.length === 0 ? undefined : failed;
};

const readFound = <E extends AnyEntity>(row: Readonly<Record<string, unknown>>) => {
  const entity = entityOf(row);
  return { type: entity.type, item: fromItem(entity, row) } as unknown as Found<E>;
};

/** The table through AWS's document client. */
export const createDynamoStore = (given: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}): Store => {
  const { tableName: TableName } = given;
  const client = DynamoDBDocumentClient.from(given.client, {
    marshallOptions: { removeUndefinedValues: true },
  });

  const attempt = async (acts: readonly Act[], token: string): Promise<Outcome | 'again'> => {
    try {
      await client.send(
        new TransactWriteCommand({
          ClientRequestToken: token,
          TransactItems: acts.map((act) => writeOf(act, TableName)),
        }),
      );
      return { done: true };
    } catch (error) {
      const refused = refusedActs(error, acts);
      if (refused !== undefined) return { done: false, refused };
      if (isConflict(error)) return 'again';
      throw error instanceof TransactionCanceledException ? withoutItems(error) : error;
    }
  };

  return {
    get: async (entity, key: Key) => {
      const answer = await client.send(new GetCommand({ TableName, Key: { ...key }, ConsistentRead: true }));
      const readable: Readable = entity;
      return answer.Item === undefined ? undefined : (fromItem(readable, answer.Item) as never);
    },
    query: async (pattern, page) => {
      const { rows, cursor } = await queryPage(client, TableName, pattern, page);
      return { items: rows.map((row) => readFound(row)), ...(cursor === undefined ? {} : { cursor }) };
    },
    queryAll: async (pattern) => {
      const found: ReturnType<typeof readFound>[] = [];
      let cursor: string | undefined;
      do {
        const page = await queryPage(client, TableName, pattern, { cursor });
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
      const { rows, cursor } = await queryPage(client, TableName, pattern, page);
      return { items: rows, ...(cursor === undefined ? {} : { cursor }) };
    },
    transact: async (acts) => {
      for (let tried = 0; tried < TRIES; tried += 1) {
        const outcome = await attempt(acts, crypto.randomUUID());
        if (outcome !== 'again') return outcome;
        await wait(Math.random() * FIRST_WAIT_MS * 2 ** tried);
      }
      return { done: false, refused: 'conflict' };
    },
    put: async (entity, item) => {
      await client.send(new PutCommand({ TableName, Item: toItem(entity, item as never) }));
    },
  };
};

/** The same failure without the items it carries, which are health data. */
const withoutItems = (error: TransactionCanceledException): Error =>
  new Error(
    `Transaction cancelled: ${(error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None').join(', ')}`,
  );
