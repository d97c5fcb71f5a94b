import type { Account } from '../../../infra/local/console/account.ts';

/** What the global set-up of the end-to-end tests hands to each of their files. */
declare module 'vitest' {
  interface ProvidedContext {
    /** Of the sites by audience, `console`, `mailbox` and `api`. */
    addresses: Readonly<Record<string, string>>;
    /** Who of the demo can sign in. */
    accounts: readonly Account[];
    /** Where the run keeps its data, and the app it was made from. */
    run: { readonly data: string; readonly assembly: string };
  }
}
