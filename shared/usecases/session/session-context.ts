import type { AccountHelp, Accounts } from '../ports/accounts.ts';
import type { Context } from '../ports/context.ts';
import type { Scopes } from '../ports/scopes.ts';

/** What the session use cases are given besides the table, the clock and the id maker. */
export type SessionContext = Context &
  Scopes & {
    readonly accounts: Accounts & AccountHelp;
    /** Lets time pass, in ms: an answer must not tell by its speed whether a username exists. */
    readonly wait: (milliseconds: number) => Promise<void>;
  };
