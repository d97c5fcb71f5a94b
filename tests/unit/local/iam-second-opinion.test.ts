import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questions } from '../../support/iam-generated.ts';
import { ACCOUNT, allow, put, ROLE, SESSION, TABLE } from '../../support/iam-policies.ts';
import { ours, theirs, type Question, type RawPolicy } from '../../support/iam-second-opinion.ts';

const QUESTIONS = 2000;

const statement = (...statements: object[]): RawPolicy => ({ Version: '2012-10-17', Statement: statements });
const nothing = statement(allow({ Action: 'dynamodb:GetItem' }));

/** Where the two are known to differ, whether a question touches it, and one question that shows it. */
const differences: readonly {
  readonly what: string;
  readonly source: string;
  readonly touches: (asked: Question) => boolean;
  readonly shown: Question;
  readonly ours: string;
  readonly theirs: string;
}[] = [
  {
    what: 'a negated operator compares with a variable without a value',
    // "Inverted condition operators like StringNotEquals or StringNotLike do match against a null value."
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value',
    touches: ({ request, ...policies }) =>
      request.context['aws:PrincipalTag/centre'] === undefined &&
      /"[^"]*Not(?:Equals|Like)[^"]*":\{"[^"]+":\[[^\]]*\$\{aws:PrincipalTag\/centre\}/u.test(
        JSON.stringify(policies),
      ),
    shown: {
      request: put({ context: { 'aws:UserAgent': 'x' } }),
      identity: statement(
        allow({ Condition: { StringNotEquals: { 'aws:UserAgent': ['${aws:PrincipalTag/centre}'] } } }),
      ),
    },
    ours: 'allowed',
    theirs: 'no-allow',
  },
  {
    what: 'NotResource names a resource by a variable without a value',
    // "The resource that includes a policy variable with no value will not match any resource", so nothing is excepted.
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value',
    touches: ({ request, ...policies }) =>
      request.context['aws:PrincipalTag/centre'] === undefined &&
      /"NotResource":\[[^\]]*\$\{aws:PrincipalTag\/centre\}/u.test(JSON.stringify(policies)),
    shown: {
      request: put(),
      identity: statement({
        Effect: 'Allow',
        Action: 'dynamodb:PutItem',
        NotResource: [`${TABLE}/index/\${aws:PrincipalTag/centre}`],
      }),
    },
    ours: 'allowed',
    theirs: 'no-allow',
  },
  {
    what: 'a variable stands for a special character where there are no wildcards',
    // "You can use these … in any string where you can use regular policy variables."
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars',
    touches: (asked) => /Equals[^{]*\{[^}]*\$\{\*\}/u.test(JSON.stringify(asked)),
    shown: {
      request: put({ context: { 'aws:UserAgent': '*' } }),
      identity: statement(allow({ Condition: { StringEquals: { 'aws:UserAgent': ['${*}'] } } })),
    },
    ours: 'allowed',
    theirs: 'no-allow',
  },
  {
    what: 'an IPv6 address is to be none of some that include a single IPv4 address',
    // "NotIpAddress: All IP addresses except the specified IP address or range."
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress',
    touches: ({ request, ...policies }) =>
      String(request.context['aws:SourceIp']).includes(':') &&
      /NotIpAddress[^{]*\{[^}]*203\.0\.113\.9"/u.test(JSON.stringify(policies)),
    shown: {
      request: put({ context: { 'aws:SourceIp': '2001:db8::1' } }),
      identity: statement(allow({ Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.9' } } })),
    },
    ours: 'allowed',
    theirs: 'no-allow',
  },
  {
    what: 'any IPv4 address will do',
    // "IpAddress: The specified IP address or range", and this range has every address.
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress',
    touches: (asked) => JSON.stringify(asked).includes('0.0.0.0/0'),
    shown: {
      request: put({ context: { 'aws:SourceIp': '203.0.113.9' } }),
      identity: statement(allow({ Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } })),
    },
    ours: 'allowed',
    theirs: 'no-allow',
  },
  {
    what: 'a resource allows this very session, or anyone, and the session policy does not',
    // "Permissions granted directly to a session are not limited by an implicit deny in … a session policy."
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html',
    touches: ({ session, resource }) =>
      session !== undefined && /"\*"|assumed-role/u.test(JSON.stringify(resource ?? {})),
    shown: {
      request: put({ principalArn: SESSION }),
      identity: nothing,
      session: nothing,
      resource: statement(allow({ Principal: { AWS: SESSION } })),
    },
    ours: 'allowed',
    theirs: 'no-allow',
  },
  {
    what: 'a denial spares a role without sparing its account',
    // "When you use NotPrincipal with Deny, you must also specify the account ARN of the not-denied principal."
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
    touches: ({ resource }) => JSON.stringify(resource ?? {}).includes('NotPrincipal'),
    shown: {
      request: put({ principalArn: ROLE }),
      identity: statement(allow()),
      resource: statement({ ...allow({ NotPrincipal: { AWS: [ROLE] } }), Effect: 'Deny' }),
    },
    ours: 'explicit-deny',
    theirs: 'allowed',
  },
];

describe('the second opinion', () => {
  it(`agrees on ${String(QUESTIONS)} generated questions`, async () => {
    const counted = new Map<string, number>();
    const comparable = questions.filter((asked) => !differences.some(({ touches }) => touches(asked)));
    await fc.assert(
      fc.asyncProperty(comparable, async (asked) => {
        const answer = ours(asked);
        expect(answer).toBe(await theirs(asked));
        counted.set(answer, (counted.get(answer) ?? 0) + 1);
      }),
      { numRuns: QUESTIONS },
    );
    console.log('Compared with an independent evaluator:', Object.fromEntries(counted));
    // Questions that all have one answer would compare nothing.
    for (const why of ['allowed', 'no-allow', 'explicit-deny'])
      expect(counted.get(why) ?? 0).toBeGreaterThan(QUESTIONS / 20);
  }, 60_000);

  it.each(differences)('differs, and AWS says as we do, where $what', async ({ shown, ...known }) => {
    expect(known.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//u);
    expect(ours(shown)).toBe(known.ours);
    expect(await theirs(shown)).toBe(known.theirs);
  });

  it('is one: it notices what another table, another tag and a missing key change', async () => {
    const scoped = statement(
      allow({
        Condition: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['CENTRE#${aws:PrincipalTag/centre}'] },
          Null: { 'dynamodb:LeadingKeys': 'false' },
        },
      }),
    );
    const context = { 'dynamodb:LeadingKeys': ['CENTRE#ox'], 'aws:PrincipalTag/centre': 'ox' };
    const other = TABLE.replace(ACCOUNT, '111111111111');
    expect(await theirs({ request: put({ context }), identity: scoped })).toBe('allowed');
    expect(await theirs({ request: put({ context, resource: other }), identity: scoped })).toBe('no-allow');
    expect(
      await theirs({
        request: put({ context: { ...context, 'aws:PrincipalTag/centre': 'oxford' } }),
        identity: scoped,
      }),
    ).toBe('no-allow');
    expect(
      await theirs({ request: put({ context: { 'aws:PrincipalTag/centre': 'ox' } }), identity: scoped }),
    ).toBe('no-allow');
  });
});
