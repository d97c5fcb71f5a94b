import type { ContextValue, IamRequest } from './iam-request.ts';

/** What a request brings to the conditions. A key is looked up without case; a key without a value is a missing key. */
export interface RequestContext {
  readonly get: (key: string) => ContextValue | undefined;
}

/**
 * The request's own keys, with the two that AWS always adds.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function requestContext({ principalArn, context }: IamRequest): RequestContext {
  const values = new Map<string, ContextValue>(principalKeys(principalArn));
  for (const [key, value] of Object.entries(context)) values.set(key.toLowerCase(), value);
  return {
    get: (key) => {
      const value = values.get(key.toLowerCase());
      return value === undefined || value.length === 0 ? undefined : value;
    },
  };
}

/** A service has neither; a session counts as its role. */
function principalKeys(principalArn: string): [string, string][] {
  const account = accountOf(principalArn);
  if (account === undefined) return [];
  return [
    ['aws:principalarn', roleArnOf(principalArn) ?? principalArn],
    ['aws:principalaccount', account],
  ];
}

/** The account in an ARN, or undefined when the text is no ARN or names none. */
export function accountOf(arn: string): string | undefined {
  const account = arn.split(':')[4];
  return account === '' ? undefined : account;
}

const SESSION = /^arn:(?<partition>[^:]+):sts::(?<account>\d{12}):assumed-role\/(?<role>[^/]+)\//u;

/** The role of a session's ARN, or undefined when the text is no session's ARN. */
export function roleArnOf(sessionArn: string): string | undefined {
  const { partition, account, role } = SESSION.exec(sessionArn)?.groups ?? {};
  if (partition === undefined || account === undefined || role === undefined) return undefined;
  return `arn:${partition}:iam::${account}:role/${role}`;
}
