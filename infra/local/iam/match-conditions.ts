import type { ContextValue } from './iam-request.ts';
import type { PolicyStatement } from './policy-document.ts';
import { readOperator } from './read-operator.ts';
import type { RequestContext } from './request-context.ts';

/**
 * Whether every condition of a statement holds: all operators, all keys of each, any value of each key.
 *
 * @throws when an operator is not known, or a key with several values is compared without a set operator: what AWS
 *   does then isn't written down.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function matchesConditions({ Condition = {} }: PolicyStatement, context: RequestContext): boolean {
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds({ operator, key, wanted }, context)),
  );
}

interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly wanted: readonly string[];
}

function holds({ operator: written, key, wanted }: Condition, context: RequestContext): boolean {
  const { quantifier, ifExists, operator } = readOperator(written);
  const given = context.get(key);
  if (operator === 'Null') return wanted.some((value) => isNull(value) === (given === undefined));
  // The set operator that holds for nothing at all is why a policy asks for `Null: false` beside it.
  if (given === undefined)
    return quantifier === 'ForAllValues' || (quantifier === undefined && (ifExists || operator.negated));
  const fits = (value: string) =>
    wanted.some((one) => operator.compare(value, one, context)) !== operator.negated;
  if (quantifier === 'ForAllValues') return valuesOf(given).every(fits);
  if (quantifier === 'ForAnyValue') return valuesOf(given).some(fits);
  if (typeof given !== 'string')
    throw new Error(`A policy compares ${key}, which has several values, by ${written} alone.`);
  return fits(given);
}

const valuesOf = (given: ContextValue): readonly string[] => (typeof given === 'string' ? [given] : given);

function isNull(value: string): boolean {
  if (!['true', 'false'].includes(value.toLowerCase())) throw new Error(`A policy asks for Null ${value}.`);
  return value.toLowerCase() === 'true';
}
