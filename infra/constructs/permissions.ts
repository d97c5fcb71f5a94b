import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { ownRights, registryNever } from '#table/own-rights.ts';
import type { Right } from '#table/rights.ts';
import { scopeRights } from '#table/scopes.ts';
import { tableDefinition } from '#table/table.ts';
import type { ArchiveBucket } from './archive-bucket.ts';
import type { DiaryTable } from './diary-table.ts';
import type { ExportBucket } from './export-bucket.ts';
import type { FailedEvents } from './failed-events.ts';
import type { MailSender } from './mail-sender.ts';
import type { RoleUserPool } from './role-user-pool.ts';
import type { ScopeGrants } from './scope-role.ts';
import { canUseItems, denyingKeys } from './table-rights.ts';
import { throughService } from './through-service.ts';

/**
 * Every permission of every function, named by what it allows. Lists are written by hand: the CDK's
 * `grantReadWriteData` adds Scan, and nothing of ours may read across tenants. Rights to the table's items are declared
 * in `shared/table`, by scope and by function.
 */

/** What a function may do with the table by itself. */
export const canUseOwnItems = (diaries: DiaryTable, name: keyof typeof ownRights): PolicyStatement[] =>
  canUseItems(diaries, ownRights[name]);

/** What a function may do in each of its scopes. */
export const canUseScopes = (diaries: DiaryTable, name: keyof typeof scopeRights): ScopeGrants =>
  Object.fromEntries(
    Object.entries(scopeRights[name]).map(([scope, rights]: [string, readonly Right[]]) => [
      scope,
      canUseItems(diaries, rights),
    ]),
  );

/** The registry works over all centres, so what it must never reach is denied by name. */
export const registryNeverSeesPatients = (diaries: DiaryTable): PolicyStatement[] => {
  const { tableArn } = diaries.table;
  const reading = ['dynamodb:GetItem', 'dynamodb:Query'];
  return [
    denyingKeys(diaries, 'NeverPatients', ['dynamodb:*'], registryNever.keys),
    denyingKeys(diaries, 'NeverReadMail', reading, registryNever.reads),
    new PolicyStatement({
      sid: 'NeverThroughAnIndex',
      effect: Effect.DENY,
      actions: ['dynamodb:Query'],
      resources: Object.keys({ ...tableDefinition.localIndexes, ...tableDefinition.globalIndexes }).map(
        (index) => `${tableArn}/index/${index}`,
      ),
    }),
  ];
};

/** What happened is only ever added to. Putting over an item is beyond IAM: the archive finds that (ADR 8). */
export const neverUndoesAudit = (diaries: DiaryTable): PolicyStatement =>
  denyingKeys(diaries, 'NeverUndoAudit', ['dynamodb:DeleteItem', 'dynamodb:UpdateItem'], ['CENTRE#*#AUDIT']);

export const canFollowChanges = (diaries: DiaryTable): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'FollowChanges',
    actions: [
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      // Lambda refuses to start a mapping without it.
      'dynamodb:ListStreams',
    ],
    resources: [diaries.streamArn],
  }),
  // Lambda reads the stream with the reader's role, and what is in it is encrypted as the table is.
  throughService('DecryptChanges', diaries.key, 'dynamodb', ['kms:Decrypt']),
];

/** Lambda itself sends what a reader gave up, but with the reader's role. */
export const canReportFailures = (failed: FailedEvents): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'ReportFailures',
    actions: ['sqs:SendMessage'],
    resources: [failed.queue.queueArn],
  }),
];

/** An export's name begins with the centre that it belongs to (shared/usecases/export), and that with the session's tag. */
const OWN_EXPORTS = `centre/\${aws:PrincipalTag/centre}/*`;

/** The findings that the two permissions below cause, for the stacks that give them. */
export const EXPORT_FINDINGS = {
  'AwsSolutions-IAM5[Resource::HaemdiaryData:ExportsOutputFnGetAttExportsBucket54D5CE64Arn6A916143/centre/<aws:PrincipalTag/centre>/*]':
    'Each export has a name made when it is asked for, so a role names the folder; the session’s tag makes it one centre’s.',
};

