import type { Store } from '#usecases/ports/store.ts';

const unused = (): never => {
  throw new Error('not used here');
};

/** A table that nobody should ask. */
export const unusedStore: Store = {
  get: unused,
  query: unused,
  queryAll: unused,
  queryKeys: unused,
  queryProjected: unused,
  transact: unused,
  put: unused,
};
