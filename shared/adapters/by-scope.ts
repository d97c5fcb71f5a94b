import type { Scope } from '#usecases/ports/scopes.ts';

/** A busy hour of one warm function; each takes some 20 kB. */
const MOST = 500;

const nameOf = (scope: Scope): string => {
  switch (scope.of) {
    case 'account':
      return `account ${scope.account}`;
    case 'diary':
    case 'late':
      return `${scope.of} ${scope.centre} ${scope.patient}`;
    case 'pair':
      return `pair ${scope.centre} ${scope.patient} ${scope.otherCentre} ${scope.otherPatient}`;
    case 'centre':
      return `centre ${scope.centre}`;
  }
};

/**
 * Keeps one of something for each scope, and forgets the one that was not asked for longest.
 *
 * @param make may not wait: whoever asks for the same scope meanwhile gets the same one
 */
export const byScope = <T>(make: (scope: Scope) => T, most = MOST): ((scope: Scope) => T) => {
  const kept = new Map<string, T>();
  return (scope) => {
    const name = nameOf(scope);
    const found = kept.get(name) ?? make(scope);
    // A Map remembers the order of insertion: put in again, this one is the youngest.
    kept.delete(name);
    kept.set(name, found);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return found;
  };
};
