import { describe, expect, it } from 'vitest';
import type { ContextValue } from '../../../infra/local/iam/iam-request.ts';
import { allow, decideBy, put } from '../../support/iam-policies.ts';

const KEY = 'aws:x';

/** Whether one condition holds for one value of the key; undefined is a request without it. */
function holds(operator: string, wanted: unknown, given: ContextValue | undefined): boolean {
  const context = given === undefined ? {} : { [KEY]: given };
  return decideBy(put({ context }), allow({ Condition: { [operator]: { [KEY]: wanted } } })) === 'allowed';
}

/** [operator, what the policy says, what the request brings, whether it holds] */
const cases: readonly [string, unknown, string, boolean][] = [
  ['StringEquals', 'oxford', 'oxford', true],
  ['StringEquals', 'oxford', 'Oxford', false],
  ['StringEquals', 'ox*', 'oxford', false],
  ['StringEquals', ['bath', 'oxford'], 'oxford', true],
  ['StringNotEquals', 'oxford', 'bath', true],
  ['StringNotEquals', ['bath', 'oxford'], 'oxford', false],
  ['StringEqualsIgnoreCase', 'Oxford', 'oXford', true],
  ['StringNotEqualsIgnoreCase', 'Oxford', 'oXford', false],
  ['StringLike', 'ox*', 'oxford', true],
  ['StringLike', 'ox?ord', 'oxford', true],
  ['StringLike', 'ox', 'oxford', false],
  ['StringLike', 'ox*', 'ox\nford', true],
  ['StringNotLike', 'ox*', 'oxford', false],
  ['StringNotLike', 'ox*', 'bath', true],
  ['ArnLike', 'arn:aws:sns:*:1:a*', 'arn:aws:sns:eu:1:abc', true],
  ['ArnEquals', 'arn:aws:sns:*:1:a*', 'arn:aws:sns:eu:1:abc', true],
  ['ArnLike', 'arn:aws:sns:*:*:a*', 'arn:aws:sns:eu:1:bca', false],
  ['ArnNotLike', 'arn:aws:sns:*:1:a*', 'arn:aws:sns:eu:1:abc', false],
  ['ArnNotEquals', 'arn:aws:sns:*:1:a*', 'arn:aws:sns:eu:2:abc', true],
  ['ArnLike', 'arn:aws:sns:*:1:a*', 'no ARN', false],
  ['Bool', 'false', 'false', true],
  ['Bool', true, 'TRUE', true],
  ['Bool', 'false', 'perhaps', false],
  ['NumericLessThan', 1.2, '1.1', true],
  ['NumericLessThan', 1.2, '1.3', false],
  ['NumericLessThanEquals', '10', '10', true],
  ['NumericGreaterThan', '9', '10', true],
  ['NumericGreaterThanEquals', '10', '9', false],
  ['NumericEquals', '10', '10.0', true],
  ['NumericNotEquals', '10', '11', true],
  ['NumericLessThan', 1.2, 'TLS', false],
  ['DateLessThan', '2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z', true],
  ['DateGreaterThan', '2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z', false],
  ['DateEquals', '2026-01-01T00:00:00Z', '1767225600', true],
  ['DateNotEquals', '2026-01-01T00:00:00Z', '1767225600', false],
  ['DateLessThanEquals', '1767225600', '2026-01-01T00:00:00Z', true],
  ['DateGreaterThanEquals', '1767225600', '2025-12-31T23:59:59Z', false],
  ['IpAddress', '203.0.113.0/24', '203.0.113.9', true],
  ['IpAddress', '203.0.113.0/24', '203.0.114.9', false],
  ['IpAddress', '203.0.113.9', '203.0.113.9', true],
  ['IpAddress', '2001:db8::/32', '2001:db8::1', true],
  ['IpAddress', '2001:db8::/32', '203.0.113.9', false],
  ['NotIpAddress', '203.0.113.0/24', '203.0.113.9', false],
  ['NotIpAddress', '203.0.113.0/24', '198.51.100.1', true],
];

