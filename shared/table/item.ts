import type * as z from 'zod';
import { common, type Common, type Entity, type Key, type Stored } from './entity.ts';
import { tableDefinition, type GlobalIndex } from './table.ts';
import { entities, type AnyEntity } from './entities/all.ts';

/** An item as DynamoDB holds it: keys, index keys, type and fields. */
export type Item = Key & { readonly type: string } & Readonly<Record<string, unknown>>;

const globalIndexNames = Object.keys(tableDefinition.globalIndexes) as GlobalIndex[];

/** Fields → item. The only place where keys and index keys are made. */
export const toItem = <E extends AnyEntity>(entity: E, stored: Stored<E>): Item => {
  const made = entity as unknown as Entity<string, E['fields'], Stored<E>>;
  const keys = made.indexes(stored as never);
  const indexed: Record<string, string> =
    keys.timeline === undefined ? {} : { [tableDefinition.localIndexes.timeline.sortKey]: keys.timeline };
  for (const name of globalIndexNames) {
    const pair = keys[name];
    if (pair === undefined) continue;
    const index = tableDefinition.globalIndexes[name];
    indexed[index.partitionKey] = pair[0];
    indexed[index.sortKey] = pair[1];
  }
  return { ...made.key(stored), type: entity.type, ...indexed, ...stored };
};

/**
 * Item → fields, parsed: what doesn't fit its schema never gets into a rule.
 *
 * @throws ZodError when the stored item doesn't fit; that is a fault of ours, never of a caller
 */
export const fromItem = <S extends z.ZodObject>(
  entity: { readonly fields: S },
  item: Readonly<Record<string, unknown>>,
): z.infer<S> & Common => ({ ...entity.fields.parse(item), ...common.parse(item) });

/** Any entity, as far as reading it goes. */
export interface Readable {
  readonly type: string;
  readonly fields: z.ZodObject;
}
const byType = new Map<string, Readable>(entities.map((one) => [one.type, one]));

/** The entity of an item read from an index that holds several. */
export const entityOf = (item: Readonly<Record<string, unknown>>): Readable => {
  const found = typeof item['type'] === 'string' ? byType.get(item['type']) : undefined;
  if (found === undefined) throw new Error('An item has no known type.');
  return found;
};

export interface Stamp {
  /** Instant of the act, ISO. */
  readonly at: string;
  /** Account id, or the name of a job such as `sweep`. */
  readonly by: string;
  readonly mutationId: string;
}

/** What a new item carries. */
export const created = (stamp: Stamp, expiresAt?: number): Common => ({
  schemaVersion: 1,
  version: 1,
  mutationId: stamp.mutationId,
  createdAt: stamp.at,
  createdBy: stamp.by,
  updatedAt: stamp.at,
  updatedBy: stamp.by,
  ...(expiresAt === undefined ? {} : { expiresAt }),
});

/** What the next version of an item carries. */
export const changed = (before: Common, stamp: Stamp) => ({
  version: before.version + 1,
  mutationId: stamp.mutationId,
  updatedAt: stamp.at,
  updatedBy: stamp.by,
});
