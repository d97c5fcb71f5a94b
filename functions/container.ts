import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { createS3Archive, createS3ArchiveReader } from '#adapters/s3-archive.ts';
import { clinicPages } from '#adapters/pdf/clinic-pages.ts';
import { cognitoClient, dynamoClient, s3Client, sesClient, stsClient } from '#adapters/clients.ts';
import { createCognitoAccountHelp } from '#adapters/cognito-account-help.ts';
import { createCognitoAccounts } from '#adapters/cognito-accounts.ts';
import { createDynamoStore } from '#adapters/dynamo-store.ts';
import { createScopedFiles } from '#adapters/s3-files.ts';
import { createScopedStores } from '#adapters/scoped-stores.ts';
import { imageOf } from '#adapters/stream-image.ts';
import { createSesMailer } from '#adapters/ses-mailer.ts';
import { newId } from '#adapters/new-id.ts';
import { operatorName } from '#adapters/sts-operator.ts';
import { workbooks } from '#adapters/workbook.ts';
import type { Archive, ArchiveReader } from '#usecases/ports/archive.ts';
import type { AccountHelp } from '#usecases/ports/accounts.ts';
import type { OutboxContext } from '#usecases/outbox/answer-outbox.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { ScopeName } from '#table/scopes.ts';
import type { Directory } from '#usecases/ports/directory.ts';
import type { Files } from '#usecases/ports/files.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import type { Writers } from '#usecases/export/file-of.ts';
import type { SessionContext } from '#usecases/session/session-context.ts';
import { readDirectory } from '#usecases/sharing/list-directory.ts';
import type { RecoveryContext } from '#usecases/registry/recover-colleague.ts';
import { knownStatementInForce } from '#usecases/session/statement-in-force.ts';
import { knownRecalls } from '#usecases/stock/known-recalls.ts';
import { environment } from './environment.ts';
import { onStray } from './middleware/on-stray.ts';
import type { ContextFor } from './middleware/create-api.ts';

export type DiaryContext = Context & Writers;
export type CentreContext = DiaryContext &
  Directory & { readonly accounts: AccountHelp; readonly files: Files };
export type RegistryContext = Context & { readonly accounts: AccountHelp };
/** What the use cases of an audience are given. */
export interface Contexts {
  readonly diary: DiaryContext;
  readonly centre: CentreContext;
  readonly registry: RegistryContext;
  readonly open: SessionContext;
}

/** The clock, the id maker and what of the table the function may reach by itself. */
export const tableContext = (): Context => {
  const store = createDynamoStore({
    client: dynamoClient(),
    tableName: environment('TABLE_NAME').TABLE_NAME,
    onStray,
  });
  const now = () => Temporal.Now.instant();
  return {
    store,
    now,
    newId: () => newId(now().epochMilliseconds),
    statementInForce: knownStatementInForce(store, now),
    recallsAt: knownRecalls(now),
  };
};

const ROLES = {
  account: 'ACCOUNT_SCOPE_ROLE',
  diary: 'DIARY_SCOPE_ROLE',
  pair: 'PAIR_SCOPE_ROLE',
  late: 'LATE_SCOPE_ROLE',
  centre: 'CENTRE_SCOPE_ROLE',
} as const satisfies Readonly<Record<ScopeName, string>>;

/** STS, with the roles of the scopes that a function works in. */
const scopesOf = (...names: readonly ScopeName[]) => ({
  sts: stsClient(),
  roles: Object.fromEntries(names.map((name) => [name, environment(ROLES[name])[ROLES[name]]])),
});

const scopedContext = (scopes: ReturnType<typeof scopesOf>): Context & Scopes => ({
  ...tableContext(),
  within: createScopedStores({
    client: dynamoClient(),
    tableName: environment('TABLE_NAME').TABLE_NAME,
    onStray,
    ...scopes,
  }),
});

/** For jobs that work for one centre after another. */
export const centreByCentre = (): Context & Scopes => scopedContext(scopesOf('centre'));

