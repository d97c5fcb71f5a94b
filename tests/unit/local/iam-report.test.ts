import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UNUSED_PERMISSIONS, type Unused } from '../../../infra/constructs/unused-permissions.ts';
import { decide } from '../../../infra/local/iam/decide.ts';
import type { IamRequest } from '../../../infra/local/iam/iam-request.ts';
import { analyse, type Findings } from '../../../infra/local/iam/report/analyse.ts';
import { problemsOf } from '../../../infra/local/iam/report/problems.ts';
import { readRecordings } from '../../../infra/local/iam/report/read-recordings.ts';
import type { Enforced, ImpliedRequest, Recording } from '../../../infra/local/iam/report/recording.ts';
import { totalsOf, writeReport } from '../../../infra/local/iam/report/write-report.ts';
import { ACCOUNT, allow, deny, policy, put, ROLE, TABLE } from '../../support/iam-policies.ts';

const trusted = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } };

const enforcing = (statements: object[], implied: ImpliedRequest[] = []): Enforced => ({
  digest: 'same',
  roles: [
    {
      name: 'Diary',
      arn: ROLE,
      account: ACCOUNT,
      policies: [policy('Diary/exactly', ...statements)],
      trust: policy('Diary/trust', trusted),
      maxSessionSeconds: 3600,
    },
  ],
  resourcePolicies: [],
  implied,
});

/** What a run with these statements writes down when these are asked; Lambda runs the function, too. */
function recorded(statements: object[], asked: readonly IamRequest[]): Recording {
  const lambda = 'lambda.amazonaws.com';
  const assumes = { principalArn: lambda, action: 'sts:AssumeRole', resource: ROLE, context: {} };
  const enforced = enforcing(statements, [{ ...assumes, role: lambda }]);
  const identity = enforced.roles[0]?.policies ?? [];
  const requests = asked.map((request) => ({
    role: 'Diary',
    ...request,
    context: Object.fromEntries(Object.entries(request.context).map(([key, value]) => [key, [value].flat()])),
    ...decide(request, { identity }),
  }));
  return { enforced, requests };
}

const found = (statements: object[], asked: readonly IamRequest[], reasons: Unused[] = []): Findings =>
  analyse([recorded(statements, asked)], reasons);
const problems = (...given: Parameters<typeof found>): string[] => problemsOf(found(...given));
const get = put({ action: 'dynamodb:GetItem' });
const write = allow({ Sid: 'Write' });
const read = allow({ Sid: 'Read', Action: 'dynamodb:GetItem' });

