import type { Cloud } from '../cloud.ts';
import type { PolicySource } from './iam-request.ts';

/** The policy of what a call is about. */
export interface ResourcePolicy {
  readonly policy: PolicySource | undefined;
  /** Roles and keys are closed to all whom their own policy doesn't name; the others' policies only add. */
  readonly required: boolean;
}

/** A bucket's policy holds for its objects. */
const ownerOf = (resource: string): string =>
  resource.startsWith('arn:aws:s3:::') ? (resource.split('/')[0] ?? resource) : resource;

/** Finds the policy that the templates give a resource: a role's trust policy, or that of a key, bucket, queue, topic or function. */
export function resourcePolicy(
  cloud: Pick<Cloud, 'roles' | 'resourcePolicies'>,
  action: string,
  resource: string,
): ResourcePolicy {
  if (action.startsWith('sts:')) return { policy: cloud.roles.get(resource)?.trust, required: true };
  return {
    policy: cloud.resourcePolicies.get(ownerOf(resource)),
    required: action.startsWith('kms:'),
  };
}
