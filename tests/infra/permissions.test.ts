import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { tableDefinition } from '#table/table.ts';
import { plain } from './support/plain.ts';
import { resourcesOf, root, synthesise } from './support/synthesise.ts';

const templates = synthesise();

const many = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const statement = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: many,
  Resource: many,
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});
const rolePolicies = z.array(z.object({ PolicyDocument: z.object({ Statement: z.array(statement) }) }));

const leadingKeys = (condition: z.output<typeof statement>['Condition']): string[] | undefined => {
  const { 'ForAllValues:StringLike': like, Null, ...more } = condition ?? {};
  const keys = like?.['dynamodb:LeadingKeys'];
  const always = Null?.['dynamodb:LeadingKeys'] === 'false' && Object.keys(more).length === 0;
  return keys === undefined || !always
    ? undefined
    : many.parse(keys).map((key) => key.replaceAll('${aws:PrincipalTag/', '{'));
};

/** `GetItem on DiariesTable for CENTRE#{centre}`: a right to items, a line a statement. */
const itemLine = ({ Action, Resource }: z.output<typeof statement>, keys: readonly string[]): string => {
  const actions = Action.map((action) => action.replace('dynamodb:', ''));
  const where = Resource.map((one) =>
    one.replace('DiariesTable/index/', '').replace('DiariesTable', 'table'),
  );
  return `${actions.sort().join(' ')} on ${where.sort().join(' ')} for ${[...keys].sort().join(' ')}`;
};

/** `action on resource`, with its condition, for each pair that a role allows; what is denied begins with "never". */
const allowedBy = (properties: Readonly<Record<string, unknown>>): string[] =>
  rolePolicies
    .parse(plain(templates, properties['Policies']))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap((one) => {
      const keys = one.Effect === 'Allow' ? leadingKeys(one.Condition) : undefined;
      if (keys !== undefined) return [itemLine(one, keys)];
      const never = one.Effect === 'Deny' ? 'never ' : '';
      const when = one.Condition === undefined ? '' : ` if ${JSON.stringify(one.Condition)}`;
      return one.Action.flatMap((action) =>
        one.Resource.map((resource) => `${never}${action} on ${resource}${when}`),
      );
    })
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
const encrypted = viaService('dynamodb', [
  'Decrypt',
  'DescribeKey',
  'Encrypt',
  'GenerateDataKey',
  'ReEncryptFrom',
  'ReEncryptTo',
]);
const decrypted = viaService('dynamodb', ['Decrypt', 'DescribeKey']);
const worksIn = (name: string, ...scopes: readonly string[]) =>
  each(
    ['sts:AssumeRole', 'sts:TagSession'],
    scopes.map((scope) => `arn:aws:iam::000000000000:role/haemdiary-${name}-${scope}-scope`),
  );
const oneDiary = [
  'GetItem Query on table timeline for CENTRE#{centre} CENTRE#{centre}#PATIENT#{patient}',
  'ConditionCheckItem DeleteItem UpdateItem on table for CENTRE#{centre}#PATIENT#{patient}',
  'PutItem on table for CENTRE#{centre}#PATIENT#{patient} CENTRE#{centre}#PATIENT#{patient}#AUDIT',
  ...encrypted,
];
const ownLinks = ['Query on account for ACCOUNT#{account}', ...decrypted];
const anyKey = (keys: readonly string[]) =>
  ` if ${JSON.stringify({ 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': keys } })}`;

const helps = (...pools: readonly string[]) =>
  each(['cognito-idp:AdminDeleteSoftwareToken', 'cognito-idp:AdminUserGlobalSignOut'], pools);

const followsChanges = each(
  ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
  ['DiariesTable.StreamArn'],
);

const SENDER_ARN = 'arn:aws:ses:eu-west-2:000000000000';
const ifFromOurs = ' if {"StringEquals":{"ses:FromAddress":"no-reply@haemdiary.example"}}';

