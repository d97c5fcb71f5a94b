import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Pattern } from '#table/patterns.ts';
import { tableDefinition, type LocalIndex } from '#table/table.ts';
import { expression } from './dynamo-expression.ts';

type Row = Readonly<Record<string, unknown>>;

const isLocal = (index: NonNullable<Pattern['index']>): index is LocalIndex =>
  index in tableDefinition.localIndexes;

const keysOf = (index: Pattern['index']): { readonly partition: string; readonly sort: string } => {
  const { partitionKey, sortKey, localIndexes, globalIndexes } = tableDefinition;
  if (index === undefined) return { partition: partitionKey, sort: sortKey };
  if (isLocal(index)) return { partition: partitionKey, sort: localIndexes[index].sortKey };
  return { partition: globalIndexes[index].partitionKey, sort: globalIndexes[index].sortKey };
};

/** Cursors are the last key, in a form that is safe in a URL. They hold ids only, and are checked against the partition. */
const encode = (key: Row): string => Buffer.from(JSON.stringify(key)).toString('base64url');
const decode = (cursor: string, partition: readonly [string, string]): Row | undefined => {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (typeof key !== 'object' || key === null || Array.isArray(key)) return undefined;
    const row = key as Row;
    return row[partition[0]] === partition[1] ? row : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

export interface Rows {
  readonly rows: readonly Row[];
  readonly cursor?: string;
}

/** One page of a pattern. A cursor of another partition, or a broken one, starts from the beginning. */
export const queryPage = async (
  client: DynamoDBDocumentClient,
  TableName: string,
  pattern: Pattern,
  page: { readonly cursor?: string | undefined; readonly limit?: number | undefined } = {},
): Promise<Rows> => {
  const to = expression();
  const keys = keysOf(pattern.index);
  const partition = `${to.path(keys.partition)} = ${to.value(pattern.partition)}`;
  const { range } = pattern;
  const sort = range === 'all' ? undefined : to.path(keys.sort);
  const sorted =
    sort === undefined || range === 'all'
      ? ''
      : 'beginsWith' in range
        ? ` AND begins_with(${sort}, ${to.value(range.beginsWith)})`
        : ` AND ${sort} BETWEEN ${to.value(range.from)} AND ${to.value(range.to)}`;
  const start =
    page.cursor === undefined ? undefined : decode(page.cursor, [keys.partition, pattern.partition]);
  const answer = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: partition + sorted,
      ...(pattern.index === undefined ? {} : { IndexName: pattern.index }),
      ...(pattern.index === undefined || isLocal(pattern.index) ? { ConsistentRead: true } : {}),
      ...(pattern.descending === true ? { ScanIndexForward: false } : {}),
      ...(page.limit === undefined ? {} : { Limit: page.limit }),
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      ...to.attributes(),
    }),
  );
  const rows = answer.Items ?? [];
  return answer.LastEvaluatedKey === undefined ? { rows } : { rows, cursor: encode(answer.LastEvaluatedKey) };
};
