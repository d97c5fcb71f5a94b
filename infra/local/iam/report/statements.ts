import type { PolicySource } from '../iam-request.ts';
import type { PolicyStatement } from '../policy-document.ts';
import { statementId } from '../statement-id.ts';
import type { Enforced } from './recording.ts';

/** A statement of the templates and whose it is. */
export interface OwnedStatement {
  readonly id: string;
  /** A role's name, or that of a function, bucket, queue, topic or key. */
  readonly owner: string;
  readonly kind: 'permission' | 'trust' | 'boundary' | 'resource';
  readonly statement: PolicyStatement;
}

/** Every statement that a run enforced. */
export function statementsOf({ roles, resourcePolicies }: Enforced): OwnedStatement[] {
  const of = (owner: string, kind: OwnedStatement['kind'], { name, document }: PolicySource) =>
    document.Statement.map((statement, index) => ({
      id: statementId(name, statement, index),
      owner,
      kind,
      statement,
    }));
  return [
    ...roles.flatMap(({ name, policies, trust, boundary }) => [
      ...policies.flatMap((policy) => of(name, 'permission', policy)),
      ...of(name, 'trust', trust),
      ...(boundary === undefined ? [] : of(name, 'boundary', boundary)),
    ]),
    ...resourcePolicies.flatMap(([, policy]) => of(policy.name, 'resource', policy)),
  ];
}

/** A statement in one line, for a reason to be found by. */
export const described = ({ id, statement: { Effect, Condition = {} } }: OwnedStatement): string =>
  `${id} ${Effect} ${JSON.stringify(Condition)}`;