const expected: Readonly<Record<string, readonly string[]>> = {
  Diary: [
    ...ownLog('Diary'),
    'Query on table for REGISTRY#STATEMENT',
    ...decrypted,
    ...worksIn('diary', 'account', 'diary', 'pair', 'late'),
  ],
  DiaryRunsAccountScope: ownLinks,
  DiaryRunsDiaryScope: [
    ...oneDiary,
    'Query on table for CENTRE#{centre}#PATIENT#{patient}#AUDIT',
    'PutItem UpdateItem on table for CENTRE#{centre}#PATIENT#{patient}#ALLOWANCE',
  ],
  // One act on two diaries of one account (ADR 0011): it reads in neither.
  DiaryRunsPairScope: [
    'ConditionCheckItem DeleteItem PutItem UpdateItem on table for CENTRE#{centre}#PATIENT#{patient} CENTRE#{otherCentre}#PATIENT#{otherPatient}',
    'PutItem on table for CENTRE#{centre}#PATIENT#{patient}#AUDIT CENTRE#{otherCentre}#PATIENT#{otherPatient}#AUDIT',
    ...encrypted,
  ],
  // Of somebody whose link or consent has ended (ADR 0010): they hand over what they made before, and read nothing.
  DiaryRunsLateScope: [
    'ConditionCheckItem on table for CENTRE#{centre}#PATIENT#{patient}',
    'PutItem on table for CENTRE#{centre}#PATIENT#{patient}#AUDIT CENTRE#{centre}#PATIENT#{patient}#LATE',
    'PutItem UpdateItem on table for CENTRE#{centre}#PATIENT#{patient}#ALLOWANCE',
    ...encrypted,
  ],
  Centre: [
    ...ownLog('Centre'),
    'Query on table for REGISTRY#DIRECTORY REGISTRY#STATEMENT',
    ...decrypted,
    ...worksIn('centre', 'centre', 'diary'),
    ...helps('PatientsPool', 'StaffPool'),
  ],
  CentreRunsCentreScope: [
    'GetItem Query on account batch roster table timeline worklist for CENTRE#{centre} CENTRE#{centre}#*',
    'ConditionCheckItem DeleteItem PutItem UpdateItem on table for CENTRE#{centre} CENTRE#{centre}#*',
    'PutItem on table for INVITE#*',
    ...encrypted,
    ...each(['never dynamodb:DeleteItem', 'never dynamodb:UpdateItem'], ['DiariesTable']).map(
      (one) => `${one}${anyKey(['CENTRE#*#AUDIT'])}`,
    ),
    's3:GetObject on ExportsBucket/centre/${aws:PrincipalTag/centre}/*',
    ...viaService('s3', ['Decrypt']),
  ],
  CentreRunsDiaryScope: oneDiary,
  Registry: [
    ...ownLog('Registry'),
    'GetItem on table for CENTRE#* REGISTRY#*',
    'Query on table for REGISTRY#*',
    'PutItem on table for CENTRE#* INVITE#* REGISTRY#*',
    'ConditionCheckItem on table for REGISTRY#STAFF',
    `never dynamodb:* on DiariesTable${anyKey(['CENTRE#*#PATIENT#*'])}`,
    ...each(['never dynamodb:GetItem', 'never dynamodb:Query'], ['DiariesTable']).map(
      (line) => `${line}${anyKey(['CENTRE#*#AUDIT', 'CENTRE#*#INVITED', 'CENTRE#*#OUTBOX'])}`,
    ),
    ...each(
      ['never dynamodb:Query'],
      ['timeline', ...Object.keys(tableDefinition.globalIndexes)].map(
        (index) => `DiariesTable/index/${index}`,
      ),
    ),
    ...encrypted,
    ...helps('StaffPool', 'RegistryPool'),
    'cognito-idp:AdminGetUser on StaffPool',
  ],
  Session: [
    ...ownLog('Session'),
    'Query on table for REGISTRY#STATEMENT',
    'DeleteItem GetItem PutItem UpdateItem on table for LIMIT#* SESSION#*',
    'Query on table for ACCOUNT#*#EVENTS SESSION#*',
    'PutItem on table for ACCOUNT#*#EVENTS',
    'GetItem on table for INVITE#* REGISTRY#CENTRES REGISTRY#INVITED REGISTRY#STAFF',
    'PutItem on table for REGISTRY#AUDIT REGISTRY#STAFF',
    'UpdateItem on table for REGISTRY#INVITED REGISTRY#STAFF',
    ...encrypted,
    ...worksIn('session', 'account', 'diary', 'centre'),
    ...each(
      [
        'cognito-idp:AdminCreateUser',
        'cognito-idp:AdminGetUser',
        'cognito-idp:AdminInitiateAuth',
        'cognito-idp:AdminRespondToAuthChallenge',
        'cognito-idp:AdminSetUserPassword',
        'cognito-idp:AdminUserGlobalSignOut',
        'cognito-idp:DescribeUserPoolClient',
      ],
      ['PatientsPool', 'StaffPool', 'RegistryPool'],
    ),
    'cognito-idp:AdminUpdateUserAttributes on PatientsPool',
  ],
  SessionRunsAccountScope: ownLinks,
  SessionRunsDiaryScope: [
    ...['GetItem', 'UpdateItem'].map(
      (action) =>
        `${action} on table for CENTRE#{centre}#PATIENT#{patient} CENTRE#{centre}#PATIENT#{patient}#INVITED`,
    ),
    'ConditionCheckItem DeleteItem on table for CENTRE#{centre}#PATIENT#{patient}',
    'PutItem on table for CENTRE#{centre}#PATIENT#{patient} CENTRE#{centre}#PATIENT#{patient}#AUDIT CENTRE#{centre}#PATIENT#{patient}#OUTBOX',
    ...encrypted,
  ],
  SessionRunsCentreScope: [
    ...['GetItem', 'UpdateItem'].map(
      (action) => `${action} on table for CENTRE#{centre}#ADMIN CENTRE#{centre}#INVITED`,
    ),
    'PutItem on table for CENTRE#{centre}#ADMIN CENTRE#{centre}#AUDIT CENTRE#{centre}#OUTBOX',
    ...encrypted,
  ],
  PreToken: [
    ...ownLog('PreToken'),
    'GetItem on table for REGISTRY#CENTRES',
    'Query on account for ACCOUNT#*',
    ...decrypted,
  ],
  CustomMessage: ownLog('CustomMessage'),
  OverdueSweep: [
    ...ownLog('OverdueSweep'),
    'Query on due unsent for DUE#* UNSENT#*',
    ...decrypted,
    ...worksIn('overdue-sweep', 'centre'),
  ],
  OverdueSweepRunsCentreScope: [
    'GetItem on table for CENTRE#{centre} CENTRE#{centre}#ADMIN CENTRE#{centre}#OUTBOX CENTRE#{centre}#PATIENT#*',
    'Query on table timeline for CENTRE#{centre} CENTRE#{centre}#PATIENT#*',
    'PutItem on table for CENTRE#{centre}#OUTBOX CENTRE#{centre}#PATIENT#*',
    ...encrypted,
  ],
  Outbox: [
    ...ownLog('Outbox'),
    ...followsChanges,
    ...viaService('dynamodb', ['Decrypt']),
    ...worksIn('outbox', 'account', 'centre'),
    // Whom a centre helped to sign in again, for what the other centres are told.
    ...each(['cognito-idp:AdminGetUser'], ['PatientsPool', 'StaffPool']),
    `ses:SendEmail on ${SENDER_ARN}:identity/MailSenderIdentity${ifFromOurs}`,
    `ses:SendEmail on ${SENDER_ARN}:configuration-set/MailSenderConfigurationSet${ifFromOurs}`,
    'sqs:SendMessage on OutboxFailedQueue',
  ],
  OutboxRunsAccountScope: [
    'Query on account for ACCOUNT#{account}',
    ...viaService('dynamodb', ['Decrypt', 'DescribeKey']),
  ],
  OutboxRunsCentreScope: [
    'GetItem on table for CENTRE#{centre} CENTRE#{centre}#ADMIN CENTRE#{centre}#OUTBOX CENTRE#{centre}#PATIENT#*',
    'Query on centreTime roster for CENTRE#{centre}#ROSTER CENTRE#{centre}#TIME#*',
    'PutItem on table for CENTRE#{centre}#ADMIN CENTRE#{centre}#AUDIT CENTRE#{centre}#OUTBOX CENTRE#{centre}#PATIENT#* LIMIT#mail#*',
    'ConditionCheckItem UpdateItem on table for CENTRE#{centre}#PATIENT#*',
    ...encrypted,
    's3:PutObject on ExportsBucket/centre/${aws:PrincipalTag/centre}/*',
    ...viaService('s3', ['Decrypt', 'GenerateDataKey']),
  ],
  Archive: [
    ...ownLog('Archive'),
    's3:ListBucket on ArchiveBucket if {"StringLike":{"s3:prefix":"chains/*"}}',
    ...each(['s3:GetObject', 's3:PutObject'], ['ArchiveBucket/chains/*']),
    ...['Decrypt', 'GenerateDataKey'].map(
      (action) =>
        `kms:${action} on ArchiveKey if {"StringEquals":{"kms:ViaService":"s3.eu-west-2.amazonaws.com"}}`,
    ),
    ...viaService('dynamodb', ['Decrypt']),
    ...followsChanges,
    'sqs:SendMessage on ArchiveFailedQueue',
  ],
  MailEvents: [...ownLog('MailEvents'), ...worksIn('mail-events', 'centre')],
  MailEventsRunsCentreScope: [
    ...['GetItem', 'PutItem'].map(
      (action) => `${action} on table for CENTRE#{centre}#OUTBOX CENTRE#{centre}#PATIENT#*`,
    ),
    ...encrypted,
  ],
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
      .flatMap((role) => rolePolicies.parse(plain(templates, role['Policies'])))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action, Resource }) => each(Action, Resource))
      .filter((line) => line.includes('*'));
    expect(patterns.sort()).toEqual(
      [
        's3:GetObject on ArchiveBucket/chains/*',
        's3:PutObject on ArchiveBucket/chains/*',
        's3:GetObject on ExportsBucket/centre/${aws:PrincipalTag/centre}/*',
        's3:PutObject on ExportsBucket/centre/${aws:PrincipalTag/centre}/*',
        ...['AbortMultipartUpload', 'DeleteObject', 'PutObject'].flatMap((action) =>
          ['Centre', 'Diary', 'Registry'].map((site) => `s3:${action} on ${site}Files/*`),
        ),
      ].sort(),
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
  const adapters = readdirSync(join(root, 'shared/adapters'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
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
