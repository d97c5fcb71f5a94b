import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ownRights } from '#table/own-rights.ts';
import type { Right } from '#table/rights.ts';
import { SCOPE_TAGS, scopeRights, type ScopeName } from '#table/scopes.ts';
import { decide } from '../../infra/local/iam/decide.ts';
import { readPolicyDocument } from '../../infra/local/iam/policy-document.ts';
import { plain } from './support/plain.ts';
import { resolvedIam } from './support/resolved-iam.ts';
import { resourcesOf, synthesise } from './support/synthesise.ts';

const templates = synthesise();
const roles = Object.entries(resourcesOf(templates, 'AWS::IAM::Role'));
const functions = Object.values(resourcesOf(templates, 'AWS::Lambda::Function'));
const named = (properties: Readonly<Record<string, unknown>>): string =>
  z.string().parse(properties['RoleName']);
const scoped = roles.filter(([, { Properties }]) => Properties['RoleName'] !== undefined);

const wanted = Object.entries(scopeRights).flatMap(([name, scopes]) =>
  Object.keys(scopes).map((scope) => `haemdiary-${name}-${scope}-scope`),
);

const own: readonly (readonly Right[])[] = Object.values(ownRights);
const inScopes: readonly Partial<Record<ScopeName, readonly Right[]>>[] = Object.values(scopeRights);
const allRights: readonly Right[] = [
  ...own.flat(),
  ...inScopes.flatMap((scopes) => Object.values(scopes).flat()),
];
const environment = z.object({ Variables: z.record(z.string(), z.unknown()) });

const trust = z.object({
  Statement: z.tuple([
    z.object({
      Effect: z.literal('Allow'),
      Action: z.tuple([z.literal('sts:AssumeRole'), z.literal('sts:TagSession')]),
      Principal: z.strictObject({ AWS: z.string() }),
      Condition: z.unknown(),
    }),
  ]),
});

describe('a scope', () => {
  test('has one role for each function that works in it, and there is no other such role', () => {
    expect(scoped.map(([, { Properties }]) => named(Properties)).sort()).toEqual(wanted.sort());
  });

  test.each(scoped.map(([id, { Properties }]) => [named(Properties), id, Properties] as const))(
    '%s is assumed by its own function alone, with exactly its tags, for an hour at most',
    (name, id, properties) => {
      const [, of = '', scope = ''] =
        /^haemdiary-(.+)-(account|diary|pair|late|centre)-scope$/.exec(name) ?? [];
      const [statement] = trust.parse(plain(templates, properties['AssumeRolePolicyDocument'])).Statement;
      expect(statement.Principal.AWS).toBe(
        id.replace(/(?:Account|Diary|Pair|Late|Centre)ScopeRole[0-9A-F]{8}$/, 'Role'),
      );
      const tags = SCOPE_TAGS[scope as ScopeName];
      expect(statement.Condition).toEqual({
        StringLike: Object.fromEntries(tags.map((tag) => [`aws:RequestTag/${tag}`, '?*'])),
        'ForAllValues:StringEquals': { 'aws:TagKeys': [...tags] },
      });
      expect(properties['MaxSessionDuration']).toBe(3600);
      const variable = `${scope.toUpperCase()}_SCOPE_ROLE`;
      const told = functions.filter(({ Properties }) =>
        JSON.stringify(Properties['Environment'] ?? '').includes(
          JSON.stringify({ 'Fn::GetAtt': [id, 'Arn'] }),
        ),
      );
      const variables = told.map(({ Properties }) => environment.parse(Properties['Environment']).Variables);
      expect(variables.map(({ POWERTOOLS_SERVICE_NAME: service }) => service)).toEqual([of]);
      for (const one of variables) expect(one[variable]).toBeDefined();
    },
  );

  test('is never a key that begins like another tenant’s: ox is not oxford', () => {
    for (const { keys } of allRights) for (const key of keys) expect(key).not.toMatch(/\}(?!#|$)|[^#]\*/u);
  });
});

/** What anything that reads or writes a diary could be asked for. */
const diaryKeys = [
  'CENTRE#oxford#PATIENT#p1',
  'CENTRE#oxford#PATIENT#p1#AUDIT',
  'CENTRE#oxford#PATIENT#p1#OUTBOX',
];
const indexKeys = {
  timeline: 'CENTRE#oxford#PATIENT#p1',
  roster: 'CENTRE#oxford#ROSTER',
  worklist: 'CENTRE#oxford#WORKLIST',
  centreTime: 'CENTRE#oxford#TIME#2026-11',
  batch: 'CENTRE#oxford#BATCH#elocta#AB1',
} as const;
const TABLE = 'arn:aws:dynamodb:eu-west-2:000000000000:table/DiariesTable12D52B4B';
const ACTIONS = [
  'GetItem',
  'Query',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'ConditionCheckItem',
  'Scan',
  'BatchGetItem',
];

describe('no role reads all tenants’ diaries', () => {
  const { roles: resolved } = resolvedIam(templates);
  const may = (
    role: (typeof resolved)[number],
    action: string,
    resource: string,
    key: string,
    tags = {},
  ): boolean =>
    decide(
      {
        principalArn: role.arn,
        action: `dynamodb:${action}`,
        resource,
        context: { ...tags, 'dynamodb:LeadingKeys': [key] },
      },
      { identity: [{ name: role.owner, document: readPolicyDocument(role.policy) }] },
    ).allowed;

  test('the table is asked about under its own name', () => {
    const [diary] = resolved.filter(({ owner }) => owner.startsWith('DiaryRunsDiaryScope'));
    const tags = { 'aws:PrincipalTag/centre': 'oxford', 'aws:PrincipalTag/patient': 'p1' };
    expect(diary && may(diary, 'GetItem', TABLE, 'CENTRE#oxford#PATIENT#p1', tags)).toBe(true);
  });

  test.each(resolved.map((role) => [role.owner.replace(/[0-9A-F]{8}$/, ''), role] as const))(
    '%s reaches no diary without a scope, nor another’s with one',
    (_, role) => {
      for (const tags of [
        {},
        {
          'aws:PrincipalTag/centre': 'ox',
          'aws:PrincipalTag/patient': 'p1',
          'aws:PrincipalTag/account': 'ann',
        },
      ]) {
        for (const action of ACTIONS) {
          for (const key of diaryKeys) expect(may(role, action, TABLE, key, tags)).toBe(false);
          for (const [index, key] of Object.entries(indexKeys))
            expect(may(role, action, `${TABLE}/index/${index}`, key, tags)).toBe(false);
        }
      }
    },
  );
});
