import { resolve, type Scope } from '../../../infra/local/template/intrinsics.ts';
import { isJsonObject, jsonSchema, type Json } from '../../../infra/local/template/json.ts';
import type { RawPolicy } from '../../support/iam-second-opinion.ts';
import { STACKS, type ReadTemplates, type Resource, type StackName } from './templates.ts';

const ACCOUNT = '000000000000';
const HOME = `eu-west-2:${ACCOUNT}`;
/** A key's id has the form of one. */
const KEY_ID = '11111111-2222-3333-4444-555555555555';

/** The ARN that a resource of a type would have. */
const ARNS: Readonly<Record<string, (id: string, properties: Resource['Properties']) => string>> = {
  'AWS::DynamoDB::GlobalTable': (id) => `arn:aws:dynamodb:${HOME}:table/${id}`,
  'AWS::KMS::Key': () => `arn:aws:kms:${HOME}:key/${KEY_ID}`,
  'AWS::S3::Bucket': (id) => `arn:aws:s3:::${id.toLowerCase()}`,
  'AWS::Logs::LogGroup': (id) => `arn:aws:logs:${HOME}:log-group:${id}:*`,
  'AWS::Lambda::Function': (id) => `arn:aws:lambda:${HOME}:function:${id}`,
  'AWS::SQS::Queue': (id) => `arn:aws:sqs:${HOME}:${id}`,
  'AWS::SNS::Topic': (id) => `arn:aws:sns:${HOME}:${id}`,
  'AWS::Cognito::UserPool': (id) => `arn:aws:cognito-idp:${HOME}:userpool/eu-west-2_${id.slice(0, 9)}`,
  'AWS::IAM::Role': (id, { RoleName: name }) =>
    `arn:aws:iam::${ACCOUNT}:role/${typeof name === 'string' ? name : id}`,
};

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'eu-west-2',
  'AWS::AccountId': ACCOUNT,
};

function scopeOf(templates: ReadTemplates, stack: StackName): Scope {
  const { Resources } = templates.read[stack];
  const arnOf = (id: string) => ARNS[Resources[id]?.Type ?? '']?.(id, Resources[id]?.Properties ?? {}) ?? id;
  const no = (what: string) => () => {
    throw new Error(`No policy of ours has ${what}.`);
  };
  return {
    ref: (id) => PSEUDO[id] ?? (Resources[id]?.Type === 'AWS::SNS::Topic' ? arnOf(id) : id),
    getAtt: (id, attribute) =>
      attribute === 'StreamArn' ? `${arnOf(id)}/stream/2026-01-01T00:00:00.000` : arnOf(id),
    importValue: (name) => imported(templates, name),
    condition: no('a condition of the template'),
    findInMap: no('a map'),
    stackOutput: no('an output'),
    dynamicReference: no('a dynamic reference'),
  };
}

function imported(templates: ReadTemplates, name: string): Json {
  const [stackName = '', output = ''] = name.split(':');
  const stack = STACKS.find((one) => `Haemdiary${one}` === stackName);
  const value = stack && templates.read[stack].Outputs[output]?.Value;
  if (stack === undefined || value === undefined) throw new Error(`No stack exports ${name}.`);
  return resolve(jsonSchema.parse(value), scopeOf(templates, stack)) ?? null;
}

/** A policy of the templates with its references resolved, and whose it is. */
export interface ResolvedPolicy {
  readonly owner: string;
  readonly arn: string;
  readonly policy: RawPolicy;
}

/** Each role with its permissions and its trust policy, and each key with its policy, as they would be deployed. */
export function resolvedIam(templates: ReadTemplates) {
  const roles: (ResolvedPolicy & { readonly trust: RawPolicy })[] = [];
  const keys: ResolvedPolicy[] = [];
  for (const stack of STACKS) {
    const scope = scopeOf(templates, stack);
    const plain = (value: unknown) => resolve(jsonSchema.parse(value), scope);
    for (const [id, { Type, Properties }] of Object.entries(templates.read[stack].Resources)) {
      const arn = ARNS[Type]?.(id, Properties) ?? id;
      if (Type === 'AWS::KMS::Key')
        keys.push({ owner: id, arn, policy: policyOf(plain(Properties['KeyPolicy'])) });
      if (Type !== 'AWS::IAM::Role') continue;
      const policies = plain(Properties['Policies'] ?? []);
      const statements = (Array.isArray(policies) ? policies : []).flatMap((each) =>
        isJsonObject(each) ? policyOf(each['PolicyDocument']).Statement : [],
      );
      const trust = policyOf(plain(Properties['AssumeRolePolicyDocument']));
      roles.push({ owner: id, arn, policy: { Version: '2012-10-17', Statement: statements }, trust });
    }
  }
  return { roles, keys };
}

function policyOf(document: Json | undefined): RawPolicy {
  const statements = isJsonObject(document) ? document['Statement'] : undefined;
  if (!Array.isArray(statements)) throw new Error('A policy has a list of statements.');
  return { Version: '2012-10-17', Statement: statements.filter(isJsonObject) };
}
