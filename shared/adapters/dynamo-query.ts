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
const decode = (cursor: string): Row | undefined => {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return typeof key === 'object' && key !== null && !Array.isArray(key) ? (key as Row) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const within = (range: Pattern['range'], at: string): boolean => {
  if (range === 'all') return true;
  return 'beginsWith' in range ? at.startsWith(range.beginsWith) : at >= range.from && at <= range.to;
};

/** Where a page starts: DynamoDB refuses a key that is not whole or lies outside what is asked for. */
const startAt = (pattern: Pattern, cursor: string): Row | undefined => {
  const { partitionKey, sortKey } = tableDefinition;
  const { partition, sort } = keysOf(pattern.index);
  const names = new Set([partitionKey, sortKey, partition, sort]);
  const row = decode(cursor);
  if (row === undefined || Object.keys(row).length !== names.size) return undefined;
  const whole = [...names].every((name) => typeof row[name] === 'string' && row[name] !== '');
  return whole && row[partition] === pattern.partition && within(pattern.range, String(row[sort]))
    ? row
    : undefined;
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
  const start = page.cursor === undefined ? undefined : startAt(pattern, page.cursor);
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
