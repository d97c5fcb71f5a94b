import type { Cloud } from '../cloud.ts';
import { decide } from './decide.ts';
import { denialOf } from './denial.ts';
import type { ContextValue, Decision, IamRequest, Policies } from './iam-request.ts';
import { identify, ownSession, type Caller, type RoleCaller, type Unidentified } from './identify.ts';
import type { RequestLog } from './request-log.ts';
import { resourcePolicy } from './resource-policies.ts';
import type { Credentials, Sessions } from './sessions.ts';

/** One thing that somebody wants to do. */
export interface Wanted {
  readonly action: string;
  /** An ARN; `*` for an action that has no resource. */
  readonly resource: string;
  readonly context?: Readonly<Record<string, ContextValue>>;
}

/** Something encrypted that a service reads or writes on behalf of the caller. */
export interface EncryptedUse {
  /** ARN of the table, bucket or topic. */
  readonly of: string;
  readonly through: 'dynamodb' | 's3' | 'sns';
  readonly actions: readonly string[];
  /** What else the key's policy may ask about. */
  readonly context?: Readonly<Record<string, ContextValue>>;
}

/** Decides every call to every endpoint of the local run, by the policies of the templates. */
export interface Iam {
  /** Who is known by these credentials. */
  readonly identify: (credentials: Credentials) => Caller | { readonly refused: Unidentified };
  /** The session that Lambda, or the Scheduler, has of a role. @throws when no template has it. */
  readonly ownSessionOf: (roleArn: string) => RoleCaller;
  /** @returns why the caller may not, in AWS's words; undefined when it may. */
  readonly refusal: (caller: Caller, wanted: Wanted) => string | undefined;
  /** As `refusal`, for the key that a resource is encrypted with; undefined when AWS's own key does. */
  readonly keyRefusal: (
    caller: Caller | { readonly service: string },
    use: EncryptedUse,
  ) => string | undefined;
  /** As `refusal`, for a service of AWS that calls by itself, such as `apigateway.amazonaws.com`. */
  readonly serviceRefusal: (service: string, wanted: Wanted) => string | undefined;
}

/**
 * What AWS tells the policies about any call by a role, besides its ARN. Calls are HTTP on this machine and stand for
 * HTTPS calls, so that a policy against plain HTTP has something to judge.
 */
const ALWAYS = { 'aws:SecureTransport': 'true' };
const contextOf = (caller: RoleCaller): Record<string, ContextValue> => ({
  ...ALWAYS,
  'aws:PrincipalType': 'AssumedRole',
  ...Object.fromEntries(
    Object.entries(caller.tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value]),
  ),
});

/** Enough for the diaries that a run looks at; then it begins anew. */
const MOST_CACHED = 20_000;

/** Remembers decisions, as long as the caller's policies are the same ones: each costs as much as the call itself. */
function withMemory(): (request: IamRequest, policies: Policies) => Decision {
  const memories = new WeakMap<object, Map<string, Decision>>();
  return (request, policies) => {
    // Another session policy would be another decision; the others follow from caller and resource.
    if (policies.session !== undefined) return decide(request, policies);
    const known = memories.get(policies.identity) ?? new Map<string, Decision>();
    memories.set(policies.identity, known);
    const { principalArn, action, resource, context } = request;
    const key = `${principalArn}\n${action}\n${resource}\n${JSON.stringify(context)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= MOST_CACHED) known.clear();
    const decision = decide(request, policies);
    known.set(key, decision);
    return decision;
  };
}

const NONE: Policies['identity'] = [];
const regionOf = (arn: string): string => arn.split(':')[3] ?? '';
const accountIn = (arn: string): string => arn.split(':')[4] ?? '';

/**
 * The enforcement of the templates' IAM. It is always on: nothing of the local run can be started without it.
 *
 * @param cloud is asked for at the first call by a role; the administrator is at work before.
 */
export function createIam(cloud: () => Cloud, sessions: Sessions, record: RequestLog['record']): Iam {
  const decided = withMemory();
  const judge = (request: IamRequest, caller: RoleCaller | string): string | undefined => {
    const { policy, required } = resourcePolicy(cloud(), request.action, request.resource);
    const isRole = typeof caller !== 'string';
    const policies: Policies = {
      identity: isRole ? caller.role.policies : NONE,
      ...(isRole && caller.role.boundary !== undefined && { boundary: caller.role.boundary }),
      ...(isRole && caller.policy !== undefined && { session: caller.policy }),
      ...(policy !== undefined && { resource: policy }),
      ...(required && { resourceRequired: true }),
    };
    const decision = decided(request, policies);
    record(request, decision, isRole ? caller.role.name : caller);
    return decision.allowed ? undefined : denialOf(request, decision, policies);
  };
  const byRole = (caller: RoleCaller, { action, resource, context }: Wanted): string | undefined =>
    judge(
      { principalArn: caller.arn, action, resource, context: { ...contextOf(caller), ...context } },
      caller,
    );
  const byService = (service: string, { action, resource, context }: Wanted): string | undefined =>
    judge({ principalArn: service, action, resource, context: { ...ALWAYS, ...context } }, service);
  return {
    identify: (credentials) => identify(credentials, cloud, sessions),
    ownSessionOf: (roleArn) => ownSession(cloud(), known(cloud().roles.get(roleArn), roleArn)),
    refusal: (caller, wanted) => (caller === 'administrator' ? undefined : byRole(caller, wanted)),
    serviceRefusal: byService,
    keyRefusal: (caller, { of, through, actions, context: more }) => {
      if (caller === 'administrator') return undefined;
      const key = cloud().encryptedWith.get(of);
      if (key === undefined) return undefined;
      const context = {
        'kms:ViaService': `${through}.${regionOf(key)}.amazonaws.com`,
        'kms:CallerAccount': accountIn(key),
        ...more,
      };
      for (const action of actions) {
        const wanted = { action, resource: key, context };
        const refusal = 'service' in caller ? byService(caller.service, wanted) : byRole(caller, wanted);
        if (refusal !== undefined) return refusal;
      }
      return undefined;
    },
  };
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`No template has ${what}`);
  return value;
}