describe('the report on permissions', () => {
  it('is content with statements that are used and needed', () => {
    const findings = found([write, read], [put(), get]);
    expect(problemsOf(findings)).toEqual([]);
    expect(totalsOf(findings)).toEqual({
      statements: 3,
      used: 3,
      unusedExplained: 0,
      provenNecessary: 3,
      denied: 0,
      requests: 3,
    });
  });

  it('finds a statement that nothing uses', () => {
    expect(problems([write, read], [put()])).toEqual([
      'Diary/exactly#Read changes no decision: take it away, or say why it is there.',
    ]);
  });

  it('finds a statement that is used, but whose absence would change nothing', () => {
    const twice = allow({ Sid: 'Again', Action: 'dynamodb:Put*' });
    expect(problems([write, twice], [put()])).toEqual([
      'Diary/exactly#Write changes no decision: take it away, or say why it is there.',
      'Diary/exactly#Again changes no decision: take it away, or say why it is there.',
    ]);
  });

  it('finds an action and a resource that nothing uses within a statement that is needed', () => {
    const wide = allow({
      Sid: 'Wide',
      Action: ['dynamodb:PutItem', 'dynamodb:DeleteItem'],
      Resource: [TABLE, `${TABLE}/index/due`],
    });
    expect(problems([wide], [put()])).toEqual([
      'Diary/exactly#Wide allows dynamodb:DeleteItem, which nothing used.',
      `Diary/exactly#Wide allows ${TABLE}/index/due, which nothing used.`,
    ]);
  });

  it('finds a value of a condition that nothing uses, as that is a permission too', () => {
    const values = ['CENTRE#*', 'SESSION#*'];
    const keyed = allow({
      Sid: 'Keyed',
      Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': values } },
    });
    const asked = put({ context: { 'dynamodb:LeadingKeys': ['CENTRE#ox'] } });
    expect(problems([keyed], [asked])).toEqual([
      'Diary/exactly#Keyed allows dynamodb:LeadingKeys SESSION#*, which nothing used.',
    ]);
  });

  it('takes a reason for what is not used, and finds the reason that explains nothing', () => {
    const because = 'Only an operator deletes, by hand.';
    const wide = allow({ Sid: 'Wide', Action: ['dynamodb:PutItem', 'dynamodb:DeleteItem'] });
    const reason: Unused = { statement: /#Wide /u, of: ['dynamodb:Delete*'], because };
    expect(problems([wide], [put()], [reason])).toEqual([]);
    expect(problems([write], [put()], [reason])).toEqual([
      `Nothing needs the reason for /#Wide /u: ${because}`,
    ]);
    expect(problems([write, read], [put()], [{ statement: /#Read /u, because }])).toEqual([]);
    expect(problems([write], [put()], [{ statement: /#Write /u, because }])).toEqual([
      `Nothing needs the reason for /#Write /u: ${because}`,
    ]);
  });

  it('takes a denial for needed only where something else allows', () => {
    const never = deny({ Sid: 'Never', Action: 'dynamodb:DeleteItem' });
    const deleted = put({ action: 'dynamodb:DeleteItem' });
    const unneeded = 'Diary/exactly#Never changes no decision: take it away, or say why it is there.';
    const refused = `Denied: dynamodb:DeleteItem on ${TABLE} by Diary. Grant it, or don’t ask.`;
    expect(problems([write, never], [put(), deleted])).toEqual([unneeded, refused]);
    expect(problems([allow({ Sid: 'All', Action: 'dynamodb:*' }), never], [put(), deleted])).toEqual([
      refused,
    ]);
  });

  it('finds each call that was denied once, as no healthy run asks for what it may not', () => {
    expect(problems([write], [put(), get, get])).toEqual([
      `Denied: dynamodb:GetItem on ${TABLE} by Diary. Grant it, or don’t ask.`,
    ]);
  });

  it('lists what was denied, what IAM does not decide, and what AWS does by itself', () => {
    const text = writeReport(found([write], [put(), get]), []);
    expect(text).toContain(`1× dynamodb:GetItem on ${TABLE} by Diary`);
    expect(text).toContain('cognito-idp:GetTokensFromRefreshToken');
    expect(text).not.toContain('cognito-idp:AdminGetUser');
    expect(text).toContain('https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html');
    expect(text).toContain('needed for sts:AssumeRole');
    expect(text.split('\n').at(-1)).toBe('2 statements: 2 used, 0 unused and explained, 2 proven necessary');
  });

  it('joins the runs of the same templates, and leaves those of others', () => {
    const directory = mkdtempSync(join(tmpdir(), 'iam-report-'));
    const keep = (name: string, { enforced, requests }: Recording) => {
      mkdirSync(join(directory, name), { recursive: true });
      writeFileSync(join(directory, name, 'policies.json'), JSON.stringify(enforced));
      const lines = requests.map((request) => `${JSON.stringify(request)}\n`);
      writeFileSync(join(directory, name, 'requests.jsonl'), lines.join(''));
    };
    keep('e2e/one', recorded([write, read], [put()]));
    keep('contract/two', recorded([write, read], [get]));
    const other = recorded([write], [put()]);
    keep('e2e/three', { ...other, enforced: { ...other.enforced, digest: 'another' } });
    const { recordings, others } = readRecordings(directory, 'same');
    expect([recordings.length, others]).toEqual([2, 1]);
    expect(problemsOf(analyse(recordings, []))).toEqual([]);
  });
});

describe('the reasons for permissions that nothing uses', () => {
  it('are full sentences', () => {
    for (const { because } of UNUSED_PERMISSIONS) expect(because).toMatch(/^[A-Z].{40,}\.$/u);
  });
});
