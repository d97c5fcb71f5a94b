import { isJsonObject, type Json, type JsonObject } from '../template/json.ts';

/**
 * Whether an event fits a filter pattern: every member of the pattern has to fit, and of a list of values one.
 *
 * @throws on a comparison this does not know, rather than let everything or nothing through.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
export function matchesPattern(pattern: JsonObject, event: Json | undefined): boolean {
  return Object.entries(pattern).every(([name, expected]) => {
    if (name === '$or')
      return (
        Array.isArray(expected) && expected.some((one) => isJsonObject(one) && matchesPattern(one, event))
      );
    const actual = isJsonObject(event) ? event[name] : undefined;
    if (isJsonObject(expected)) return matchesPattern(expected, actual);
    if (!Array.isArray(expected)) throw new Error(`A filter pattern needs a list of values at ${name}`);
    return expected.some((rule) => fits(rule, actual));
  });
}

function fits(rule: Json, actual: Json | undefined): boolean {
  if (Array.isArray(actual)) return actual.some((one) => fits(rule, one));
  if (!isJsonObject(rule)) return rule === actual;
  const [entry, ...others] = Object.entries(rule);
  if (entry === undefined || others.length > 0)
    throw new Error(`A filter rule has one comparison: ${JSON.stringify(rule)}`);
  return compare(entry[0], entry[1], actual);
}

function compare(comparison: string, argument: Json, actual: Json | undefined): boolean {
  const text = typeof actual === 'string' ? actual : undefined;
  switch (comparison) {
    case 'exists':
      return (actual !== undefined && !isJsonObject(actual)) === argument;
    case 'prefix':
      return typeof argument === 'string' && text?.startsWith(argument) === true;
    case 'suffix':
      return typeof argument === 'string' && text?.endsWith(argument) === true;
    case 'equals-ignore-case':
      return typeof argument === 'string' && text?.toLowerCase() === argument.toLowerCase();
    case 'anything-but':
      return (
        actual !== undefined &&
        !(Array.isArray(argument) ? argument : [argument]).some((rule) => fits(rule, actual))
      );
    case 'numeric':
      return Array.isArray(argument) && typeof actual === 'number' && isInRange(argument, actual);
    default:
      throw new Error(`The local run does not know the filter comparison ${comparison}`);
  }
}

/** `[">", 0, "<=", 5]`. */
function isInRange(range: readonly Json[], actual: number): boolean {
  for (let index = 0; index < range.length; index += 2) {
    const [operator, bound] = [range[index], Number(range[index + 1])];
    const fitsOne =
      operator === '='
        ? actual === bound
        : operator === '<'
          ? actual < bound
          : operator === '<='
            ? actual <= bound
            : operator === '>'
              ? actual > bound
              : operator === '>=' && actual >= bound;
    if (!fitsOne) return false;
  }
  return true;
}
