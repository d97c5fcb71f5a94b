import { Duration, Stack } from 'aws-cdk-lib';
import {
  ArnPrincipal,
  type IRole,
  PolicyDocument,
  PolicyStatement,
  Role,
  SessionTagsPrincipal,
} from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { SCOPE_TAGS, type ScopeName } from '#table/scopes.ts';
import type { FunctionName } from './function-bundles.ts';

/** What a function may do in each scope that it works in, once it has assumed it. */
export type ScopeGrants = Readonly<Partial<Record<ScopeName, readonly PolicyStatement[]>>>;

/** Known before the role is made: the function's role names this one, and this one trusts that one. */
const roleName = (name: FunctionName, scope: ScopeName): string => `haemdiary-${name}-${scope}-scope`;

const arnOf = (construct: Construct, name: FunctionName, scope: ScopeName): string =>
  Stack.of(construct).formatArn({
    service: 'iam',
    region: '',
    resource: 'role',
    resourceName: roleName(name, scope),
  });

/** Where a function finds the role of a scope (functions/environment.ts). */
export const scopeVariable = (scope: ScopeName): string => `${scope.toUpperCase()}_SCOPE_ROLE`;

/** The function's own part of the bargain: it may assume these roles and tag the session. */
export const canWorkIn = (
  construct: Construct,
  name: FunctionName,
  grants: ScopeGrants,
): PolicyStatement[] => {
  const scopes = Object.keys(grants) as ScopeName[];
  if (scopes.length === 0) return [];
  return [
    new PolicyStatement({
      sid: 'WorkInScopes',
      actions: ['sts:AssumeRole', 'sts:TagSession'],
      resources: scopes.map((scope) => arnOf(construct, name, scope)),
    }),
  ];
};

export interface ScopeRoleProps {
  readonly name: FunctionName;
  readonly scope: ScopeName;
  /** The role of the one function that may assume this one. */
  readonly by: IRole;
  readonly may: readonly PolicyStatement[];
}

/**
 * A role that reaches as far as its session's tags say: one account, diary or centre. One function may assume it, only
 * with exactly these tags, each with a value.
 */
export class ScopeRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: ScopeRoleProps) {
    super(scope, id);
    const tags = SCOPE_TAGS[props.scope];
    const trusted = new ArnPrincipal(props.by.roleArn).withConditions({
      StringLike: Object.fromEntries(tags.map((tag) => [`aws:RequestTag/${tag}`, '?*'])),
      'ForAllValues:StringEquals': { 'aws:TagKeys': [...tags] },
    });
    const role = new Role(this, 'Role', {
      roleName: roleName(props.name, props.scope),
      description: `What the function ${props.name} may do in the scope of one ${props.scope}.`,
      assumedBy: new SessionTagsPrincipal(trusted),
      // The shortest IAM takes; sessions are asked for 15 minutes.
      maxSessionDuration: Duration.hours(1),
      inlinePolicies: { exactly: new PolicyDocument({ minimize: false, statements: [...props.may] }) },
    });
    role.withoutPolicyUpdates();
    this.arn = role.roleArn;
  }
}
