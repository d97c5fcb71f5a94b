import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { createDynamoStore } from '#adapters/dynamo-store.ts';
import { newId } from '#adapters/new-id.ts';
import type { AccountHelp, Accounts } from '#usecases/ports/accounts.ts';
import type { Context } from '#usecases/ports/context.ts';
import { knownStatementInForce } from '#usecases/session/statement-in-force.ts';
import { environment } from './environment.ts';

export type CentreContext = Context & { readonly accounts: AccountHelp };
export type RegistryContext = Context & { readonly accounts: AccountHelp };
export type SessionContext = Context & {
  readonly accounts: Accounts & AccountHelp;
  /** Lets time pass, in ms: an answer must not tell by its speed whether a username exists. */
  readonly wait: (milliseconds: number) => Promise<void>;
};

/** What the use cases of an audience are given. */
export interface Contexts {
  readonly diary: Context;
  readonly centre: CentreContext;
  readonly registry: RegistryContext;
  readonly open: SessionContext;
}

/** The table, the clock and the id maker, on the real table. */
export const tableContext = (): Context => {
  const store = createDynamoStore({
    client: new DynamoDBClient(),
    tableName: environment('TABLE_NAME').TABLE_NAME,
  });
  const now = () => Temporal.Now.instant();
  return {
    store,
    now,
    newId: () => newId(now().epochMilliseconds),
    statementInForce: knownStatementInForce(store, now),
  };
};
