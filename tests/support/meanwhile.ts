import type { Context } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import type { Store } from '#usecases/ports/store.ts';

/**
 * A context in which something happens once an act has read and decided, just before it writes: what only a condition
 * of its own transaction can notice.
 *
 * @param label of a part of that transaction; the first transaction of all where none is said
 */
export const meanwhile = <C extends Context & Scopes>(
  context: C,
  happens: () => Promise<unknown>,
  label?: string,
): C => {
  const { store: now, within } = context;
  let happening: Promise<unknown> | undefined;
  const late = (store: Store): Store => ({
    ...store,
    transact: async (acts) => {
      // Several writes at once all wait for it.
      if (label === undefined || acts.some((act) => act.label === label)) await (happening ??= happens());
      return store.transact(acts);
    },
  });
  return { ...context, store: late(now), within: (scope) => late(within(scope)) };
};
