import { fitsWildcard } from '../../template/wildcard.ts';
import { fitsPolicyArn } from '../policy-text.ts';
import { readOperator } from '../read-operator.ts';
import { requestContext } from '../request-context.ts';
import type { Judged } from './decisions.ts';
import type { OwnedStatement } from './statements.ts';

/** One of the actions, resources or values of a condition that a statement lists. */
export interface Part {
  readonly kind: 'actions' | 'resources' | 'values';
  readonly name: string;
  /** Whether a request that the statement speaks of makes use of this part. */
  readonly fits: (one: Judged) => boolean;
}

/**
 * The parts of one statement, each of which has to be used.
 *
 * @param versions the statement in each run: ARNs may differ between them, as those of user pools do.
 */
export function partsOf(versions: readonly OwnedStatement[]): Part[] {
  const [first] = versions;
  if (first === undefined) return [];
  const { Action = [], Resource = [] } = first.statement;
  const inRuns = (element: 'Action' | 'Resource', place: number) => [
    ...new Set(versions.flatMap(({ statement }) => statement[element]?.[place] ?? [])),
  ];
  return [
    ...Action.map((name, place): Part => {
      const names = inRuns('Action', place).map((each) => each.toLowerCase());
      const fits = ({ request }: Judged) =>
        names.some((each) => fitsWildcard(each, request.action.toLowerCase()));
      return { kind: 'actions', name, fits };
    }),
    ...Resource.map((name, place): Part => {
      const names = inRuns('Resource', place);
      const fits = ({ request }: Judged) =>
        names.some((each) => fitsPolicyArn(each, request.resource, requestContext(request)));
      return { kind: 'resources', name, fits };
    }),
    ...valuesOf(first),
  ];
}

/** Where a condition takes any of several values, each of them is a permission of its own. */
function valuesOf({ statement: { Condition = {} } }: OwnedStatement): Part[] {
  return Object.entries(Condition).flatMap(([written, keys]) => {
    const { operator } = readOperator(written);
    if (operator === 'Null' || operator.negated) return [];
    return Object.entries(keys).flatMap(([key, values]) =>
      values.length < 2
        ? []
        : values.map((value): Part => {
            const fits = ({ request }: Judged) => {
              const context = requestContext(request);
              return [context.get(key) ?? []].flat().some((given) => operator.compare(given, value, context));
            };
            return { kind: 'values', name: `${key} ${value}`, fits };
          }),
    );
  });
}
