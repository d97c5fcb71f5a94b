import { decide } from '../decide.ts';
import type { Decision, IamRequest, Policies, PolicySource } from '../iam-request.ts';
import { resourcePolicy } from '../resource-policies.ts';
import { statementId } from '../statement-id.ts';
import type { Recording } from './recording.ts';

/** A request as the report judges it. */
export interface Judged {
  readonly request: IamRequest;
  /** The role's name, or the service of AWS that asks by itself. */
  readonly role: string;
  /** Whether it was seen, or AWS would ask it by its own rules (platform-rules.ts). */
  readonly seen: boolean;
  readonly policies: Policies;
  readonly allowed: boolean;
  readonly why: Decision['why'];
  /** Statements that speak of it. */
  readonly by: readonly string[];
}

/** Decides everything that a run asked, and what AWS itself does with the same roles, by the run's own policies. */
export function judge({ enforced, requests }: Recording): Judged[] {
  const cloud = {
    roles: new Map(enforced.roles.map((role) => [role.arn, role])),
    resourcePolicies: new Map(enforced.resourcePolicies),
  };
  const byName = new Map(enforced.roles.map((role) => [role.name, role]));
  const asked = [
    ...requests.map((recorded) => ({ ...recorded, seen: true })),
    ...enforced.implied.map((implied) => ({ ...implied, seen: false })),
  ];
  return asked.map(({ role: name, seen, principalArn, action, resource, context }) => {
    const request = { principalArn, action, resource, context };
    const role = byName.get(name);
    const { policy, required } = resourcePolicy(cloud, action, resource);
    const policies: Policies = {
      identity: role?.policies ?? [],
      ...(role?.boundary !== undefined && { boundary: role.boundary }),
      ...(policy !== undefined && { resource: policy }),
      resourceRequired: required,
    };
    return { request, role: name, seen, policies, ...decide(request, policies) };
  });
}

/** Whether a request would be decided otherwise if one statement were not there. */
export function needs({ request, policies, allowed }: Judged, statement: string): boolean {
  const { identity, boundary, resource } = policies;
  const without = (source: PolicySource): PolicySource => ({
    name: source.name,
    document: {
      ...source.document,
      // The place of a statement is its name where it has no Sid: what is left has to keep its own.
      Statement: source.document.Statement.map((each, index) => ({
        ...each,
        Sid: each.Sid ?? String(index),
      })).filter((each, index) => statementId(source.name, each, index) !== statement),
    },
  });
  return (
    decide(request, {
      ...policies,
      identity: identity.map(without),
      ...(boundary !== undefined && { boundary: without(boundary) }),
      ...(resource !== undefined && { resource: without(resource) }),
    }).allowed !== allowed
  );
}
