import type { AnyEntity } from './entities/all.ts';
import type { GlobalIndex, LocalIndex } from './table.ts';

/** One query, named. `from` and `to` are inclusive bounds of the sort key. */
export interface Pattern<E extends AnyEntity = AnyEntity> {
  readonly name: string;
  readonly index?: GlobalIndex | LocalIndex;
  readonly partition: string;
  readonly range: { readonly beginsWith: string } | { readonly from: string; readonly to: string } | 'all';
  readonly descending?: boolean;
  /** What can be found there; a keys-only index gives keys, which are read again one by one. */
  readonly finds: readonly E[];
}

/** Behind everything else that begins with the same text. */
export const END = '\uFFFF';

/** Keeps the exact types of what is found. */
export const pattern = <E extends AnyEntity>(given: Pattern<E>): Pattern<E> => given;