export const diaryContexts = (): ContextFor<'diary'> => {
  const { within, ...own } = scopedContext(scopesOf('account', 'diary', 'pair', 'late'));
  const shared = { ...own, workbooks, clinicPages };
  return (scope) => {
    if (scope === undefined) throw new Error('Patients and carers reach nothing without a scope.');
    return { ...shared, store: within(scope) };
  };
};

export const outboxContext = (): OutboxContext => {
  const given = environment(
    'EXPORT_BUCKET',
    'MAIL_FROM',
    'MAIL_CONFIGURATION_SET',
    'DIARY_URL',
    'CENTRE_URL',
    'REGISTRY_URL',
    'PATIENTS_POOL_ID',
    'STAFF_POOL_ID',
  );
  const scopes = scopesOf('account', 'centre');
  return {
    ...scopedContext(scopes),
    workbooks,
    filesWithin: createScopedFiles({ ...scopes, bucket: given.EXPORT_BUCKET }),
    finder: createCognitoAccountHelp({
      client: cognitoClient(),
      poolIds: { diary: given.PATIENTS_POOL_ID, centre: given.STAFF_POOL_ID },
    }),
    mailer: createSesMailer({
      client: sesClient(),
      from: given.MAIL_FROM,
      configurationSet: given.MAIL_CONFIGURATION_SET,
      sites: { diary: given.DIARY_URL, centre: given.CENTRE_URL, registry: given.REGISTRY_URL },
    }),
  };
};

/** All that the archive's reader needs: it reaches no table. */
export const archiveContext = (): { readonly archive: Archive; readonly imageOf: typeof imageOf } => ({
  archive: createS3Archive({ client: s3Client(), bucket: environment('ARCHIVE_BUCKET').ARCHIVE_BUCKET }),
  imageOf,
});

/** The archive for whoever verifies it: an operator, never a function. */
export const archiveReader = (): ArchiveReader =>
  createS3ArchiveReader({ client: s3Client(), bucket: environment('ARCHIVE_BUCKET').ARCHIVE_BUCKET });

export const centreContexts = (): ContextFor<'centre'> => {
  const {
    PATIENTS_POOL_ID: diary,
    STAFF_POOL_ID: centre,
    EXPORT_BUCKET: bucket,
  } = environment('PATIENTS_POOL_ID', 'STAFF_POOL_ID', 'EXPORT_BUCKET');
  const accounts = createCognitoAccountHelp({ client: cognitoClient(), poolIds: { diary, centre } });
  const scopes = scopesOf('centre', 'diary');
  const filesWithin = createScopedFiles({ ...scopes, bucket });
  const { within, ...own } = scopedContext(scopes);
  const shared = { ...own, workbooks, clinicPages, accounts, directory: readDirectory(own.store) };
  return (scope) => {
    if (scope === undefined) throw new Error('Staff reach nothing without a scope.');
    return { ...shared, store: within(scope), files: filesWithin(scope) };
  };
};

export const registryContexts = (): ContextFor<'registry'> => {
  const { STAFF_POOL_ID: centre, REGISTRY_POOL_ID: registry } = environment(
    'STAFF_POOL_ID',
    'REGISTRY_POOL_ID',
  );
  const accounts = createCognitoAccountHelp({ client: cognitoClient(), poolIds: { centre, registry } });
  const context = { ...tableContext(), accounts };
  return () => context;
};

export const sessionContexts = (): ContextFor<'open'> => {
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
  const context: SessionContext = {
    ...scopedContext(scopesOf('account', 'diary', 'centre')),
    accounts: createCognitoAccounts({ client: cognitoClient(), pools }),
    wait: async (milliseconds) => {
      await wait(milliseconds);
    },
  };
  return () => context;
};

/** Who is at the keyboard, as AWS knows them. */
export const operator = (): Promise<string> => operatorName(stsClient());

/** For an operator's command: the table, the registry's pool, and who the operator is to AWS. */
export const operatorContext = (registry: string): RecoveryContext & { operator: () => Promise<string> } => ({
  ...tableContext(),
  accounts: createCognitoAccountHelp({ client: cognitoClient(), poolIds: { registry } }),
  operator,
});
