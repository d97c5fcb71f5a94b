import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { tableDefinition } from '#table/table.ts';
import { plain } from './support/plain.ts';
import { expectCount, expectResource } from './support/expect-resource.ts';
import { resourcesOf, synthesise } from './support/synthesise.ts';

const templates = synthesise();
const { Data, Identity } = templates.assertions;
const propertiesOf = (type: string) =>
  Object.fromEntries(
    Object.entries(resourcesOf(templates, type)).map(([id, { Properties }]) => [
      id.slice(0, -8),
      plain(templates, Properties),
    ]),
  );

describe('the table', () => {
  const keys = (partitionKey: string, sortKey: string) => [
    { AttributeName: partitionKey, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ];

  test('has the keys, the indexes and the expiry of shared/table', () => {
    expectResource(Data, 'AWS::DynamoDB::GlobalTable', {
      KeySchema: keys(tableDefinition.partitionKey, tableDefinition.sortKey),
      TimeToLiveSpecification: { AttributeName: tableDefinition.timeToLive, Enabled: true },
      LocalSecondaryIndexes: Object.entries(tableDefinition.localIndexes).map(([IndexName, { sortKey }]) => ({
        IndexName,
        KeySchema: keys(tableDefinition.partitionKey, sortKey),
        Projection: { ProjectionType: 'ALL' },
      })),
      GlobalSecondaryIndexes: Object.entries(tableDefinition.globalIndexes).map(
        ([IndexName, { partitionKey, sortKey, projection }]) => ({
          IndexName,
          KeySchema: keys(partitionKey, sortKey),
          Projection:
            typeof projection === 'string'
              ? { ProjectionType: projection === 'all' ? 'ALL' : 'KEYS_ONLY' }
              : { ProjectionType: 'INCLUDE', NonKeyAttributes: projection },
        }),
      ),
    });
  });

  test('is paid by use, protected, recoverable, encrypted with our key, and tells of old and new images', () => {
    expectResource(Data, 'AWS::DynamoDB::GlobalTable', {
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      Replicas: [
        Match.objectLike({
          Region: 'eu-west-2',
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          SSESpecification: {
            KMSMasterKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^DiaryKey'), 'Arn'] },
          },
        }),
      ],
    });
  });
});

describe('the export bucket', () => {
  test('is private, encrypted with our key, and forgets after seven days', () => {
    expectResource(Data, 'AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: Match.objectLike({ SSEAlgorithm: 'aws:kms' }) },
        ],
      },
      LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 7, Status: 'Enabled' })] },
    });
  });

  test('refuses what is not sent over TLS 1.2', () => {
    expectResource(Data, 'AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({ Effect: 'Deny', Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } }),
        ]),
      },
    });
  });
});

describe('the archive', () => {
  test('is locked for eight years, in a mode that nobody can end, and versioned', () => {
    expectResource(Data, 'AWS::S3::Bucket', {
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 8 * 365 + 2 } },
      },
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: Match.absent(),
    });
  });

  test('may be locked otherwise where the system is only tried out', () => {
    const tried = synthesise({ archiveLock: { mode: 'governance', days: 1 } });
    expectResource(tried.assertions.Data, 'AWS::S3::Bucket', {
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1 } },
      },
    });
  });

  test('lets nobody remove, bypass, change a lock, or write over what is there', () => {
    const denied = (what: object) =>
      Match.objectLike({ Effect: 'Deny', Principal: { AWS: '*' }, Resource: Match.anyValue(), ...what });
    expectResource(Data, 'AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          denied({
            Sid: 'NothingIsRemoved',
            Action: [
              's3:BypassGovernanceRetention',
              's3:DeleteObject',
              's3:DeleteObjectVersion',
              's3:PutObjectLegalHold',
              's3:PutObjectRetention',
            ],
            Condition: Match.absent(),
          }),
          denied({
            Sid: 'NothingIsWrittenOver',
            Action: 's3:PutObject',
            Condition: { Null: { 's3:if-none-match': 'true' } },
          }),
        ]),
      },
    });
  });
});

describe('keys and mail', () => {
  test('every key is renewed each year', () => {
    for (const key of Object.values(propertiesOf('AWS::KMS::Key')))
      expect(key).toMatchObject({ EnableKeyRotation: true });
  });

  test('mail is encrypted on its way or not sent, and its reputation is measured', () => {
    expectResource(Data, 'AWS::SES::ConfigurationSet', {
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: true },
    });
    expectResource(Data, 'AWS::SES::EmailIdentity', { EmailIdentity: 'haemdiary.example' });
  });
});

