import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { ContextValue, IamRequest } from '../../infra/local/iam/iam-request.ts';
import { ours, theirs, type Question } from '../support/iam-second-opinion.ts';
import { resolvedIam } from './support/resolved-iam.ts';
import { synthesise } from './support/synthesise.ts';

const { roles, keys } = resolvedIam(synthesise());

const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const statement = z.object({
  Action: texts,
  Resource: texts.optional(),
  Condition: z
    .record(z.string(), z.record(z.string(), z.union([z.boolean().transform(String), texts])))
    .default({}),
});

const TAGS = { centre: 'ox', patient: 'p1', account: 'a1' };
/** A value that fits a policy's text, and one that just doesn't. */
const fitting = (text: string): string =>
  text
    .replaceAll(
      /\$\{aws:PrincipalTag\/(\w+)\}/gu,
      (_all, tag: string) => z.record(z.string(), z.string()).parse(TAGS)[tag] ?? tag,
    )
    .replaceAll('*', 'X1')
    .replaceAll('?', 'X');
const spoilt = (text: string): string => `${fitting(text)}ford`;

type Context = Record<string, ContextValue>;
const MANY = /LeadingKeys|TagKeys|Attributes/u;

/** The context that fits all conditions of a statement but those on one key, which is missing, spoilt or mixed. */
function contexts(conditions: z.output<typeof statement>['Condition']): Context[] {
  const wanted = Object.entries(conditions).flatMap(([operator, each]) =>
    operator === 'Null' ? [] : Object.entries(each).map(([key, values]) => [key, [values].flat()] as const),
  );
  const tags = Object.fromEntries(
    Object.entries(TAGS).map(([key, value]) => [`aws:PrincipalTag/${key}`, value]),
  );
  const value = (key: string, values: readonly string[]): ContextValue =>
    MANY.test(key) ? values : (values[0] ?? '');
  const good: Context = {
    ...tags,
    ...Object.fromEntries(wanted.map(([key, values]) => [key, value(key, values.map(fitting))])),
  };
  const without = (key: string): Context =>
    Object.fromEntries(Object.entries(good).filter(([each]) => each !== key));
  return [
    good,
    { ...without('aws:PrincipalTag/centre'), 'aws:PrincipalTag/centre': 'oxford' },
    without('aws:PrincipalTag/patient'),
    ...wanted.flatMap(([key, values]) => [
      without(key),
      { ...good, [key]: value(key, values.map(spoilt)) },
      ...(MANY.test(key) ? [{ ...good, [key]: [...values.map(fitting), 'CENTRE#bath#PATIENT#p9'] }] : []),
    ]),
  ];
}

/** Requests that a role's own statements speak of, and their neighbours; `a:log-stream` is what `log-group:…:*` means. */
const requestsOf = (raw: object, owner: string, arn: string): IamRequest[] => {
  const { Action, Resource = [arn], Condition } = statement.parse(raw);
  return Action.flatMap((action) =>
    Resource.flatMap((resource) =>
      contexts(Condition).map((context) => ({
        principalArn: `arn:aws:sts::000000000000:assumed-role/${owner}/one`,
        action: action.replace(/^kms:\*$/u, 'kms:Decrypt').replace(/^dynamodb:\*$/u, 'dynamodb:GetItem'),
        resource:
          action === 'dynamodb:ListStreams'
            ? '*'
            : resource.replace(/:\*$/u, ':log-stream:a').replaceAll('*', 'a'),
        context,
      })),
    ),
  );
};

/** The services whose own policies decide too. */
const resourcePolicyOf = ({ action, resource }: IamRequest): Partial<Question> => {
  if (action.startsWith('kms:')) {
    const key = keys.find(({ arn }) => arn === resource);
    return key === undefined ? {} : { resource: key.policy, resourceRequired: true };
  }
  if (!action.startsWith('sts:')) return {};
  const role = roles.find(({ arn }) => arn === resource);
  return role === undefined ? {} : { resource: role.trust, resourceRequired: true };
};

describe('the second opinion on the templates’ own policies', () => {
  test('every statement of every role is decided alike, and so are its neighbours, by every role', async () => {
    const requests = roles.flatMap(({ owner, arn, policy }) =>
      policy.Statement.flatMap((raw) => requestsOf(raw, owner, arn)),
    );
    const counted: Record<string, number> = { allowed: 0, 'no-allow': 0, 'explicit-deny': 0 };
    const differ: string[] = [];
    for (const request of requests) {
      const owner = request.principalArn.split('/')[1];
      // Its own role, and the next one in the templates, which mostly may not.
      const place = roles.findIndex((role) => role.owner === owner);
      for (const role of [roles[place], roles[(place + 1) % roles.length]]) {
        if (role === undefined) continue;
        const asked: Question = {
          request: { ...request, principalArn: request.principalArn.replace(String(owner), role.owner) },
          identity: role.policy,
          ...resourcePolicyOf(request),
        };
        const answer = ours(asked);
        counted[answer] = (counted[answer] ?? 0) + 1;
        if (answer !== (await theirs(asked))) differ.push(JSON.stringify(asked.request));
      }
    }
    console.log('Compared on the templates’ policies:', counted);
    expect(differ).toEqual([]);
    expect(counted['allowed']).toBeGreaterThan(100);
    expect(counted['no-allow']).toBeGreaterThan(100);
  });
});
