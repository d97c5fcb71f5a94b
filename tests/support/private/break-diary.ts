import * as z from 'zod';
import { state } from '#table/entities/state.ts';
import { mustCallDynamodb } from '../../../infra/local/dynamodb/call-dynamodb.ts';
import { localTable } from '../../../infra/admin/local-table.ts';
import { sharedRun } from '../e2e/shared-run.ts';

const found = z.object({ Item: z.object({ identity: z.json() }) });

/**
 * Makes the stored identity of a patient one that does not parse, with a text in it: a fault that no request can cause.
 *
 * @returns how to mend it
 */
export const breakDiary = async (
  diary: { readonly centre: string; readonly patient: string },
  text: string,
): Promise<() => Promise<void>> => {
  const { table, endpoints } = await localTable(sharedRun().addresses['diary'] ?? '');
  const endpoint = endpoints.dynamodb;
  const { pk, sk } = state.key(diary);
  const at = { TableName: table, Key: { pk: { S: pk }, sk: { S: sk } } };
  const { Item } = found.parse(await mustCallDynamodb(endpoint, 'DynamoDB_20120810.GetItem', at));
  const put = async (identity: z.infer<typeof found>['Item']['identity']): Promise<void> => {
    await mustCallDynamodb(endpoint, 'DynamoDB_20120810.UpdateItem', {
      ...at,
      UpdateExpression: 'SET #identity = :identity',
      ExpressionAttributeNames: { '#identity': 'identity' },
      ExpressionAttributeValues: { ':identity': identity },
    });
  };
  await put({ M: { familyName: { S: text }, givenName: { S: text } } });
  return () => put(Item.identity);
};
