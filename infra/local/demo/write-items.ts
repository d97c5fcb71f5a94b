import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { ADMINISTRATOR } from '../iam/administrator.ts';
import type { Item } from '#table/item.ts';

/** Most items of one BatchWriteItem. */
const BATCH = 25;
const AT_ONCE = 4;

/** Not `Iterator.take`: that ends the iterator it took from. */
const nextOf = (left: Iterator<Item>): Item[] => {
  const batch: Item[] = [];
  while (batch.length < BATCH) {
    const next = left.next();
    if (next.done === true) break;
    batch.push(next.value);
  }
  return batch;
};

/** Writes items as they are, in batches: a demo has no other writer, so that no condition is needed. */
export const writeItems = async (
  endpoint: string,
  tableName: string,
  items: Iterable<Item>,
): Promise<void> => {
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-west-2',
    credentials: ADMINISTRATOR,
  });
  // It copies all that is written for a log that nobody keeps.
  client.middlewareStack.remove('loggerMiddleware');
  const left = items[Symbol.iterator]();
  const writer = async (): Promise<void> => {
    for (let batch = nextOf(left); batch.length > 0; batch = nextOf(left)) {
      const puts = batch.map((item) => ({
        PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) },
      }));
      const { UnprocessedItems } = await client.send(
        new BatchWriteItemCommand({ RequestItems: { [tableName]: puts } }),
      );
      if (Object.keys(UnprocessedItems ?? {}).length > 0)
        throw new Error('The table took only some of the demo.');
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, writer));
  } finally {
    client.destroy();
  }
};
