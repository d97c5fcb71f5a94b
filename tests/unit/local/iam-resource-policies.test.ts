import { describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  allow,
  deny,
  policy,
  put,
  ROLE,
  SESSION,
  TABLE,
  whyOf,
} from '../../support/iam-policies.ts';

const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const own = [policy('own', allow())];
const nothing = policy('nothing', allow({ Action: 'dynamodb:GetItem' }));
const enough = policy('enough', allow());
const of = (Principal: unknown) => policy('resource', allow({ Principal }));

describe("a resource's policy", () => {
  it('may allow by itself whom it names within the account', () => {
    expect(whyOf(put(), { resource: of({ AWS: ROLE }) })).toBe('allowed');
    expect(whyOf(put({ principalArn: SESSION }), { resource: of({ AWS: ROLE }) })).toBe('allowed');
    expect(whyOf(put({ principalArn: SESSION }), { resource: of({ AWS: SESSION }) })).toBe('allowed');
    expect(whyOf(put(), { resource: of('*') })).toBe('allowed');
    expect(whyOf(put(), { resource: of({ AWS: `${ROLE}2` }) })).toBe('no-allow');
    expect(whyOf(put(), { resource: of({ AWS: SESSION }) })).toBe('no-allow');
  });

  it("that names the account leaves it to the caller's own policies", () => {
    for (const account of [ROOT, ACCOUNT]) {
      expect(whyOf(put(), { resource: of({ AWS: account }) })).toBe('no-allow');
      expect(whyOf(put(), { resource: of({ AWS: account }), identity: own })).toBe('allowed');
    }
  });

  it('denies everyone it means', () => {
    const insecure = { Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    const resource = policy('resource', deny(insecure));
    const over = (secure: string) => put({ context: { 'aws:SecureTransport': secure } });
    expect(whyOf(over('false'), { resource, identity: own })).toBe('explicit-deny');
    expect(whyOf(over('true'), { resource, identity: own })).toBe('allowed');
  });

  it('is the only thing that can allow a service', () => {
    const asked = put({ principalArn: 'sns.amazonaws.com' });
    expect(whyOf(asked, { resource: of({ Service: ['ses.amazonaws.com', 'sns.amazonaws.com'] }) })).toBe(
      'allowed',
    );
    expect(whyOf(asked, { resource: of({ Service: 'ses.amazonaws.com' }) })).toBe('no-allow');
    expect(whyOf(asked, { identity: own })).toBe('no-allow');
  });

  it('that spares some from a denial spares a role and its sessions only with their account', () => {
    const but = (...names: string[]) => policy('resource', deny({ NotPrincipal: { AWS: names } }));
    const bySession = put({ principalArn: SESSION });
    expect(whyOf(bySession, { identity: own, resource: but(ROLE, ROOT) })).toBe('allowed');
    expect(whyOf(bySession, { identity: own, resource: but(SESSION, ROLE) })).toBe('explicit-deny');
    expect(whyOf(bySession, { identity: own, resource: but(ROOT) })).toBe('explicit-deny');
    expect(whyOf(put(), { identity: own, resource: but(ROLE, ACCOUNT) })).toBe('allowed');
    expect(whyOf(put(), { identity: own, resource: but(ROLE, ROOT), boundary: enough })).toBe(
      'explicit-deny',
    );
  });

  it('is refused when it names nobody, a pattern, or everyone but somebody', () => {
    const by = (statement: object) => () => whyOf(put(), { resource: policy('resource', statement) });
    expect(by(allow())).toThrow('no principal');
    expect(by(allow({ Principal: { AWS: `${ROLE}*` } }))).toThrow('no pattern');
    expect(by(allow({ NotPrincipal: { AWS: ROLE } }))).toThrow('everyone but');
  });
});

describe('a key policy or a trust policy', () => {
  it('has to allow, whatever the caller may', () => {
    const needed = { identity: own, resourceRequired: true };
    expect(whyOf(put(), needed)).toBe('no-allow');
    expect(whyOf(put(), { ...needed, resource: of({ AWS: `${ROLE}2` }) })).toBe('no-allow');
    expect(whyOf(put(), { ...needed, resource: of({ AWS: ROOT }) })).toBe('allowed');
    expect(whyOf(put(), { ...needed, resource: of({ AWS: ROLE }) })).toBe('allowed');
  });

  it("that names the account needs the caller's own policies too; one that names the role doesn't", () => {
    expect(whyOf(put(), { resource: of({ AWS: ROOT }), resourceRequired: true })).toBe('no-allow');
    expect(whyOf(put(), { resource: of({ AWS: ROLE }), resourceRequired: true })).toBe('allowed');
  });

  it('may ask for exactly these session tags', () => {
    const trust = policy('trust', {
      Effect: 'Allow',
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      Principal: { AWS: ROLE },
      Condition: {
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['centre', 'patient'] },
        Null: { 'aws:RequestTag/centre': 'false', 'aws:RequestTag/patient': 'false' },
      },
    });
    const assume = (tags: Record<string, string>, principalArn = ROLE) =>
      whyOf(
        {
          principalArn,
          action: 'sts:AssumeRole',
          resource: `arn:aws:iam::${ACCOUNT}:role/DiaryScope`,
          context: {
            'aws:TagKeys': Object.keys(tags),
            ...Object.fromEntries(
              Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, value]),
            ),
          },
        },
        { resource: trust, resourceRequired: true },
      );
    expect(assume({ centre: 'oxford', patient: 'p1' })).toBe('allowed');
    expect(assume({ centre: 'oxford' })).toBe('no-allow');
    expect(assume({})).toBe('no-allow');
    expect(assume({ centre: 'oxford', patient: 'p1', account: 'a' })).toBe('no-allow');
    expect(assume({ centre: 'oxford', patient: 'p1' }, `${ROLE}2`)).toBe('no-allow');
  });
});

