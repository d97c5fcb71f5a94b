import { describe, expect, it } from 'vitest';
import { decide } from '../../../infra/local/iam/decide.ts';
import { readPolicyDocument } from '../../../infra/local/iam/policy-document.ts';
import { ACCOUNT, allow, decideBy, deny, policy, put, TABLE } from '../../support/iam-policies.ts';

describe("a role's own statements", () => {
  it('allow what they name and nothing else', () => {
    expect(decideBy(put(), allow())).toBe('allowed');
    expect(decideBy(put())).toBe('no-allow');
    expect(decideBy(put({ action: 'dynamodb:GetItem' }), allow())).toBe('no-allow');
    expect(decideBy(put({ resource: `${TABLE}/index/account` }), allow())).toBe('no-allow');
    expect(decideBy(put({ resource: `${TABLE}s` }), allow())).toBe('no-allow');
  });

  it('are overruled by a denial, wherever it stands', () => {
    expect(decideBy(put(), allow(), deny())).toBe('explicit-deny');
    expect(decideBy(put(), deny(), allow())).toBe('explicit-deny');
  });

  it('name actions without case and with wildcards, but never another service', () => {
    expect(decideBy(put(), allow({ Action: 'DynamoDB:putitem' }))).toBe('allowed');
    expect(decideBy(put(), allow({ Action: ['dynamodb:Put*', 'dynamodb:Get*'] }))).toBe('allowed');
    expect(decideBy(put(), allow({ Action: 'dynamodb:PutIte?' }))).toBe('allowed');
    expect(decideBy(put(), allow({ Action: 'dynamodb:Put?' }))).toBe('no-allow');
    expect(decideBy(put(), allow({ Action: '*' }))).toBe('allowed');
    expect(decideBy(put({ action: 's3:PutObject' }), allow({ Action: 'dynamodb:*' }))).toBe('no-allow');
  });

  it('may name what they do not mean', () => {
    const but = { Action: undefined, NotAction: 'dynamodb:DeleteItem' };
    expect(decideBy(put(), allow(but))).toBe('allowed');
    expect(decideBy(put({ action: 'dynamodb:DeleteItem' }), allow(but))).toBe('no-allow');
    const elsewhere = { Resource: undefined, NotResource: `${TABLE}/index/*` };
    expect(decideBy(put(), allow(elsewhere))).toBe('allowed');
    expect(decideBy(put({ resource: `${TABLE}/index/due` }), allow(elsewhere))).toBe('no-allow');
  });

  it('name resources with case, and a wildcard stays within its part of an ARN', () => {
    expect(decideBy(put(), allow({ Resource: TABLE.toLowerCase() }))).toBe('no-allow');
    expect(decideBy(put(), allow({ Resource: `arn:aws:dynamodb:*:${ACCOUNT}:table/*` }))).toBe('allowed');
    expect(decideBy(put(), allow({ Resource: 'arn:aws:dynamodb:*:table/Diaries:*:*' }))).toBe('no-allow');
    expect(decideBy(put(), allow({ Resource: '*' }))).toBe('allowed');
    expect(decideBy(put({ resource: '*' }), allow())).toBe('no-allow');
  });

  it('are named by their Sid or their place', () => {
    const { by } = decide(put(), { identity: [policy('Diary', deny(), allow(), allow({ Sid: 'Write' }))] });
    expect(by).toEqual(['Diary#0']);
    const allowed = decide(put(), { identity: [policy('Diary', allow(), allow({ Sid: 'Write' }))] });
    expect(allowed.by).toEqual(['Diary#0', 'Diary#Write']);
  });
});

