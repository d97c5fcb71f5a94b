import { fitsWildcard } from '../template/wildcard.ts';
import type { IamRequest } from './iam-request.ts';
import { matchesConditions } from './match-conditions.ts';
import type { PolicyStatement } from './policy-document.ts';
import { fitsPolicyArn } from './policy-text.ts';
import type { RequestContext } from './request-context.ts';

/** Whether a statement speaks of a request, whoever makes it: its action, its resource and its conditions. */
export function matchesStatement(
  statement: PolicyStatement,
  request: IamRequest,
  context: RequestContext,
): boolean {
  return (
    matchesAction(statement, request.action) &&
    matchesResource(statement, request.resource, context) &&
    matchesConditions(statement, context)
  );
}

/** Neither a service's name nor an action's has case. */
const matchesAction = ({ Action, NotAction = [] }: PolicyStatement, action: string) => {
  const named = (pattern: string) => fitsWildcard(pattern.toLowerCase(), action.toLowerCase());
  return Action === undefined ? !NotAction.some(named) : Action.some(named);
};

/** A trust policy names no resource: it is about its own role. */
function matchesResource(
  { Resource, NotResource }: PolicyStatement,
  resource: string,
  context: RequestContext,
): boolean {
  const named = (pattern: string) => fitsPolicyArn(pattern, resource, context);
  if (Resource !== undefined) return Resource.some(named);
  return !(NotResource ?? []).some(named);
}