describe('a condition', () => {
  it.each(cases)('%s %s of %s: %s', (operator, wanted, given, expected) => {
    expect(holds(operator, wanted, given)).toBe(expected);
  });

  it('on a missing key fails, unless it is negated or says IfExists', () => {
    for (const operator of ['StringEquals', 'StringLike', 'ArnLike', 'Bool', 'NumericLessThan', 'IpAddress'])
      expect([operator, holds(operator, 'true', undefined)]).toEqual([operator, false]);
    for (const operator of ['StringNotEquals', 'StringNotLike', 'ArnNotLike', 'NotIpAddress'])
      expect([operator, holds(operator, 'a', undefined)]).toEqual([operator, true]);
    expect(holds('StringEqualsIfExists', 'a', undefined)).toBe(true);
    expect(holds('StringEqualsIfExists', 'a', 'b')).toBe(false);
  });

  it('Null asks whether the key is missing, and a key without a value is', () => {
    expect(holds('Null', 'true', undefined)).toBe(true);
    expect(holds('Null', 'false', undefined)).toBe(false);
    expect(holds('Null', false, 'a')).toBe(true);
    expect(holds('Null', 'true', 'a')).toBe(false);
    expect(holds('Null', 'false', [])).toBe(false);
    expect(holds('Null', 'false', '')).toBe(false);
  });

  it('ForAllValues holds for nothing at all, so Null has to stand beside it', () => {
    expect(holds('ForAllValues:StringLike', 'CENTRE#a', ['CENTRE#a'])).toBe(true);
    expect(holds('ForAllValues:StringLike', 'CENTRE#a', ['CENTRE#a', 'CENTRE#b'])).toBe(false);
    expect(holds('ForAllValues:StringLike', 'CENTRE#a', undefined)).toBe(true);
    expect(holds('ForAllValues:StringLike', 'CENTRE#a', [])).toBe(true);
    const both = {
      Condition: { 'ForAllValues:StringLike': { [KEY]: 'CENTRE#a' }, Null: { [KEY]: 'false' } },
    };
    expect(decideBy(put(), allow(both))).toBe('no-allow');
    expect(decideBy(put({ context: { [KEY]: ['CENTRE#a'] } }), allow(both))).toBe('allowed');
  });

  it('ForAnyValue needs one value that fits', () => {
    expect(holds('ForAnyValue:StringEquals', 'a', ['b', 'a'])).toBe(true);
    expect(holds('ForAnyValue:StringEquals', 'a', ['b'])).toBe(false);
    expect(holds('ForAnyValue:StringNotEquals', 'a', ['a', 'b'])).toBe(true);
    expect(holds('ForAllValues:StringNotEquals', 'a', ['a', 'b'])).toBe(false);
    expect(holds('ForAnyValue:StringEquals', 'a', undefined)).toBe(false);
  });

  it('of several has to hold with all of them', () => {
    const two = allow({
      Condition: { StringEquals: { 'aws:x': 'a', 'aws:y': 'b' }, Bool: { 'aws:z': 'true' } },
    });
    expect(decideBy(put({ context: { 'aws:x': 'a', 'aws:y': 'b', 'aws:z': 'true' } }), two)).toBe('allowed');
    expect(decideBy(put({ context: { 'aws:x': 'a', 'aws:y': 'c', 'aws:z': 'true' } }), two)).toBe('no-allow');
    expect(decideBy(put({ context: { 'aws:x': 'a', 'aws:y': 'b', 'aws:z': 'false' } }), two)).toBe(
      'no-allow',
    );
  });

  it('with a variable compares two things the request brings, and one without a value equals nothing', () => {
    const same = (operator: string) =>
      allow({ Condition: { [operator]: { 'aws:x': `CENTRE#\${aws:PrincipalTag/centre}` } } });
    const context = { 'aws:x': 'CENTRE#oxford', 'aws:PrincipalTag/centre': 'oxford' };
    expect(decideBy(put({ context }), same('StringEquals'))).toBe('allowed');
    expect(decideBy(put({ context: { 'aws:x': 'CENTRE#' } }), same('StringEquals'))).toBe('no-allow');
    expect(decideBy(put({ context: { 'aws:x': 'CENTRE#' } }), same('StringLike'))).toBe('no-allow');
    expect(decideBy(put({ context: { 'aws:x': 'CENTRE#' } }), same('StringNotLike'))).toBe('allowed');
  });

  it('keeps one centre from another whose name begins alike', () => {
    const scoped = allow({
      Condition: {
        'ForAllValues:StringLike': {
          'dynamodb:LeadingKeys': [
            `CENTRE#\${aws:PrincipalTag/centre}`,
            `CENTRE#\${aws:PrincipalTag/centre}#*`,
          ],
        },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    });
    const by = (centre: string, ...keys: string[]) =>
      decideBy(put({ context: { 'dynamodb:LeadingKeys': keys, 'aws:PrincipalTag/centre': centre } }), scoped);
    expect(by('ox', 'CENTRE#ox', 'CENTRE#ox#PATIENT#p1')).toBe('allowed');
    expect(by('ox', 'CENTRE#oxford')).toBe('no-allow');
    expect(by('ox', 'CENTRE#ox', 'CENTRE#oxford#PATIENT#p1')).toBe('no-allow');
    expect(by('ox')).toBe('no-allow');
  });

  it('that makes no sense is refused instead of passed over', () => {
    expect(() => holds('StringEquals', 'a', ['a', 'b'])).toThrow('several values');
    expect(() => holds('NumericLessThan', 'many', '1')).toThrow('many');
    expect(() => holds('DateLessThan', 'soon', '1')).toThrow('soon');
    expect(() => holds('Bool', 'perhaps', 'true')).toThrow('perhaps');
    expect(() => holds('Null', 'perhaps', 'true')).toThrow('perhaps');
    expect(() => holds('IpAddress', 'home', '203.0.113.9')).toThrow('home');
    expect(() => holds('ArnLike', 'no ARN', 'arn:aws:s3:::a')).toThrow('no ARN');
  });
});
