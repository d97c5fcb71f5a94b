import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Item } from '#table/item.ts';

/** Most items of one BatchWriteItem. */
const BATCH = 25;
const AT_ONCE = 4;

/** Writes items as they are, in batches: a demo has no other writer, so that no condition is needed. */
export const writeItems = async (
  endpoint: string,
  tableName: string,
  items: readonly Item[],
): Promise<void> => {
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'demo', secretAccessKey: 'demo' },
  });
  const batches = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, place) =>
    items.slice(place * BATCH, (place + 1) * BATCH),
  );
  const writer = async (): Promise<void> => {
    for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
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
