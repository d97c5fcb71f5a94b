import type { Decision, IamRequest, Policies } from './iam-request.ts';

/** Decides one request by every policy that has a say in it. */
export function decide(request: IamRequest, policies: Policies): Decision {
  throw new Error(`Not decided yet: ${request.action} by ${String(policies.identity.length)} policies.`);
}
