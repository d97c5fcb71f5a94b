import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { cognitoClient, dynamoClient, s3Client, sesClient } from '#adapters/clients.ts';
import { createCognitoAccountHelp } from '#adapters/cognito-account-help.ts';
import { createCognitoAccounts } from '#adapters/cognito-accounts.ts';
import { createDynamoStore } from '#adapters/dynamo-store.ts';
import { createS3Files } from '#adapters/s3-files.ts';
import { createSesMailer } from '#adapters/ses-mailer.ts';
import { newId } from '#adapters/new-id.ts';
import { workbooks } from '#adapters/workbook.ts';
import type { AccountHelp } from '#usecases/ports/accounts.ts';
import type { OutboxContext } from '#usecases/outbox/answer-outbox.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Files } from '#usecases/ports/files.ts';
import type { Workbooks } from '#usecases/ports/workbook.ts';
import type { SessionContext } from '#usecases/session/session-context.ts';
import { knownStatementInForce } from '#usecases/session/statement-in-force.ts';
import { environment } from './environment.ts';

export type DiaryContext = Context & { readonly workbooks: Workbooks };
export type CentreContext = DiaryContext & { readonly accounts: AccountHelp; readonly files: Files };
export type RegistryContext = Context & { readonly accounts: AccountHelp };
/** What the use cases of an audience are given. */
export interface Contexts {
  readonly diary: DiaryContext;
  readonly centre: CentreContext;
  readonly registry: RegistryContext;
  readonly open: SessionContext;
}

/** The table, the clock and the id maker, on the real table. */
export const tableContext = (): Context => {
  const store = createDynamoStore({
    client: dynamoClient(),
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

export const diaryContext = (): DiaryContext => ({ ...tableContext(), workbooks });

export const outboxContext = (): OutboxContext => {
  const given = environment(
    'EXPORT_BUCKET',
    'MAIL_FROM',
    'MAIL_CONFIGURATION_SET',
    'DIARY_URL',
    'CENTRE_URL',
    'REGISTRY_URL',
  );
  return {
    ...diaryContext(),
    files: createS3Files({ client: s3Client(), bucket: given.EXPORT_BUCKET }),
    mailer: createSesMailer({
      client: sesClient(),
      from: given.MAIL_FROM,
      configurationSet: given.MAIL_CONFIGURATION_SET,
      sites: { diary: given.DIARY_URL, centre: given.CENTRE_URL, registry: given.REGISTRY_URL },
    }),
  };
};

export const centreContext = (): CentreContext => {
  const {
    PATIENTS_POOL_ID: diary,
    STAFF_POOL_ID: centre,
    EXPORT_BUCKET: bucket,
  } = environment('PATIENTS_POOL_ID', 'STAFF_POOL_ID', 'EXPORT_BUCKET');
  const client = cognitoClient();
  return {
    ...diaryContext(),
    accounts: createCognitoAccountHelp({ client, poolIds: { diary, centre } }),
    files: createS3Files({ client: s3Client(), bucket }),
  };
};

export const registryContext = (): RegistryContext => {
  const { STAFF_POOL_ID: centre, REGISTRY_POOL_ID: registry } = environment(
    'STAFF_POOL_ID',
    'REGISTRY_POOL_ID',
  );
  const client = cognitoClient();
  return { ...tableContext(), accounts: createCognitoAccountHelp({ client, poolIds: { centre, registry } }) };
};

export const sessionContext = (): SessionContext => {
  const given = environment(
    'PATIENTS_POOL_ID',
    'PATIENTS_CLIENT_ID',
    'STAFF_POOL_ID',
    'STAFF_CLIENT_ID',
    'REGISTRY_POOL_ID',
    'REGISTRY_CLIENT_ID',
  );
  const pools = {
    diary: { poolId: given.PATIENTS_POOL_ID, clientId: given.PATIENTS_CLIENT_ID },
    centre: { poolId: given.STAFF_POOL_ID, clientId: given.STAFF_CLIENT_ID },
    registry: { poolId: given.REGISTRY_POOL_ID, clientId: given.REGISTRY_CLIENT_ID },
  };
  const client = cognitoClient();
  return {
    ...tableContext(),
    accounts: createCognitoAccounts({ client, pools }),
    wait: async (milliseconds) => {
      await wait(milliseconds);
    },
  };
};
