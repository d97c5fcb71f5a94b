import { entities } from './entities/all.ts';
import type { Entity, IndexKeys } from './entity.ts';
import type { Pattern } from './patterns.ts';
import { tableDefinition } from './table.ts';

type Row = Readonly<Record<string, unknown>>;
type Made = Pick<Entity, 'type'> & {
  readonly key: (row: Row) => { readonly pk: string; readonly sk: string };
  readonly indexes: (row: Row) => IndexKeys;
};

const made = new Map((entities as unknown as readonly Made[]).map((one) => [one.type, one]));

const isPlaced = (keys: IndexKeys, index: NonNullable<Pattern['index']>, row: Row): boolean => {
  if (index === 'timeline') return keys.timeline === row[tableDefinition.localIndexes.timeline.sortKey];
  const { partitionKey, sortKey } = tableDefinition.globalIndexes[index];
  const [partition, sort] = keys[index] ?? [];
  return partition !== undefined && partition === row[partitionKey] && sort === row[sortKey];
};

/**
 * Whether an item that an index shows is what it says it is: with the primary key and the index key that its own fields
 * make. IAM decides a write by its primary key only, so whoever may write in
 * a partition of their own could give an item there the index keys of somebody else; but not the primary key.
 *
 * @param row as the index projects it; an index with keys only has no fields, and what it names is read by its own key
 */
export const isItself = ({ index }: Pick<Pattern, 'index'>, row: Row): boolean => {
  if (index === undefined) return true;
  const entity = made.get(String(row['type']));
  if (entity === undefined) return false;
  try {
    const { pk, sk } = entity.key(row);
    return pk === row['pk'] && sk === row['sk'] && isPlaced(entity.indexes(row), index, row);
  } catch (error) {
    // Fields that make no key at all: the same as another key.
    if (error instanceof Error) return false;
    throw error;
  }
};
