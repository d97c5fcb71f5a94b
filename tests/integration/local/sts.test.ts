import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIam } from '../../../infra/local/iam/authorise.ts';
import { createSessions } from '../../../infra/local/iam/sessions.ts';
import { startSts, type StsServer } from '../../../infra/local/sts/start-sts.ts';
import { allowing, cloudOf, roleArn, roleResource } from '../../support/iam/cloud-of.ts';
import {
  assumedBy,
  signerOf,
  stsCaller,
  type AssumeRoleAsked,
  type Tag,
} from '../../support/iam/sts-caller.ts';

/** What the trust policy of a scope says: who, with which tags, and that they are all there. */
const scopeTrust = allowing([
  {
    Effect: 'Allow',
    Principal: { AWS: roleArn('diary') },
    Action: ['sts:AssumeRole', 'sts:TagSession'],
    Condition: {
      'ForAllValues:StringEquals': { 'aws:TagKeys': ['centre', 'patient'] },
      StringLike: { 'aws:RequestTag/centre': '?*', 'aws:RequestTag/patient': '?*' },
    },
  },
]);
const mayAssume = (name: string) => ({
  PolicyName: 'assume',
  PolicyDocument: allowing([
    { Effect: 'Allow', Action: ['sts:AssumeRole', 'sts:TagSession'], Resource: roleArn(name) },
  ]),
});
const TAGS: Tag[] = [
  { Key: 'centre', Value: 'oxford' },
  { Key: 'patient', Value: 'p1' },
];

let now = Date.parse('2026-11-22T10:00:00Z');
let sts: StsServer;
const sessions = createSessions(() => now);
const asked = (more: Partial<AssumeRoleAsked>): AssumeRoleAsked => ({
  RoleArn: roleArn('scope'),
  Tags: TAGS,
  ...more,
});
const assume = (by: string, more: Partial<AssumeRoleAsked> = {}) =>
  stsCaller(sts.url, signerOf(by)).assume(asked(more));

beforeAll(async () => {
  const cloud = await cloudOf({
    Diary: roleResource('diary', { Policies: [mayAssume('scope')] }),
    Untrusted: roleResource('untrusted', { Policies: [mayAssume('scope')] }),
    Scope: roleResource('scope', { AssumeRolePolicyDocument: scopeTrust }),
    Untagged: roleResource('untagged', {
      AssumeRolePolicyDocument: allowing([
        { Effect: 'Allow', Principal: { AWS: roleArn('diary') }, Action: 'sts:AssumeRole' },
      ]),
    }),
    Longer: roleResource('longer', { AssumeRolePolicyDocument: scopeTrust, MaxSessionDuration: 7200 }),
  });
  const iam = createIam(
    () => cloud,
    sessions,
    () => undefined,
  );
  sts = await startSts({
    port: 0,
    iam,
    sessions,
    roleOf: (arn) => cloud.roles.get(arn),
    log: () => undefined,
  });
});
afterAll(() => sts.stop());

describe('the local STS', () => {
  it('hands out a session of a role to whom the trust policy names', async () => {
    const { Credentials: given, AssumedRoleUser: user } = await assume('diary');
    expect(given?.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(given?.Expiration).toEqual(new Date('2026-11-22T10:15:00Z'));
    expect(user?.Arn).toBe('arn:aws:sts::000000000000:assumed-role/scope/one');
    const session = await assumedBy(sts.url, 'diary', asked({}));
    const identity = await stsCaller(sts.url, session).whoAmI();
    expect(identity).toMatchObject({ Account: '000000000000', Arn: user?.Arn });
  });

  it('refuses whom the trust policy does not name, whatever its own policies say', async () => {
    await expect(assume('untrusted')).rejects.toMatchObject({
      name: 'AccessDenied',
      message: `User: arn:aws:sts::000000000000:assumed-role/untrusted/untrusted is not authorized to perform: sts:AssumeRole on resource: ${roleArn('scope')}`,
    });
  });

  it.each<[string, Tag[]]>([
    ['no tags', []],
    ['a tag missing', TAGS.slice(0, 1)],
    [
      'an empty tag',
      [
        { Key: 'centre', Value: '' },
        { Key: 'patient', Value: 'p1' },
      ],
    ],
    ['a tag more', [...TAGS, { Key: 'job', Value: 'manager' }]],
  ])('refuses %s where the trust policy wants exactly two tags', async (_what, Tags) => {
    await expect(assume('diary', { Tags })).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('needs a permission of its own to give tags', async () => {
    const RoleArn = roleArn('untagged');
    await expect(assume('diary', { RoleArn, Tags: [] })).resolves.toBeDefined();
    await expect(assume('diary', { RoleArn })).rejects.toThrow('sts:TagSession');
  });

  it('does not tell a role that is not there from one that may not be assumed', async () => {
    await expect(assume('diary', { RoleArn: roleArn('nobody') })).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });

  it.each<[string, Tag[], RegExp]>([
    ['a number sign in a tag', [{ Key: 'centre', Value: 'ox#PATIENT#p2' }], /regular expression/],
    ['the same tag twice', [...TAGS, { Key: 'Centre', Value: 'x' }], /Duplicate tag keys/],
  ])('refuses %s', async (_what, Tags, message) => {
    await expect(assume('diary', { Tags })).rejects.toThrow(message);
  });

  it.each<[string, number, RegExp]>([
    ['shorter than a quarter of an hour', 899, /greater than or equal to 900/],
    ['longer than the role allows', 3601, /exceeds the MaxSessionDuration/],
  ])('refuses a session %s', async (_what, DurationSeconds, message) => {
    await expect(assume('diary', { DurationSeconds })).rejects.toThrow(message);
  });

  it('gives a function an hour at most, whatever the role allows: it is a session itself', async () => {
    await expect(assume('diary', { RoleArn: roleArn('longer'), DurationSeconds: 3601 })).rejects.toThrow(
      /1 hour session limit/,
    );
  });

  it('knows no key that nobody has, and no key with another’s token', async () => {
    const invalid = { name: 'InvalidClientTokenId' };
    await expect(assume('AKIANOBODY')).rejects.toMatchObject(invalid);
    const session = await assumedBy(sts.url, 'diary', asked({}));
    const withAnother = stsCaller(sts.url, { ...session, sessionToken: 'made up' });
    await expect(withAnother.whoAmI()).rejects.toMatchObject(invalid);
  });

  it('ends a session when its time is over', async () => {
    const session = stsCaller(sts.url, await assumedBy(sts.url, 'diary', asked({})));
    now += 899_000;
    await expect(session.whoAmI()).resolves.toBeDefined();
    now += 1000;
    await expect(session.whoAmI()).rejects.toMatchObject({ name: 'ExpiredToken' });
  });
});
