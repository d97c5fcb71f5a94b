import type { Cloud } from '../cloud.ts';
import { decide } from './decide.ts';
import type { ContextValue, Decision, IamRequest, Policies, PolicySource } from './iam-request.ts';
import { identify, type Caller, type RoleCaller, type Unidentified } from './identify.ts';
import type { RequestLog } from './request-log.ts';
import type { Credentials, Sessions } from './sessions.ts';

/** One thing that somebody wants to do. */
export interface Wanted {
  readonly action: string;
  /** An ARN; `*` for an action that has no resource. */
  readonly resource: string;
  readonly context?: Readonly<Record<string, ContextValue>>;
  /** The policy of the resource, where it has one. */
  readonly policy?: PolicySource | undefined;
  /** Whether the resource's policy has to allow it too, as those of roles and keys must. */
  readonly policyRequired?: boolean;
}

/** Decides every call to every endpoint of the local run, by the policies of the templates. */
export interface Iam {
  /** Who is known by these credentials. */
  readonly identify: (credentials: Credentials) => Caller | { readonly refused: Unidentified };
  /** @returns why the caller may not, in AWS's words; undefined when it may. */
  readonly refusal: (caller: Caller, wanted: Wanted) => string | undefined;
  /** As `refusal`, for a service of AWS that calls by itself, such as `apigateway.amazonaws.com`. */
  readonly serviceRefusal: (service: string, wanted: Wanted) => string | undefined;
}

/**
 * What AWS tells the policies about any call by a role: who, by what means, with which tags. Calls are HTTP on this
 * machine and stand for HTTPS calls, so that a policy against plain HTTP has something to judge.
 */
const contextOf = (caller: RoleCaller): Record<string, ContextValue> => ({
  'aws:PrincipalType': 'AssumedRole',
  'aws:SecureTransport': 'true',
  ...Object.fromEntries(
    Object.entries(caller.tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value]),
  ),
});

const policiesOf = (caller: RoleCaller, wanted: Wanted): Policies => ({
  identity: caller.role.policies,
  ...(caller.role.boundary !== undefined && { boundary: caller.role.boundary }),
  ...(caller.policy !== undefined && { session: caller.policy }),
  ...(wanted.policy !== undefined && { resource: wanted.policy }),
  ...(wanted.policyRequired === true && { resourceRequired: true }),
});

/** Which kind of policy is why, as AWS ends its message; nothing for a trust policy, as there AWS doesn't say either. */
function reasonOf(request: IamRequest, { why, by }: Decision, policies: Policies): string {
  const named = (source: PolicySource | undefined): boolean =>
    source !== undefined && by.some((id) => id.startsWith(`${source.name}#`));
  const { boundary, session, resource } = policies;
  const kindOfDeny = named(resource)
    ? 'a resource-based policy'
    : named(boundary)
      ? 'a permissions boundary'
      : named(session)
        ? 'a session policy'
        : 'an identity-based policy';
  if (why === 'explicit-deny') return ` with an explicit deny in ${kindOfDeny}`;
  const { boundary: _boundary, ...unbound } = policies;
  const { session: _session, ...unlimited } = policies;
  const allowedWith = (others: Policies): boolean => decide(request, others).allowed;
  const { resource: _resource, resourceRequired: _required, ...own } = policies;
  const kind =
    boundary !== undefined && allowedWith(unbound)
      ? 'permissions boundary'
      : session !== undefined && allowedWith(unlimited)
        ? 'session policy'
        : policies.resourceRequired === true && allowedWith(own)
          ? 'resource-based policy'
          : 'identity-based policy';
  return ` because no ${kind} allows the ${request.action} action`;
}

/**
 * The enforcement of the templates' IAM. It is always on: nothing of the local run can be started without it.
 *
 * @param cloud is asked for at the first call by a role; the administrator is at work before.
 */
export function createIam(cloud: () => Cloud, sessions: Sessions, record: RequestLog['record']): Iam {
  const judge = (
    request: IamRequest,
    policies: Policies,
    who: string,
    speaker: string,
  ): string | undefined => {
    const decision = decide(request, policies);
    record(request, decision, who);
    if (decision.allowed) return undefined;
    const { action, resource } = request;
    const reason = action.startsWith('sts:') ? '' : reasonOf(request, decision, policies);
    return `User: ${speaker} is not authorized to perform: ${action} on resource: ${resource}${reason}`;
  };
  return {
    identify: (credentials) => identify(credentials, cloud, sessions),
    refusal: (caller, wanted) => {
      if (caller === 'administrator') return undefined;
      const request: IamRequest = {
        principalArn: caller.arn,
        action: wanted.action,
        resource: wanted.resource,
        context: { ...contextOf(caller), ...wanted.context },
      };
      return judge(request, policiesOf(caller, wanted), caller.role.name, caller.arn);
    },
    serviceRefusal: (service, wanted) => {
      const { action, resource, context = {}, policy } = wanted;
      const request: IamRequest = {
        principalArn: service,
        action,
        resource,
        context: { 'aws:SecureTransport': 'true', ...context },
      };
      const policies: Policies = { identity: [], ...(policy !== undefined && { resource: policy }) };
      return judge(request, policies, service, service);
    },
  };
}
