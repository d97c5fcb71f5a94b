import type { Store } from './store.ts';

/**
 * Whose items a store may reach. The store of a scope answers every other key with a refusal of its own, whatever the
 * code above it asks for: see docs/adr/0007-scoped-credentials.md.
 */
export type Scope =
  | { readonly of: 'account'; readonly account: string }
  | { readonly of: 'diary'; readonly centre: string; readonly patient: string }
  /** Two diaries of one account, for one act on both: written together, read in neither. */
  | {
      readonly of: 'pair';
      readonly centre: string;
      readonly patient: string;
      readonly otherCentre: string;
      readonly otherPatient: string;
    }
  /** Of one diary only where what comes late to it is left. */
  | { readonly of: 'late'; readonly centre: string; readonly patient: string }
  | { readonly of: 'centre'; readonly centre: string };

/** The table as far as a scope goes. Making one costs nothing; its first request may. */
export type Within = (scope: Scope) => Store;

/** What is given to the few use cases that work in several scopes. */
export interface Scopes {
  readonly within: Within;
}
