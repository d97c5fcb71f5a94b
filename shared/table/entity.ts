import * as z from 'zod';
import type { Retention } from './definition.ts';
import type { GlobalIndex } from './table.ts';

/** What every item carries besides its own fields. */
export const common = z.object({
  schemaVersion: z.literal(1),
  /** Raised by every write; the ETag that people see. */
  version: z.int().min(1),
  /** The act that wrote the item last: a repeated request with the same id is the same write. */
  mutationId: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  /** Epoch second, only on items that go by themselves. */
  expiresAt: z.int().optional(),
});
export type Common = z.infer<typeof common>;

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Where an item stands in an index; `undefined` keeps it out (sparse indexes). */
export type IndexKeys = Partial<Record<GlobalIndex, readonly [string, string] | undefined>> & {
  readonly timeline?: string | undefined;
};

export interface Entity<T extends string = string, S extends z.ZodObject = z.ZodObject, I = never> {
  readonly type: T;
  readonly describes: string;
  /** Key templates as the data-model page shows them. */
  readonly template: Key;
  readonly fields: S;
  /** Ids (or an item, which holds them) → key. */
  readonly key: (ids: I) => Key;
  readonly indexes: (item: z.infer<S>) => IndexKeys;
  readonly retention: Retention;
  /** Who may read it, in words. */
  readonly readers: string;
}

export const entity = <const T extends string, S extends z.ZodObject, I>(
  given: Omit<Entity<T, S, I>, 'indexes'> & { readonly indexes?: (item: z.infer<S>) => IndexKeys },
): Entity<T, S, I> => ({ ...given, indexes: given.indexes ?? (() => ({})) });

/** An entity's own fields, its ids among them. */
export type Fields<E extends { readonly fields: z.ZodObject }> = z.infer<E['fields']>;
export type Stored<E extends { readonly fields: z.ZodObject }> = Fields<E> & Common;
