import type { PolicyPrincipal, PolicyStatement } from './policy-document.ts';
import { accountOf, roleArnOf } from './request-context.ts';

/**
 * How a resource's policy means the caller. `account`: the account's own policies decide. `role`: the role, so that its
 * limits hold too. `itself`: exactly this session or service, or anyone, which AWS says no limit of a role narrows.
 */
export type PrincipalMatch = 'none' | 'account' | 'role' | 'itself';

const ACCOUNT = /^(?:arn:[^:]+:iam::)?(?<account>\d{12})(?::root)?$/u;

/**
 * Whom a statement of a resource's policy means.
 *
 * @throws when it names nobody, or names by a pattern, which IAM doesn't know.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function matchPrincipal(
  { Principal, NotPrincipal, Effect }: PolicyStatement,
  principalArn: string,
  bounded: boolean,
): PrincipalMatch {
  if (Principal !== undefined) return meantBy(Principal, principalArn);
  if (NotPrincipal === undefined) throw new Error('A statement of a resource policy names no principal.');
  if (Effect === 'Allow') throw new Error('A policy allows everyone but somebody; nothing of ours may.');
  // AWS: such a denial always hits a caller with a boundary, and spares no one whose account it doesn't spare too.
  const spared = !bounded && sparedBy(NotPrincipal, principalArn);
  return spared ? 'none' : 'role';
}

function meantBy(
  { AWS = [], Service = [], Federated = [] }: PolicyPrincipal,
  caller: string,
): PrincipalMatch {
  if ([...Service, ...Federated].includes(caller)) return 'itself';
  const matches = AWS.map((named) => awsMatch(named, caller));
  return (['itself', 'role', 'account'] as const).find((match) => matches.includes(match)) ?? 'none';
}

function awsMatch(named: string, caller: string): PrincipalMatch {
  if (named === '*') return 'itself';
  if (/[*?$]/u.test(named))
    throw new Error(`A policy names the principal ${named}; IAM takes no pattern there.`);
  const account = ACCOUNT.exec(named)?.groups?.['account'];
  if (account !== undefined) return account === accountOf(caller) ? 'account' : 'none';
  if (named === roleArnOf(caller)) return 'role';
  if (named !== caller) return 'none';
  return roleArnOf(caller) === undefined ? 'role' : 'itself';
}

/** A role's session is spared with its role, and only when its account is too. */
function sparedBy(notPrincipal: PolicyPrincipal, caller: string): boolean {
  const { AWS = [] } = notPrincipal;
  const account = accountOf(caller);
  if (account === undefined || AWS.includes('*')) return meantBy(notPrincipal, caller) !== 'none';
  const matches = AWS.map((named) => awsMatch(named, caller));
  return matches.includes('account') && matches.some((match) => match === 'role' || match === 'itself');
}
