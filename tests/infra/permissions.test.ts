import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { plain } from './support/plain.ts';
import { resourcesOf, root, synthesise } from './support/synthesise.ts';

const templates = synthesise();

const many = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const rolePolicies = z.array(
  z.object({
    PolicyDocument: z.object({
      Statement: z.array(
        z.object({
          Effect: z.literal('Allow'),
          Action: many,
          Resource: many,
          Condition: z.unknown().optional(),
        }),
      ),
    }),
  }),
);

/** `action on resource`, with its condition, for each pair that a role allows. */
const allowedBy = (properties: Readonly<Record<string, unknown>>): string[] =>
  rolePolicies
    .parse(plain(templates, properties['Policies']))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource, Condition }) =>
      Action.flatMap((action) =>
        Resource.map(
          (resource) =>
            `${action} on ${resource}${Condition === undefined ? '' : ` if ${JSON.stringify(Condition)}`}`,
        ),
      ),
    )
    .sort();

const roles = Object.fromEntries(
  Object.entries(resourcesOf(templates, 'AWS::IAM::Role')).map(([id, { Properties }]) => [
    id.replace(/(?:Runs)?Role[0-9A-F]{8}$/, ''),
    Properties,
  ]),
);
const allowed = (role: string): string[] => {
  const found = roles[role];
  if (found === undefined) throw new Error(`There is no role ${role}.`);
  return allowedBy(found);
};

const each = (actions: readonly string[], resources: readonly string[]): string[] =>
  actions.flatMap((action) => resources.map((resource) => `${action} on ${resource}`));
const ownLog = (role: string) => each(['logs:CreateLogStream', 'logs:PutLogEvents'], [`${role}RunsLog`]);
const viaService = (service: string, actions: readonly string[]) =>
  actions.map(
    (action) =>
      `kms:${action} on DiaryKey if {"StringEquals":{"kms:ViaService":"${service}.eu-west-2.amazonaws.com"}}`,
  );
const queries = (...indexes: readonly string[]) =>
  each(['dynamodb:Query'], ['DiariesTable', ...indexes.map((index) => `DiariesTable/index/${index}`)]);
const readsAndWrites = [
  ...each(
    [
      'dynamodb:ConditionCheckItem',
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ],
    ['DiariesTable'],
  ),
  ...viaService('dynamodb', [
    'Decrypt',
    'DescribeKey',
    'Encrypt',
    'GenerateDataKey',
    'ReEncryptFrom',
    'ReEncryptTo',
  ]),
];
const helps = (...pools: readonly string[]) =>
  each(
    [
      'cognito-idp:AdminDeleteSoftwareToken',
      'cognito-idp:AdminGetUser',
      'cognito-idp:AdminUpdateUserAttributes',
      'cognito-idp:AdminUserGlobalSignOut',
    ],
    pools,
  );

const followsChanges = each(
  ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
  ['DiariesTable.StreamArn'],
);

const SENDER_ARN = 'arn:aws:ses:eu-west-2:000000000000';
const ifFromOurs = ' if {"StringEquals":{"ses:FromAddress":"no-reply@haemdiary.example"}}';

const expected: Readonly<Record<string, readonly string[]>> = {
  Diary: [...ownLog('Diary'), ...readsAndWrites, ...queries('timeline', 'account')],
  Centre: [
    ...ownLog('Centre'),
    ...readsAndWrites,
    ...queries('timeline', 'roster', 'worklist'),
    ...helps('PatientsPool', 'StaffPool'),
    's3:GetObject on ExportsBucket/centre/*',
    ...viaService('s3', ['Decrypt']),
  ],
  Registry: [...ownLog('Registry'), ...readsAndWrites, ...queries(), ...helps('StaffPool', 'RegistryPool')],
  Session: [
    ...ownLog('Session'),
    ...readsAndWrites,
    ...queries('account'),
    ...each(
      [
        'cognito-idp:AdminCreateUser',
        'cognito-idp:AdminGetUser',
        'cognito-idp:AdminInitiateAuth',
        'cognito-idp:AdminRespondToAuthChallenge',
        'cognito-idp:AdminSetUserPassword',
        'cognito-idp:AdminUpdateUserAttributes',
        'cognito-idp:AdminUserGlobalSignOut',
        'cognito-idp:DescribeUserPoolClient',
      ],
      ['PatientsPool', 'StaffPool', 'RegistryPool'],
    ),
  ],
  PreToken: [
    ...ownLog('PreToken'),
    'dynamodb:GetItem on DiariesTable',
    ...queries('account'),
    ...viaService('dynamodb', ['Decrypt', 'DescribeKey']),
  ],
  CustomMessage: ownLog('CustomMessage'),
  OverdueSweep: [...ownLog('OverdueSweep'), ...readsAndWrites, ...queries('due', 'unsent', 'timeline')],
  Outbox: [
    ...ownLog('Outbox'),
    ...readsAndWrites,
    ...queries('roster', 'centreTime'),
    ...followsChanges,
    `ses:SendEmail on ${SENDER_ARN}:identity/MailSenderIdentity${ifFromOurs}`,
    `ses:SendEmail on ${SENDER_ARN}:configuration-set/MailSenderConfigurationSet${ifFromOurs}`,
    ...each(['s3:AbortMultipartUpload', 's3:PutObject'], ['ExportsBucket/centre/*']),
    ...viaService('s3', ['Decrypt', 'GenerateDataKey']),
    'sqs:SendMessage on OutboxFailedQueue',
  ],
  Archive: [
    ...ownLog('Archive'),
    's3:ListBucket on ArchiveBucket if {"StringLike":{"s3:prefix":"chains/*"}}',
    ...each(['s3:GetObject', 's3:PutObject'], ['ArchiveBucket/chains/*']),
    ...['Decrypt', 'GenerateDataKey'].map(
      (action) =>
        `kms:${action} on ArchiveKey if {"StringEquals":{"kms:ViaService":"s3.eu-west-2.amazonaws.com"}}`,
    ),
    ...viaService('dynamodb', ['Decrypt', 'DescribeKey']),
    ...followsChanges,
    'sqs:SendMessage on ArchiveFailedQueue',
  ],
  MailEvents: [...ownLog('MailEvents'), ...readsAndWrites, ...queries()],
  OverdueSweepScheduler: [
    'lambda:InvokeFunction on OverdueSweepRunsFunction',
    'sqs:SendMessage on OverdueSweepFailedQueue',
  ],
};