describe('a variable', () => {
  const own = { Resource: `arn:aws:s3:::exports/\${aws:PrincipalTag/centre}/*` };
  const get = (key: string, tags: Record<string, string | string[]>) =>
    put({ resource: `arn:aws:s3:::exports/${key}`, context: tags });

  it('stands for what the session was tagged with', () => {
    expect(decideBy(get('oxford/a.zip', { 'aws:PrincipalTag/centre': 'oxford' }), allow(own))).toBe(
      'allowed',
    );
    expect(decideBy(get('oxford/a.zip', { 'aws:principaltag/CENTRE': 'oxford' }), allow(own))).toBe(
      'allowed',
    );
    expect(decideBy(get('oxford/a.zip', { 'aws:PrincipalTag/centre': 'ox' }), allow(own))).toBe('no-allow');
  });

  it('that has no value, or several, fits nothing', () => {
    expect(decideBy(get('oxford/a.zip', {}), allow(own))).toBe('no-allow');
    expect(decideBy(get('/a.zip', { 'aws:PrincipalTag/centre': '' }), allow(own))).toBe('no-allow');
    expect(decideBy(get('oxford/a.zip', { 'aws:PrincipalTag/centre': ['oxford'] }), allow(own))).toBe(
      'no-allow',
    );
  });

  it('never becomes a wildcard by its value', () => {
    expect(decideBy(get('oxford/a.zip', { 'aws:PrincipalTag/centre': '*' }), allow(own))).toBe('no-allow');
    expect(decideBy(get('*/a.zip', { 'aws:PrincipalTag/centre': '*' }), allow(own))).toBe('allowed');
    expect(decideBy(get('o.ford/a.zip', { 'aws:PrincipalTag/centre': 'o.ford' }), allow(own))).toBe(
      'allowed',
    );
    expect(decideBy(get('oxford/a.zip', { 'aws:PrincipalTag/centre': 'o.ford' }), allow(own))).toBe(
      'no-allow',
    );
  });

  it('may have a default, and three of them stand for a character', () => {
    const defaulted = { Resource: `arn:aws:s3:::exports/\${aws:PrincipalTag/centre, 'none'}/*` };
    expect(decideBy(get('none/a.zip', {}), allow(defaulted))).toBe('allowed');
    const star = { Resource: `arn:aws:s3:::exports/\${*}\${?}\${$}` };
    expect(decideBy(get('*?$', {}), allow(star))).toBe('allowed');
    expect(decideBy(get('abc', {}), allow(star))).toBe('no-allow');
  });
});

describe('a policy that is not understood', () => {
  const read =
    (statement: object, more: object = {}) =>
    () =>
      readPolicyDocument({ Version: '2012-10-17', Statement: [statement], ...more });

  it('is refused when it is read, before it could allow anything', () => {
    expect(read(allow())).not.toThrow();
    expect(read(allow({ Condition: { StringAlmost: { 'aws:x': 'y' } } }))).toThrow('StringAlmost');
    expect(read(allow({ Condition: { BinaryEquals: { 'aws:x': 'eQ==' } } }))).toThrow('BinaryEquals');
    expect(read(allow({ Condition: { 'ForSomeValues:StringLike': { 'aws:x': 'y' } } }))).toThrow(
      'ForSomeValues',
    );
    expect(read(allow({ Condition: { 'ForAnyValue:StringLikeIfExists': { 'aws:x': 'y' } } }))).toThrow(
      'missing key',
    );
    expect(read(allow({ Condition: { NullIfExists: { 'aws:x': 'true' } } }))).toThrow('NullIfExists');
    expect(read(allow({ Actions: 'dynamodb:*' }))).toThrow('Actions');
    expect(read(allow({ NotAction: 'dynamodb:GetItem' }))).toThrow('either Action or NotAction');
    expect(read(allow({ NotResource: TABLE }))).toThrow('not both Resource');
    expect(read(allow({ Principal: '*', NotPrincipal: '*' }))).toThrow('not both Principal');
    expect(read(allow({ Action: 'PutItem' }))).toThrow('Action');
    expect(read(allow(), { Version: '2008-10-17' })).toThrow('Version');
    expect(read(allow(), { Version: undefined })).toThrow('Version');
  });

  it('is refused when it is asked, where only the request shows what it means', () => {
    expect(() => decideBy(put(), allow({ Resource: 'Diaries' }))).toThrow('no ARN');
    expect(() => decideBy(put(), allow({ Resource: 'arn:aws:s3:::${*}' }))).not.toThrow();
    expect(() => decideBy(put(), allow({ Resource: 'arn:aws:${aws:PrincipalTag/s}:::a' }))).toThrow(
      'last part',
    );
    expect(() => decideBy(put(), allow({ Resource: undefined }))).toThrow('names no resource');
    expect(() => decideBy(put(), allow({ Principal: '*' }))).toThrow('names a principal');
  });
});
