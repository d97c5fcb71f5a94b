import { paginateScan } from '@aws-sdk/client-dynamodb';
import type { TestTable } from './table.ts';

/** How many audit items one act left, whoever's audit they are in. */
export const auditsOf = async ({ client, tableName }: TestTable, mutationId: string): Promise<number> => {
  const pages = paginateScan(
    { client },
    {
      TableName: tableName,
      FilterExpression: '#type = :audit AND mutationId = :act',
      ExpressionAttributeNames: { '#type': 'type' },
      ExpressionAttributeValues: { ':audit': { S: 'audit' }, ':act': { S: mutationId } },
    },
  );
  let count = 0;
  for await (const { Count } of pages) count += Count ?? 0;
  return count;
};
