import { decide } from './decide.ts';
import type { Decision, IamRequest, Policies, PolicySource } from './iam-request.ts';

/** Which kind of policy denies. */
function denying({ by }: Decision, { boundary, session, resource }: Policies): string {
  const denies = (source: PolicySource | undefined): boolean =>
    source !== undefined && by.some((id) => id.startsWith(`${source.name}#`));
  if (denies(resource)) return 'a resource-based policy';
  if (denies(boundary)) return 'a permissions boundary';
  return denies(session) ? 'a session policy' : 'an identity-based policy';
}

/** Which kind of policy would have to allow: found by leaving each out in turn. */
function missing(request: IamRequest, policies: Policies): string {
  const { boundary, session, resource: _resource, resourceRequired, ...identity } = policies;
  const allowedBy = (others: Policies): boolean => decide(request, others).allowed;
  if (boundary !== undefined && allowedBy({ ...identity, ...(session !== undefined && { session }) }))
    return 'permissions boundary';
  if (session !== undefined && allowedBy(identity)) return 'session policy';
  return resourceRequired === true && allowedBy(identity) ? 'resource-based policy' : 'identity-based policy';
}

/**
 * Why a request was refused, in AWS's words. Of a role that may not be assumed AWS gives no reason, and nor do we.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function denialOf(request: IamRequest, decision: Decision, policies: Policies): string {
  const { principalArn, action, resource } = request;
  const denied = `User: ${principalArn} is not authorized to perform: ${action} on resource: ${resource}`;
  if (action.startsWith('sts:')) return denied;
  return decision.why === 'explicit-deny'
    ? `${denied} with an explicit deny in ${denying(decision, policies)}`
    : `${denied} because no ${missing(request, policies)} allows the ${action} action`;
}