describe('a boundary and a session policy', () => {
  it('limit what the caller may, and give nothing', () => {
    for (const limit of ['boundary', 'session'] as const) {
      expect(whyOf(put(), { identity: own, [limit]: enough })).toBe('allowed');
      expect(whyOf(put(), { identity: own, [limit]: nothing })).toBe('no-allow');
      expect(whyOf(put(), { identity: [], [limit]: enough })).toBe('no-allow');
      expect(whyOf(put(), { identity: own, [limit]: policy('limit', allow(), deny()) })).toBe(
        'explicit-deny',
      );
    }
  });

  it('limit what a resource gives to the role, not what it gives to this very session or to anyone', () => {
    const bySession = put({ principalArn: SESSION });
    for (const limit of ['boundary', 'session'] as const) {
      expect(whyOf(bySession, { resource: of({ AWS: ROLE }), [limit]: nothing })).toBe('no-allow');
      expect(whyOf(bySession, { resource: of({ AWS: SESSION }), [limit]: nothing })).toBe('allowed');
      expect(whyOf(bySession, { resource: of('*'), [limit]: nothing })).toBe('allowed');
    }
  });
});

describe('a resource of another account', () => {
  it('needs both its own policy and the caller’s', () => {
    const other = put({ resource: TABLE.replace(ACCOUNT, '111111111111') });
    const everything = [policy('own', allow({ Resource: '*' }))];
    const resource = policy('resource', allow({ Principal: { AWS: ROLE }, Resource: '*' }));
    expect(whyOf(other, { identity: everything })).toBe('no-allow');
    expect(whyOf(other, { resource })).toBe('no-allow');
    expect(whyOf(other, { identity: everything, resource })).toBe('allowed');
  });
});

describe('every request', () => {
  it('says who makes it, a session by its role', () => {
    const identity = [
      policy(
        'own',
        allow({
          Condition: {
            ArnEquals: { 'aws:PrincipalArn': ROLE },
            StringEquals: { 'aws:PrincipalAccount': ACCOUNT },
          },
        }),
      ),
    ];
    expect(whyOf(put(), { identity })).toBe('allowed');
    expect(whyOf(put({ principalArn: SESSION }), { identity })).toBe('allowed');
    expect(whyOf(put({ principalArn: `${ROLE}2` }), { identity })).toBe('no-allow');
  });
});
