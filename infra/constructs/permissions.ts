import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { GlobalIndex, LocalIndex } from '#table/table.ts';
import type { ArchiveBucket } from './archive-bucket.ts';
import type { DiaryKey } from './diary-key.ts';
import type { DiaryTable } from './diary-table.ts';
import type { ExportBucket } from './export-bucket.ts';
import type { FailedEvents } from './failed-events.ts';
import type { MailSender } from './mail-sender.ts';
import type { RoleUserPool } from './role-user-pool.ts';

/**
 * Every permission of every function, named by what it allows. Lists are written by hand: the CDK's
 * `grantReadWriteData` adds Scan, and nothing of ours may read across tenants.
 */
const TO_READ_ENCRYPTED = ['kms:Decrypt', 'kms:DescribeKey'];
const TO_WRITE_ENCRYPTED = [
  ...TO_READ_ENCRYPTED,
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/** The key, but only as the service's own means: no function can decrypt anything by itself. */
const throughService = (
  sid: string,
  { key }: Pick<DiaryKey, 'key'>,
  service: 'dynamodb' | 's3',
  actions: string[],
) =>
  new PolicyStatement({
    sid,
    actions,
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `${service}.${Stack.of(key).region}.amazonaws.com` } },
  });

const querying = (diaries: DiaryTable, indexes: readonly (GlobalIndex | LocalIndex)[]) =>
  new PolicyStatement({
    sid: 'QueryDiaries',
    actions: ['dynamodb:Query'],
    resources: [
      diaries.table.tableArn,
      ...indexes.map((index) => `${diaries.table.tableArn}/index/${index}`),
    ],
  });

export interface Indexes {
  readonly by: readonly (GlobalIndex | LocalIndex)[];
}

/** Items and queries, on the table and the named indexes only. */
export const canReadDiaries = (diaries: DiaryTable, { by }: Indexes): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'ReadDiaries',
    actions: ['dynamodb:GetItem'],
    resources: [diaries.table.tableArn],
  }),
  querying(diaries, by),
  throughService('DecryptDiaries', diaries.key, 'dynamodb', TO_READ_ENCRYPTED),
];

/** Reads, and writes of single items and transactions. Nothing is deleted but what the caller's own use case deletes. */
export const canReadAndWriteDiaries = (diaries: DiaryTable, { by }: Indexes): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'ReadAndWriteDiaries',
    actions: [
      'dynamodb:ConditionCheckItem',
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ],
    resources: [diaries.table.tableArn],
  }),
  querying(diaries, by),
  throughService('EncryptDiaries', diaries.key, 'dynamodb', TO_WRITE_ENCRYPTED),
];

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
];

/** Lambda itself sends what a reader gave up, but with the reader's role. */
export const canReportFailures = (failed: FailedEvents): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'ReportFailures',
    actions: ['sqs:SendMessage'],
    resources: [failed.queue.queueArn],
  }),
];

/** An export's name begins with the centre that it belongs to (shared/usecases/export). */
const EXPORTS = 'centre/*';

/** The findings that the two permissions below cause, for the stacks that give them. */
export const EXPORT_FINDINGS = {
  'AwsSolutions-IAM5[Resource::HaemdiaryData:ExportsOutputFnGetAttExportsBucket54D5CE64Arn6A916143/centre/*]':
    'Each export has a name made when it is asked for, so a role can only name the folder that all exports share.',
};

export const canWriteExports = (exports: ExportBucket): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'WriteExports',
    actions: ['s3:AbortMultipartUpload', 's3:PutObject'],
    resources: [exports.bucket.arnForObjects(EXPORTS)],
  }),
  throughService('EncryptExports', exports.key, 's3', ['kms:Decrypt', 'kms:GenerateDataKey']),
];

/** Also what a link to an export, signed by the function, may do. */
export const canReadExports = (exports: ExportBucket): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'ReadExports',
    actions: ['s3:GetObject'],
    resources: [exports.bucket.arnForObjects(EXPORTS)],
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
export const canAddToArchive = (archive: ArchiveBucket, diaries: DiaryTable): PolicyStatement[] => [
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
  throughService('DecryptChanges', diaries.key, 'dynamodb', TO_READ_ENCRYPTED),
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
      'cognito-idp:AdminUpdateUserAttributes',
      'cognito-idp:AdminUserGlobalSignOut',
      // The client's secret is read at cold start, so that it is in no template and no environment.
      'cognito-idp:DescribeUserPoolClient',
    ],
    resources: arns(pools),
  }),
];

/** What a centre or the registry does for someone who lost a second factor or an address, or who leaves. */
export const canHelpPeopleSignIn = (pools: readonly RoleUserPool[]): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'HelpPeopleSignIn',
    actions: [
      'cognito-idp:AdminDeleteSoftwareToken',
      'cognito-idp:AdminGetUser',
      'cognito-idp:AdminUpdateUserAttributes',
      'cognito-idp:AdminUserGlobalSignOut',
    ],
    resources: arns(pools),
  }),
];
