import type { GlobalIndex, LocalIndex } from './table.ts';

/** What DynamoDB lets a role do with items; Scan and PartiQL are not in the list. */
export type ItemAction = 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem';

/**
 * One statement of a role's policy about the table: these actions, only where the partition key (of the table, or of
 * the index that is queried) is one of `keys`.
 *
 * A key may hold a tag of the session, as `{centre}`, and `*` for anything. `CENTRE#{centre}*` is never one: centre `ox`
 * is not centre `oxford`.
 */
export interface Right {
  /** The statement's id: what it is for. */
  readonly sid: string;
  readonly actions: readonly ItemAction[];
  readonly keys: readonly string[];
  /** Indexes that may be queried. */
  readonly indexes?: readonly (GlobalIndex | LocalIndex)[];
  /** False where only the indexes may be queried and not the table. */
  readonly table?: false;
}
