import type { Decision, IamRequest, Policies, PolicySource } from './iam-request.ts';
import { matchesStatement } from './match-statement.ts';
import { matchPrincipal, type PrincipalMatch } from './match-principal.ts';
import { accountOf, requestContext } from './request-context.ts';
import { statementId } from './statement-id.ts';

/** A statement that speaks of the request. */
interface Match {
  readonly id: string;
  readonly effect: 'Allow' | 'Deny';
  /** In a resource's policy only. */
  readonly principal: PrincipalMatch;
}

/**
 * Decides one request by every policy that has a say in it, as IAM does within one account.
 *
 * @throws when a policy has something that is not known here; it is never taken for an allowance.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function decide(request: IamRequest, policies: Policies): Decision {
  const { boundary, session, resource } = policies;
  const own = policies.identity.flatMap((source) => ownMatches(source, request));
  const ofBoundary = boundary === undefined ? undefined : ownMatches(boundary, request);
  const ofSession = session === undefined ? undefined : ownMatches(session, request);
  const ofResource = resource === undefined ? [] : resourceMatches(resource, request, boundary !== undefined);

  const every = [...own, ...(ofBoundary ?? []), ...(ofSession ?? []), ...ofResource];
  const denials = every.filter(({ effect }) => effect === 'Deny');
  if (denials.length > 0) return { allowed: false, why: 'explicit-deny', by: denials.map(({ id }) => id) };

  const by = every.map(({ id }) => id);
  const withinLimits = ofBoundary?.length !== 0 && ofSession?.length !== 0;
  const allowed = isGranted(request, policies, { own: own.length > 0, ofResource, withinLimits });
  return { allowed, why: allowed ? 'allowed' : 'no-allow', by };
}

interface Grants {
  readonly own: boolean;
  readonly ofResource: readonly Match[];
  /** Whether boundary and session policy, where there are any, allow too. */
  readonly withinLimits: boolean;
}

function isGranted(
  { principalArn, resource }: IamRequest,
  { resourceRequired = false }: Policies,
  { own, ofResource, withinLimits }: Grants,
): boolean {
  const means = (...matches: PrincipalMatch[]) =>
    ofResource.some(({ principal }) => matches.includes(principal));
  const account = accountOf(principalArn);
  // A service has no policies of its own.
  if (account === undefined) return means('itself', 'role');
  const elsewhere = accountOf(resource) ?? account;
  if (elsewhere !== account) return own && withinLimits && ofResource.length > 0;
  // What a resource gives to this very session passes the limits of the role; what it gives to the role does not.
  if (means('itself')) return true;
  if (!withinLimits) return false;
  return means('role') || (own && (!resourceRequired || means('account')));
}

function ownMatches(source: PolicySource, request: IamRequest): Match[] {
  return matchesOf(source, request, (statement) => {
    if (statement.Principal !== undefined || statement.NotPrincipal !== undefined)
      throw new Error(`${source.name} is a caller's own policy, yet names a principal.`);
    if (statement.Resource === undefined && statement.NotResource === undefined)
      throw new Error(`${source.name} is a caller's own policy, yet names no resource.`);
    return 'itself';
  });
}

const resourceMatches = (source: PolicySource, request: IamRequest, bounded: boolean) =>
  matchesOf(source, request, (statement) => matchPrincipal(statement, request.principalArn, bounded));

function matchesOf(
  source: PolicySource,
  request: IamRequest,
  principalOf: (statement: PolicySource['document']['Statement'][number]) => PrincipalMatch,
): Match[] {
  const context = requestContext(request);
  return source.document.Statement.flatMap((statement, index) => {
    const principal = principalOf(statement);
    if (principal === 'none' || !matchesStatement(statement, request, context)) return [];
    return [{ id: statementId(source.name, statement, index), effect: statement.Effect, principal }];
  });
}
