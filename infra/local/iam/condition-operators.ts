import { isIP } from 'node:net';
import { isInRange } from './ip-range.ts';
import { fitsPolicyArn, fitsPolicyText } from './policy-text.ts';
import type { RequestContext } from './request-context.ts';

/** Compares one value of the request with one of the policy. */
type Compare = (given: string, wanted: string, context: RequestContext) => boolean;

/** A condition operator without its prefix and suffix. A negated one holds when no value of the policy fits. */
export interface ConditionOperator {
  readonly compare: Compare;
  readonly negated: boolean;
}

const equal: Compare = (given, wanted, context) =>
  fitsPolicyText(wanted, given, { context, wildcards: false });
const like: Compare = (given, wanted, context) => fitsPolicyText(wanted, given, { context, wildcards: true });
const arn: Compare = (given, wanted, context) => fitsPolicyArn(wanted, given, context);

/** A variable's name has no case either, so the whole text may be folded. */
const ignoringCase: Compare = (given, wanted, context) =>
  fitsPolicyText(wanted.toLowerCase(), given.toLowerCase(), {
    context: { get: (key) => folded(context.get(key)) },
    wildcards: false,
  });
const folded = (value: ReturnType<RequestContext['get']>) =>
  typeof value === 'string' ? value.toLowerCase() : value;

const TRUTHS: Readonly<Record<string, boolean>> = { true: true, false: false };
const same: Compare = (given, wanted) => {
  const truth = TRUTHS[wanted.toLowerCase()];
  if (truth === undefined) throw new Error(`A policy asks for the truth ${wanted}.`);
  return TRUTHS[given.toLowerCase()] === truth;
};

type Order = (given: number, wanted: number) => boolean;
const ORDERS: Readonly<Record<string, Order>> = {
  Equals: (given, wanted) => given === wanted,
  LessThan: (given, wanted) => given < wanted,
  LessThanEquals: (given, wanted) => given <= wanted,
  GreaterThan: (given, wanted) => given > wanted,
  GreaterThanEquals: (given, wanted) => given >= wanted,
};

const numberOf = (text: string) => (/^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : Number.NaN);
/** An instant in ISO 8601, or seconds since 1970. */
const instantOf = (text: string) => (/^-?\d+$/u.test(text) ? Number(text) * 1000 : Date.parse(text));

/** What the request brings may be anything and then fits nothing; what the policy says has to be readable. */
const ordered =
  (read: (text: string) => number, order: Order): Compare =>
  (given, wanted) => {
    const limit = read(wanted);
    if (Number.isNaN(limit)) throw new Error(`A policy compares with ${wanted}, which can't be read.`);
    return order(read(given), limit);
  };

const within: Compare = (given, wanted) => isIP(given) !== 0 && isInRange(given, wanted);

const operator = (compare: Compare): ConditionOperator => ({ compare, negated: false });
const not = (compare: Compare): ConditionOperator => ({ compare, negated: true });
const orders = (kind: string, read: (text: string) => number): [string, ConditionOperator][] =>
  Object.entries(ORDERS).map(([name, order]) => [`${kind}${name}`, operator(ordered(read, order))]);

/**
 * Every operator that a policy may use here; all but `Null`, which asks for no value, and `BinaryEquals`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const conditionOperators: ReadonlyMap<string, ConditionOperator> = new Map([
  ['StringEquals', operator(equal)],
  ['StringNotEquals', not(equal)],
  ['StringEqualsIgnoreCase', operator(ignoringCase)],
  ['StringNotEqualsIgnoreCase', not(ignoringCase)],
  ['StringLike', operator(like)],
  ['StringNotLike', not(like)],
  // AWS: the two of each pair behave alike.
  ['ArnEquals', operator(arn)],
  ['ArnLike', operator(arn)],
  ['ArnNotEquals', not(arn)],
  ['ArnNotLike', not(arn)],
  ['Bool', operator(same)],
  ...orders('Numeric', numberOf),
  ['NumericNotEquals', not(ordered(numberOf, (given, wanted) => given === wanted))],
  ...orders('Date', instantOf),
  ['DateNotEquals', not(ordered(instantOf, (given, wanted) => given === wanted))],
  ['IpAddress', operator(within)],
  ['NotIpAddress', not(within)],
]);
