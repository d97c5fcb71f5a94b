import type { RequestContext } from './request-context.ts';

/** How the characters of a policy's text are to be read. */
export interface Reading {
  readonly context: RequestContext;
  /** Whether `*` and `?` stand for other characters. */
  readonly wildcards: boolean;
}

const TOKEN = /\$\{(?<variable>[^}]*)\}|(?<wildcard>[*?])|[^*?$]+|\$/gu;
const ANY: Readonly<Record<string, string>> = { '*': '.*', '?': '.' };

/**
 * Whether text fits a text of a policy, which may hold variables and wildcards. What a variable stands for is taken
 * as it is: a tag whose value is `*` is not a wildcard. A variable without a value fits nothing.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function fitsPolicyText(policyText: string, text: string, reading: Reading): boolean {
  const source: string[] = [];
  for (const { 0: token, groups } of policyText.matchAll(TOKEN)) {
    const variable = groups?.['variable'];
    const part = variable === undefined ? fixedPart(token, reading) : variablePart(variable, reading);
    if (part === undefined) return false;
    source.push(part);
  }
  return new RegExp(`^${source.join('')}$`, 'su').test(text);
}

const literal = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);

const fixedPart = (token: string, { wildcards }: Reading) =>
  (wildcards ? ANY[token] : undefined) ?? literal(token);

const DEFAULTED = /^(?<key>[^,]+), *'(?<fallback>[^']*)'$/u;

function variablePart(variable: string, { context }: Reading): string | undefined {
  if (['*', '?', '$'].includes(variable)) return literal(variable);
  const { key = variable, fallback } = DEFAULTED.exec(variable)?.groups ?? {};
  const value = context.get(key.trim());
  // A key with several values can't stand in a text.
  const single = typeof value === 'string' ? value : fallback;
  return single === undefined ? undefined : literal(single);
}

/** The six parts of an ARN; the last keeps its colons. A colon within a variable's name parts nothing. */
export function arnParts(arn: string): readonly string[] | undefined {
  const parts = [''];
  for (const [token] of arn.matchAll(/\$\{[^}]*\}|[^$]|\$/gsu)) {
    if (token === ':' && parts.length < 6) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${token}`);
  }
  return parts.length === 6 && parts[0] === 'arn' ? parts : undefined;
}

/**
 * Whether an ARN fits a policy's: part by part, so that a wildcard never reaches over one of the first five colons.
 *
 * @throws when the policy's text is neither an ARN nor `*`.
 */
export function fitsPolicyArn(policyArn: string, arn: string, context: RequestContext): boolean {
  if (policyArn === '*') return true;
  const wanted = arnParts(policyArn);
  if (wanted === undefined) throw new Error(`A policy names ${policyArn}, which is no ARN.`);
  if (wanted.slice(0, 5).some((part) => part.includes('$')))
    throw new Error(`A policy names ${policyArn}: a variable can only stand in the last part of an ARN.`);
  const given = arnParts(arn);
  if (given === undefined) return false;
  return wanted.every((part, index) =>
    fitsPolicyText(part, given[index] ?? '', { context, wildcards: true }),
  );
}
