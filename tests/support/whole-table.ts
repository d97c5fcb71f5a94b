import type { Scopes } from '#usecases/ports/scopes.ts';
import type { Store } from '#usecases/ports/store.ts';

/**
 * Every scope on one store that reaches everything: for tests of what use cases do. What a scope keeps apart is shown
 * in tests/integration/isolation.
 */
export const wholeTable = (store: Store): { readonly store: Store } & Scopes => ({
  store,
  within: () => store,
});
