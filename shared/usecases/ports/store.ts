import type { AnyEntity } from '#table/entities/all.ts';
import type { Key, Stored } from '#table/entity.ts';
import type { Pattern } from '#table/patterns.ts';

/** Entity and fields of one found item, told apart by `entity.type`. */
export type Found<E extends AnyEntity> = E extends AnyEntity
  ? { readonly type: E['type']; readonly item: Stored<E> }
  : never;

export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

type Scalar = string | number | boolean;

/** One thing that must hold of an item for the whole transaction to happen. Paths are dotted: `recording.stage`. */
export type Clause =
  | { readonly path: string; readonly is: '=' | '<>' | '<' | '<=' | '>' | '>='; readonly to: Scalar }
  | { readonly path: string; readonly is: 'in'; readonly to: readonly Scalar[] }
  | { readonly path: string; readonly is: 'present' | 'absent' }
  /** A list with fewer than so many. */
  | { readonly path: string; readonly is: 'shorter'; readonly to: number }
  /** At least one of these. */
  | { readonly any: readonly Clause[] };

/** What one transaction does. `label` names the act when its condition fails. */
export type Act =
  | {
      readonly act: 'put';
      readonly label: string;
      readonly entity: AnyEntity;
      readonly item: Readonly<Record<string, unknown>>;
      /** `'absent'`: only a new item. A number: only over that version. `'any'`: whatever is there. */
      readonly over: 'absent' | 'any' | number;
      readonly when?: readonly Clause[];
    }
  | {
      /** Sets fields without reading; for fields that no index is derived from. Raises `version`. */
      readonly act: 'update';
      readonly label: string;
      readonly key: Key;
      readonly set?: Readonly<Record<string, unknown>>;
      readonly remove?: readonly string[];
      /** Adds to the end of a list. */
      readonly append?: Readonly<Record<string, readonly unknown[]>>;
      readonly add?: Readonly<Record<string, number>>;
      readonly when: readonly Clause[];
    }
  | {
      /**
       * Adds to counters without reading. Where the item is missing it is made of `item`, whose counters start at
       * nothing; an item that is there keeps its other fields.
       */
      readonly act: 'tally';
      readonly label: string;
      readonly entity: AnyEntity;
      readonly item: Readonly<Record<string, unknown>>;
      readonly add: Readonly<Record<string, number>>;
      readonly set: Readonly<Record<string, unknown>>;
    }
  | { readonly act: 'check'; readonly label: string; readonly key: Key; readonly when: readonly Clause[] }
  | { readonly act: 'remove'; readonly label: string; readonly key: Key; readonly when?: readonly Clause[] };

/** Why a transaction did not happen: the acts whose condition failed, each with the item as it is (`undefined`: none). */
export interface Refused {
  readonly label: string;
  readonly found: Readonly<Record<string, unknown>> | undefined;
}
export type Outcome =
  | { readonly done: true }
  | { readonly done: false; readonly refused: readonly Refused[] }
  /** Other writers kept getting in between, after retries. */
  | { readonly done: false; readonly refused: 'conflict' };

/** Told of items that an index shows and that are not what they say they are: which index, and how many of them. */
export type OnStray = (index: NonNullable<Pattern['index']>, count: number) => void;

/** The table as use cases see it. Reads are consistent unless they go through a global index. */
export interface Store {
  get<E extends AnyEntity>(entity: E, key: Key): Promise<Stored<E> | undefined>;
  /** One page; `limit` counts items read. */
  query<E extends AnyEntity>(
    pattern: Pattern<E>,
    page?: { readonly cursor?: string | undefined; readonly limit?: number },
  ): Promise<Page<Found<E>>>;
  /** Every page, for lists that are small by nature. */
  queryAll<E extends AnyEntity>(pattern: Pattern<E>): Promise<readonly Found<E>[]>;
  /** Keys only, from a keys-only index. */
  queryKeys(pattern: Pattern, limit: number): Promise<readonly Key[]>;
  /** Only the fields an index projects, unparsed: lists that don't need the whole item. */
  queryProjected(
    pattern: Pattern,
    page?: { readonly cursor?: string | undefined; readonly limit?: number },
  ): Promise<Page<Readonly<Record<string, unknown>>>>;
  /** All or nothing, at most 100 acts, one act per item. */
  transact(acts: readonly Act[]): Promise<Outcome>;
  /** One item outside any transaction, for example a view’s audit. */
  put(entity: AnyEntity, item: Readonly<Record<string, unknown>>): Promise<void>;
}