describe('what each role may do', () => {
  test.each(Object.keys(expected))('%s may do exactly what is listed here', (role) => {
    expect(allowed(role)).toEqual([...(expected[role] ?? [])].sort());
  });

  test('there is no role besides these and the one that publishes the sites', () => {
    expect(Object.keys(roles).sort()).toEqual([...Object.keys(expected), 'Publisher'].sort());
  });

  test('nobody gets more by a policy beside the role', () => {
    expect(resourcesOf(templates, 'AWS::IAM::Policy')).toEqual({});
    expect(resourcesOf(templates, 'AWS::IAM::ManagedPolicy')).toEqual({});
    expect(Object.values(roles).filter((role) => 'ManagedPolicyArns' in role)).toEqual([]);
  });

  test('no action is a pattern, and no resource but the folders of exports and of chains and the published files', () => {
    const patterns = Object.values(roles)
      .flatMap(allowedBy)
      .filter((line) => line.includes('*'));
    expect(
      patterns.filter(
        (line) =>
          !/^s3:\w+ on (?:ExportsBucket\/centre|ArchiveBucket\/chains)\/\*$|"s3:prefix":"chains\/\*"/.test(
            line,
          ),
      ),
    ).toEqual(
      ['AbortMultipartUpload', 'DeleteObject', 'PutObject'].flatMap((action) =>
        ['Centre', 'Diary', 'Registry'].map((site) => `s3:${action} on ${site}Files/*`),
      ),
    );
  });

  test('no function scans the table or speaks PartiQL', () => {
    const actions = Object.values(roles).flatMap(allowedBy).join('\n');
    expect(actions).not.toMatch(/dynamodb:(?:Scan|PartiQL|ExecuteStatement)/);
  });

  test('each role’s policies are within the 10,240 characters that IAM allows', () => {
    for (const { Policies } of Object.values(roles))
      expect(JSON.stringify(Policies).length).toBeLessThan(10_240);
  });

  test('only the Scheduler’s own group can use the role that starts the sweep', () => {
    expect(plain(templates, roles['OverdueSweepScheduler']?.['AssumeRolePolicyDocument'])).toMatchObject({
      Statement: [
        {
          Principal: { Service: 'scheduler.amazonaws.com' },
          Condition: {
            StringEquals: { 'aws:SourceAccount': '000000000000', 'aws:SourceArn': 'Schedules' },
          },
        },
      ],
    });
  });
});

describe('the lists and the code', () => {
  /** Operations that take a token, a session or a client's secret instead of IAM's signature. */
  const UNSIGNED = [
    'AssociateSoftwareToken',
    'ConfirmForgotPassword',
    'ForgotPassword',
    'GetTokensFromRefreshToken',
    'RevokeToken',
    'VerifySoftwareToken',
  ];
  const adapters = readdirSync(join(root, 'shared/adapters'))
    .map((file) => readFileSync(join(root, 'shared/adapters', file), 'utf8'))
    .join('\n');

  test('the user pool actions that are allowed are those that the adapters send', () => {
    const sent = [...adapters.matchAll(/new (\w+)Command\(/g)]
      .map(([, name = '']) => name)
      .filter((name) => /^Admin|^DescribeUserPool|Password$|Token$/.test(name));
    const signed = [...new Set(sent)].filter((name) => !UNSIGNED.includes(name)).sort();
    const listed = Object.values(roles)
      .flatMap(allowedBy)
      .flatMap((line) => /^cognito-idp:(\w+)/.exec(line)?.[1] ?? []);
    expect([...new Set(listed)].sort()).toEqual(signed);
  });
});

describe('who may call a function', () => {
  const permissions = Object.values(resourcesOf(templates, 'AWS::Lambda::Permission')).map(
    ({ Properties }) => Properties,
  );

  test('the HTTP API has one permission for each of its four functions, however many routes there are', () => {
    const fromApi = permissions.filter(({ Principal }) => Principal === 'apigateway.amazonaws.com');
    expect(fromApi).toHaveLength(4);
    expect(new Set(fromApi.map(({ FunctionName }) => JSON.stringify(FunctionName))).size).toBe(4);
    for (const { SourceArn } of fromApi) expect(JSON.stringify(SourceArn)).toContain('/*/*/*');
  });

  test('each trigger is called by the three pools and by nothing else', () => {
    const fromPools = permissions.filter(({ Principal }) => Principal === 'cognito-idp.amazonaws.com');
    expect(fromPools.map(({ SourceArn }) => plain(templates, SourceArn)).sort()).toEqual(
      ['PatientsPool', 'PatientsPool', 'RegistryPool', 'RegistryPool', 'StaffPool', 'StaffPool'].sort(),
    );
  });

  test('mail events come from their own topic only', () => {
    const fromTopic = permissions.filter(({ Principal }) => Principal === 'sns.amazonaws.com');
    expect(fromTopic.map(({ SourceArn }) => plain(templates, SourceArn))).toEqual(['MailEventsTopic']);
    expect(permissions).toHaveLength(4 + 6 + 1);
  });
});
