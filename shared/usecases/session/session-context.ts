import type { AccountHelp, Accounts } from '../ports/accounts.ts';
import type { Context } from '../ports/context.ts';

/** What the session use cases are given besides the table, the clock and the id maker. */
export type SessionContext = Context & {
  readonly accounts: Accounts & AccountHelp;
  /** Lets time pass, in ms: an answer must not tell by its speed whether a username exists. */
  readonly wait: (milliseconds: number) => Promise<void>;
};