export const canWriteExports = (exports: ExportBucket): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'WriteExports',
    actions: ['s3:PutObject'],
    resources: [exports.bucket.arnForObjects(OWN_EXPORTS)],
  }),
  throughService('EncryptExports', exports.key, 's3', ['kms:Decrypt', 'kms:GenerateDataKey']),
];

/** Also what a link to an export, signed in the centre's scope, may do. */
export const canReadExports = (exports: ExportBucket): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'ReadExports',
    actions: ['s3:GetObject'],
    resources: [exports.bucket.arnForObjects(OWN_EXPORTS)],
  }),
  throughService('DecryptExports', exports.key, 's3', ['kms:Decrypt']),
];

/** Every chain is in this folder (shared/adapters/s3-archive.ts). */
const CHAINS = 'chains/*';

/** The findings that the permission below causes, for the stack that gives it. */
export const ARCHIVE_FINDINGS = {
  'AwsSolutions-IAM5[Resource::HaemdiaryData:ExportsOutputFnGetAttArchiveBucket49F1AC64Arn3FBD647E/chains/*]':
    'There is one chain for each diary and they are made as diaries are, so the role can only name the folder of all chains.',
};

/** To find the end of a chain and to put something behind it; nothing of the table, and nothing that removes. */
export const canAddToArchive = (archive: ArchiveBucket): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'FindEndOfChain',
    actions: ['s3:ListBucket'],
    resources: [archive.bucket.bucketArn],
    conditions: { StringLike: { 's3:prefix': CHAINS } },
  }),
  new PolicyStatement({
    sid: 'AddToArchive',
    actions: ['s3:GetObject', 's3:PutObject'],
    resources: [archive.bucket.arnForObjects(CHAINS)],
  }),
  throughService('EncryptArchive', archive, 's3', ['kms:Decrypt', 'kms:GenerateDataKey']),
];

export const canSendMail = (sender: MailSender): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'SendMail',
    actions: ['ses:SendEmail'],
    resources: [sender.identity.emailIdentityArn, sender.configurationSetArn],
    conditions: { StringEquals: { 'ses:FromAddress': sender.from } },
  }),
];

const arns = (pools: readonly RoleUserPool[]) => pools.map(({ pool }) => pool.userPoolArn);

/** Sign-in, second factor, set-up, acceptance of invitations, reset and sign-out. */
export const canSignPeopleIn = (pools: readonly RoleUserPool[]): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'SignPeopleIn',
    actions: [
      'cognito-idp:AdminCreateUser',
      'cognito-idp:AdminGetUser',
      'cognito-idp:AdminInitiateAuth',
      'cognito-idp:AdminRespondToAuthChallenge',
      'cognito-idp:AdminSetUserPassword',
      'cognito-idp:AdminUserGlobalSignOut',
      // The client's secret is read at cold start, so that it is in no template and no environment.
      'cognito-idp:DescribeUserPoolClient',
    ],
    resources: arns(pools),
  }),
];

/** People of the diary's site change where their mails go; of nobody else does it change an attribute. */
export const canChangeAddresses = (pool: RoleUserPool): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'ChangeAddresses',
    actions: ['cognito-idp:AdminUpdateUserAttributes'],
    resources: arns([pool]),
  }),
];

/** What a centre or the registry does for someone who lost a second factor or an address, or who leaves. */
export const canHelpPeopleSignIn = (pools: readonly RoleUserPool[]): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'HelpPeopleSignIn',
    actions: ['cognito-idp:AdminDeleteSoftwareToken', 'cognito-idp:AdminUserGlobalSignOut'],
    resources: arns(pools),
  }),
];

/** The registry is told a username, and has to find whose it is. */
export const canFindPeople = (pools: readonly RoleUserPool[]): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'FindPeople',
    actions: ['cognito-idp:AdminGetUser'],
    resources: arns(pools),
  }),
];
