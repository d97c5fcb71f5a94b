import { runSimulation } from '@cloud-copilot/iam-simulate';
import { decide } from '../../infra/local/iam/decide.ts';
import type { Decision, IamRequest, PolicySource } from '../../infra/local/iam/iam-request.ts';
import { readPolicyDocument } from '../../infra/local/iam/policy-document.ts';
import { ACCOUNT } from './iam-policies.ts';

/** A policy as a template has it. */
export interface RawPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly object[];
}

/** One question that both evaluators are asked. */
export interface Question {
  readonly request: IamRequest;
  readonly identity: RawPolicy;
  readonly boundary?: RawPolicy | undefined;
  readonly session?: RawPolicy | undefined;
  readonly resource?: RawPolicy | undefined;
  /** Whether the resource is a key or a role, whose own policy has to allow. */
  readonly resourceRequired?: boolean;
}

const source = (name: string, policy: RawPolicy): PolicySource => ({
  name,
  document: readPolicyDocument(policy),
});

/** What our evaluator says. */
export const ours = (asked: Question): Decision['why'] =>
  decide(asked.request, {
    identity: [source('identity', asked.identity)],
    ...(asked.boundary && { boundary: source('boundary', asked.boundary) }),
    ...(asked.session && { session: source('session', asked.session) }),
    ...(asked.resource && { resource: source('resource', asked.resource) }),
    resourceRequired: asked.resourceRequired ?? false,
  }).why;

const WORDS = {
  Allowed: 'allowed',
  ExplicitlyDenied: 'explicit-deny',
  ImplicitlyDenied: 'no-allow',
} as const;

const plain = (context: IamRequest['context']): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(context).map(([key, value]) => [key, typeof value === 'string' ? value : [...value]]),
  );

/**
 * What the independent evaluator says.
 *
 * @throws when it doesn't take the question, for instance because an action has no resource of that kind.
 */
export async function theirs({ request, ...asked }: Question): Promise<Decision['why']> {
  const role = /assumed-role\/([^/]+)\//u.exec(request.principalArn)?.[1];
  const principalArn = role === undefined ? request.principalArn : `arn:aws:iam::${ACCOUNT}:role/${role}`;
  const answer = await runSimulation(
    {
      request: {
        principal: request.principalArn,
        action: request.action,
        resource: { resource: request.resource, accountId: ACCOUNT },
        // AWS adds these two to every request, and this evaluator doesn't.
        contextVariables: {
          'aws:PrincipalArn': principalArn,
          'aws:PrincipalAccount': ACCOUNT,
          ...plain(request.context),
        },
      },
      identityPolicies: [{ name: 'identity', policy: asked.identity }],
      ...(asked.boundary && { permissionBoundaryPolicies: [{ name: 'boundary', policy: asked.boundary }] }),
      sessionPolicy: asked.session,
      resourcePolicy: asked.resource,
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (answer.resultType === 'error')
    throw new Error(`${request.action} on ${request.resource}: ${JSON.stringify(answer.errors)}`);
  if (answer.resultType === 'single' && (answer.result.ignoredContextKeys ?? []).length > 0)
    throw new Error(`${request.action} has no ${String(answer.result.ignoredContextKeys)}`);
  return WORDS[answer.overallResult];
}
