import { conditionOperators, type ConditionOperator } from './condition-operators.ts';

/** An operator as a policy writes it, taken apart. */
export interface OperatorUse {
  readonly quantifier: 'ForAllValues' | 'ForAnyValue' | undefined;
  readonly ifExists: boolean;
  readonly operator: ConditionOperator | 'Null';
}

const FORM = /^(?:(?<quantifier>ForAllValues|ForAnyValue):)?(?<name>\w+?)(?<ifExists>IfExists)?$/u;

/** @throws when the operator is not known here: a condition that can't be decided must not be skipped. */
export function readOperator(written: string): OperatorUse {
  const { quantifier, name = '', ifExists } = FORM.exec(written)?.groups ?? {};
  const operator = name === 'Null' ? name : conditionOperators.get(name);
  if (operator === undefined)
    throw new Error(`A policy has the operator ${written}, which is not known here.`);
  if (operator === 'Null' && written !== 'Null')
    throw new Error(`A policy has ${written}; Null takes nothing else.`);
  if (quantifier === 'ForAnyValue' && ifExists !== undefined)
    throw new Error(`A policy has ${written}, of which AWS doesn't say what a missing key means.`);
  return {
    quantifier: quantifier === 'ForAllValues' || quantifier === 'ForAnyValue' ? quantifier : undefined,
    ifExists: ifExists !== undefined,
    operator,
  };
}
