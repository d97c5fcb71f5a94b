import * as fc from 'fast-check';
import type { ContextValue } from '../../infra/local/iam/iam-request.ts';
import { ACCOUNT, ROLE, SESSION, TABLE } from './iam-policies.ts';
import type { Question, RawPolicy } from './iam-second-opinion.ts';

/** One service as generated questions see it: what can be asked, and what a policy may say about it. */
interface World {
  readonly asked: readonly (readonly [action: string, resource: string])[];
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly keys: readonly Key[];
  readonly policy: 'none' | 'possible' | 'required';
}

/** A condition key: what a request brings, what a policy wants, by which operators. */
interface Key {
  readonly key: string;
  readonly many?: boolean;
  readonly given: readonly string[];
  readonly wanted: readonly string[];
  readonly operators: readonly string[];
}

const CENTRE = '${aws:PrincipalTag/centre}';
const STRINGS = [
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
];
const ORDERS = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];

const everywhere: readonly Key[] = [
  {
    key: 'aws:PrincipalTag/centre',
    given: ['ox', 'oxford', 'Ox', '*'],
    wanted: ['ox', 'OX', 'ox*', 'o?', '*', "${aws:PrincipalTag/job, 'ox'}"],
    operators: STRINGS,
  },
  { key: 'aws:SecureTransport', given: ['true', 'false'], wanted: ['true', 'false'], operators: ['Bool'] },
  {
    key: 'aws:SourceIp',
    given: ['203.0.113.9', '198.51.100.1', '2001:db8::1'],
    wanted: ['203.0.113.0/24', '203.0.113.9', '2001:db8::/32', '198.0.0.0/8'],
    operators: ['IpAddress', 'NotIpAddress'],
  },
  {
    key: 'aws:CurrentTime',
    given: ['2026-03-01T00:00:00Z', '2026-03-01T12:00:00Z'],
    wanted: ['2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z', '2026-02-01T00:00:00Z'],
    operators: ORDERS.map((order) => `Date${order}`),
  },
  {
    key: 'aws:MultiFactorAuthAge',
    given: ['1', '10', '900'],
    wanted: ['10', '9', '900'],
    operators: ORDERS.map((order) => `Numeric${order}`),
  },
  {
    key: 'aws:SourceArn',
    given: ['arn:aws:sns:eu-west-2:000000000000:events', 'arn:aws:sns:eu-west-2:111111111111:events'],
    wanted: [
      'arn:aws:sns:*:000000000000:*',
      'arn:aws:sns:eu-west-2:000000000000:events',
      'arn:aws:*:*:*:e?ents',
    ],
    operators: ['ArnLike', 'ArnEquals', 'ArnNotLike', 'ArnNotEquals'],
  },
];

const dynamodb: World = {
  asked: [
    ['dynamodb:PutItem', TABLE],
    ['dynamodb:GetItem', TABLE],
    ['dynamodb:Query', TABLE],
    ['dynamodb:Query', `${TABLE}/index/timeline`],
    ['dynamodb:Query', `${TABLE}/index/account`],
  ],
  actions: [
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:*Item',
    'DynamoDB:getitem',
    'dynamodb:?uery',
    '*',
    's3:*',
  ],
  resources: [
    TABLE,
    `${TABLE}/index/*`,
    `${TABLE}/index/timeline`,
    `${TABLE}*`,
    `arn:aws:dynamodb:*:*:table/*`,
    `${TABLE}/index/${CENTRE}`,
    '*',
  ],
  keys: [
    {
      key: 'dynamodb:LeadingKeys',
      many: true,
      given: ['CENTRE#ox', 'CENTRE#oxford', 'CENTRE#ox#PATIENT#p1', 'SESSION#1'],
      wanted: [`CENTRE#${CENTRE}`, `CENTRE#${CENTRE}#*`, 'CENTRE#ox', 'CENTRE#*', 'SESSION#*'],
      operators: STRINGS,
    },
    ...everywhere,
  ],
  policy: 'none',
};

const s3: World = {
  asked: [
    ['s3:GetObject', 'arn:aws:s3:::exports/centre/ox/a.zip'],
    ['s3:PutObject', 'arn:aws:s3:::exports/centre/oxford/a.zip'],
    ['s3:ListBucket', 'arn:aws:s3:::exports'],
  ],
  actions: ['s3:GetObject', 's3:*', 's3:PutObject', 's3:List*', 'dynamodb:*'],
  resources: [
    'arn:aws:s3:::exports',
    'arn:aws:s3:::exports/*',
    'arn:aws:s3:::exports/centre/ox/?.zip',
    `arn:aws:s3:::exports/centre/${CENTRE}/*`,
    'arn:aws:s3:::*',
    'arn:aws:s3:::exports/${*}',
    '*',
  ],
  keys: [
    {
      key: 's3:TlsVersion',
      given: ['1.1', '1.2', '1.3'],
      wanted: ['1.2', '1.3'],
      operators: ORDERS.map((order) => `Numeric${order}`),
    },
    ...everywhere,
  ],
  policy: 'possible',
};

