import type { Account } from '../../../infra/local/console/account.ts';

/** A local run that the end-to-end tests use. */
export interface SharedRun {
  /** Of the sites by audience, `console`, `mailbox` and `api`. */
  readonly addresses: Readonly<Record<string, string>>;
  /** Who of the demo can sign in. */
  readonly accounts: readonly Account[];
  /** Where it keeps its data. */
  readonly data: string;
  /** The app it was made from. */
  readonly assembly: string;
}

/** What the global set-up of the end-to-end tests hands to each of their files. */
declare module 'vitest' {
  interface ProvidedContext {
    /** One for each file that runs at the same time, so that no journey moves the clock of another. */
    runs: readonly SharedRun[];
  }
}