describe('the user pools', () => {
  const pools = propertiesOf('AWS::Cognito::UserPool');
  const clients = propertiesOf('AWS::Cognito::UserPoolClient');

  test('are three, with one client each', () => {
    expect(Object.keys(pools).sort()).toEqual(['PatientsPool', 'RegistryPool', 'StaffPool']);
    expect(Object.keys(clients).sort()).toEqual([
      'PatientsPoolClient',
      'RegistryPoolClient',
      'StaffPoolClient',
    ]);
  });

  test.each(['PatientsPool', 'StaffPool', 'RegistryPool'])(
    '%s takes long passwords, and no sign-up, alias or required address',
    (name) => {
      expect(pools[name]).toMatchObject({
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        Policies: { PasswordPolicy: { MinimumLength: 12 } },
        UsernameConfiguration: { CaseSensitive: false },
        AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
        DeletionProtection: 'ACTIVE',
        Schema: [
          { Name: 'email', Required: false },
          { Name: 'account', AttributeDataType: 'String', Mutable: false },
        ],
      });
      expect(pools[name]).not.toHaveProperty('AliasAttributes');
      expect(pools[name]).not.toHaveProperty('UsernameAttributes');
      expect(pools[name]).not.toHaveProperty('AutoVerifiedAttributes');
    },
  );

  test.each([
    ['PatientsPool', 'OPTIONAL'],
    ['StaffPool', 'ON'],
    ['RegistryPool', 'ON'],
  ])('%s has a second factor: %s, and it is an authenticator app', (name, MfaConfiguration) => {
    expect(pools[name]).toMatchObject({ MfaConfiguration, EnabledMfas: ['SOFTWARE_TOKEN_MFA'] });
  });

  test.each(['PatientsPool', 'StaffPool', 'RegistryPool'])(
    '%s asks our triggers, the first version of pre-token generation among them, and sends through SES',
    (name) => {
      expect(pools[name]).toMatchObject({
        LambdaConfig: {
          PreTokenGeneration: 'PreTokenRunsFunction',
          CustomMessage: 'CustomMessageRunsFunction',
        },
        EmailConfiguration: {
          EmailSendingAccount: 'DEVELOPER',
          From: 'Home diary <no-reply@haemdiary.example>',
          ConfigurationSet: 'MailSenderConfigurationSet',
        },
      });
      expect(pools[name]).not.toHaveProperty('LambdaConfig.PreTokenGenerationConfig');
    },
  );

  test.each([
    ['PatientsPoolClient', 30 * 24 * 60],
    ['StaffPoolClient', 12 * 60],
    ['RegistryPoolClient', 12 * 60],
  ])('%s gives an ID token for 15 minutes and stays signed in for %i', (name, minutes) => {
    expect(clients[name]).toMatchObject({
      IdTokenValidity: 15,
      AccessTokenValidity: 15,
      RefreshTokenValidity: minutes,
      TokenValidityUnits: { IdToken: 'minutes', AccessToken: 'minutes', RefreshToken: 'minutes' },
      AuthSessionValidity: 15,
    });
  });

  test.each(['PatientsPoolClient', 'StaffPoolClient', 'RegistryPoolClient'])(
    '%s has a secret, one way in, rotated and revocable tokens, and tells nobody who exists',
    (name) => {
      expect(clients[name]).toMatchObject({
        GenerateSecret: true,
        ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
        RefreshTokenRotation: { Feature: 'ENABLED' },
        EnableTokenRevocation: true,
        PreventUserExistenceErrors: 'ENABLED',
        AllowedOAuthFlowsUserPoolClient: false,
      });
      expect(clients[name]).not.toHaveProperty('AllowedOAuthFlows');
      expect(clients[name]).not.toHaveProperty('CallbackURLs');
    },
  );

  test('nobody changes their own account id', () => {
    for (const client of Object.values(clients))
      expect(client).toMatchObject({ WriteAttributes: ['locale'] });
  });

  test('nobody signs in through a hosted page', () => {
    expectCount(Identity, 'AWS::Cognito::UserPoolDomain', 0);
  });
});

describe('what holds data', () => {
  test.each([
    'AWS::DynamoDB::GlobalTable',
    'AWS::KMS::Key',
    'AWS::S3::Bucket',
    'AWS::Cognito::UserPool',
    'AWS::Cognito::UserPoolClient',
    'AWS::SES::EmailIdentity',
  ])('%s is kept when its stack goes or it is replaced', (type) => {
    const found = Object.values(resourcesOf(templates, type));
    expect(found.length).toBeGreaterThan(0);
    for (const { DeletionPolicy, UpdateReplacePolicy } of found)
      expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
  });
});