const KMS_KEY = `arn:aws:kms:eu-west-2:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`;
const kms: World = {
  asked: [
    ['kms:Decrypt', KMS_KEY],
    ['kms:GenerateDataKey', KMS_KEY],
  ],
  actions: ['kms:*', 'kms:Decrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
  resources: [KMS_KEY, '*', `arn:aws:kms:*:${ACCOUNT}:key/*`],
  keys: [
    {
      key: 'kms:ViaService',
      given: ['dynamodb.eu-west-2.amazonaws.com', 's3.eu-west-2.amazonaws.com'],
      wanted: ['dynamodb.eu-west-2.amazonaws.com', '*.eu-west-2.amazonaws.com'],
      operators: STRINGS,
    },
    ...everywhere,
  ],
  policy: 'required',
};

const SCOPE = `arn:aws:iam::${ACCOUNT}:role/DiaryScope`;
const sts: World = {
  asked: [
    ['sts:AssumeRole', SCOPE],
    ['sts:TagSession', SCOPE],
  ],
  actions: ['sts:AssumeRole', 'sts:TagSession', 'sts:*', 'sts:Assume*'],
  resources: [SCOPE, `arn:aws:iam::${ACCOUNT}:role/*`, '*'],
  keys: [
    {
      key: 'aws:TagKeys',
      many: true,
      given: ['centre', 'patient', 'account'],
      wanted: ['centre', 'patient', 'c*'],
      operators: STRINGS,
    },
    {
      key: 'aws:RequestTag/centre',
      given: ['ox', 'oxford'],
      wanted: ['ox', CENTRE, 'ox*'],
      operators: STRINGS,
    },
    ...everywhere,
  ],
  policy: 'required',
};

const conditionOn = ({ key, many = false, wanted, operators }: Key): fc.Arbitrary<object> => {
  const values = fc.uniqueArray(fc.constantFrom(...wanted), { minLength: 1, maxLength: 3 });
  const bare = fc.constantFrom(...operators);
  const operator = many
    ? fc.oneof(
        fc.tuple(fc.constantFrom('ForAllValues:', 'ForAnyValue:'), bare).map((parts) => parts.join('')),
        bare.map((one) => `ForAllValues:${one}IfExists`),
      )
    : fc.oneof(
        bare,
        bare.map((one) => `${one}IfExists`),
      );
  return fc.oneof(
    { weight: 5, arbitrary: fc.tuple(operator, values).map(([name, some]) => ({ [name]: { [key]: some } })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('true', 'false').map((missing) => ({ Null: { [key]: missing } })),
    },
  );
};

/** Several conditions; two of the same operator become one, as JSON has it. */
const conditions = (keys: readonly Key[]) =>
  fc
    .array(fc.constantFrom(...keys).chain(conditionOn), { maxLength: 2 })
    .map((several): object => Object.assign({}, ...several) as object);

const some = (values: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });

const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const principals = fc.constantFrom<object | string>(
  '*',
  { AWS: '*' },
  { AWS: ROOT },
  { AWS: ACCOUNT },
  { AWS: [ROLE] },
  { AWS: [SESSION] },
  { AWS: [`${ROLE}2`, ROOT] },
  { AWS: 'arn:aws:iam::111111111111:root' },
  { Service: ['lambda.amazonaws.com'] },
);

const statements = (world: World, ofResource: boolean): fc.Arbitrary<readonly object[]> => {
  const one = fc
    .record({
      Effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
      actions: fc.tuple(fc.constantFrom('Action', 'Action', 'Action', 'NotAction'), some(world.actions)),
      resources: fc.tuple(
        fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'),
        some(world.resources),
      ),
      Condition: conditions(world.keys),
      Principal: principals,
    })
    .map(({ Effect, actions, resources, Condition, Principal }) => ({
      Effect,
      [actions[0]]: actions[1],
      // A trust policy is about its own role and names no resource.
      ...(ofResource && world === sts ? {} : { [resources[0]]: resources[1] }),
      ...(Object.keys(Condition).length === 0 ? {} : { Condition }),
      ...(ofResource ? { Principal } : {}),
    }));
  return fc.array(one, { minLength: 1, maxLength: 4 });
};

const policies = (world: World, ofResource = false): fc.Arbitrary<RawPolicy> =>
  statements(world, ofResource).map((Statement) => ({ Version: '2012-10-17', Statement }));

const contexts = (keys: readonly Key[]): fc.Arbitrary<Record<string, ContextValue>> => {
  const values = ({ key, many = false, given }: Key): fc.Arbitrary<Record<string, ContextValue>> => {
    const value: fc.Arbitrary<ContextValue> = many
      ? fc.uniqueArray(fc.constantFrom(...given), { minLength: 1, maxLength: 3 })
      : fc.constantFrom(...given);
    return fc.option(value, { freq: 5 }).map((found) => (found === null ? {} : { [key]: found }));
  };
  return fc
    .tuple(...keys.map(values))
    .map((several) => Object.assign({}, ...several) as Record<string, ContextValue>);
};

const questionsIn = (world: World): fc.Arbitrary<Question> =>
  fc
    .record({
      asked: fc.constantFrom(...world.asked),
      principalArn: fc.constantFrom(ROLE, SESSION, SESSION),
      context: contexts(world.keys),
      identity: policies(world),
      boundary: fc.option(policies(world), { freq: 1, nil: undefined }),
      session: fc.option(policies(world), { freq: 1, nil: undefined }),
      resource:
        world.policy === 'none'
          ? fc.constant(undefined)
          : world.policy === 'required'
            ? policies(world, true)
            : fc.option(policies(world, true), { nil: undefined }),
    })
    .map(({ asked: [action, resource], principalArn, context, session, ...rest }) => ({
      request: { principalArn, action, resource, context },
      ...rest,
      resource: rest.resource,
      session: principalArn === SESSION ? session : undefined,
      resourceRequired: world.policy === 'required',
    }));

/** Questions about four services, of the kinds that the templates' own policies raise and of some they don't. */
export const questions: fc.Arbitrary<Question> = fc.oneof(...[dynamodb, s3, kms, sts].map(questionsIn));
