import type { Table } from '../table.ts';
import { keyText, type ItemOperation } from './operation.ts';

/** `#pk = :pk`, with any name and any value, wherever in a condition; a number, say, is compared in other ways too. */
const EQUALITY = /(?<name>#?[\w.-]+)\s*=\s*(?<value>:\w+)/gu;

const keyName = (table: Table, index: string | undefined): string | undefined =>
  index === undefined ? table.partitionKey : table.indexPartitionKeys.get(index);

/** The partition key's value that a Query's condition asks for. */
function askedFor(operation: ItemOperation, name: string): string | undefined {
  const { KeyConditionExpression: expression, KeyConditions: conditions } = operation;
  if (conditions?.[name]?.ComparisonOperator === 'EQ') return keyText(conditions[name].AttributeValueList[0]);
  for (const { groups } of (expression ?? '').matchAll(EQUALITY)) {
    const written = groups?.['name'] ?? '';
    if ((operation.ExpressionAttributeNames[written] ?? written) !== name) continue;
    return keyText(operation.ExpressionAttributeValues[groups?.['value'] ?? '']);
  }
  return undefined;
}

/**
 * The value of the partition key that an operation is about, which IAM knows as its leading key: of the index's own
 * partition key where an index is queried.
 *
 * @returns undefined when it has none, as a Scan: a policy that asks for a key then doesn't allow it.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
export function leadingKeyOf(operation: ItemOperation, table: Table): string | undefined {
  const name = keyName(table, operation.IndexName);
  if (name === undefined) return undefined;
  const { Key, Item } = operation;
  return Key !== undefined || Item !== undefined ? keyText((Key ?? Item)?.[name]) : askedFor(operation, name);
}
