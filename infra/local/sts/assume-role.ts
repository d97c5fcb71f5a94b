import type { Iam } from '../iam/authorise.ts';
import type { ContextValue } from '../iam/iam-request.ts';
import { sessionArnOf, type Caller, type RoleCaller } from '../iam/identify.ts';
import type { Role } from '../iam/role.ts';
import type { Issued, Sessions } from '../iam/sessions.ts';
import type { AssumeRole } from './read-assume-role.ts';
import { faulty, forbidden, invalid, type StsRefusal } from './sts-refusal.ts';

/** What assuming a role needs. */
export interface StsTools {
  readonly iam: Iam;
  readonly sessions: Sessions;
  readonly roleOf: (arn: string) => Role | undefined;
}

export interface Assumed {
  readonly arn: string;
  readonly issued: Issued;
}

/** A session that assumes another role gets an hour at most, whatever the role allows; every function is a session. */
const CHAINED_SECONDS = 3600;

const contextOf = ({
  tags,
  transitive,
  sessionName,
  externalId,
}: AssumeRole): Record<string, ContextValue> => ({
  'sts:RoleSessionName': sessionName,
  ...(externalId !== undefined && { 'sts:ExternalId': externalId }),
  ...(tags.length > 0 && { 'aws:TagKeys': tags.map(({ key }) => key) }),
  ...(transitive.length > 0 && { 'sts:TransitiveTagKeys': transitive }),
  ...Object.fromEntries(tags.map(({ key, value }) => [`aws:RequestTag/${key}`, value])),
});

const deniedText = (caller: RoleCaller | undefined, arn: string): string =>
  `User: ${caller?.arn ?? 'the administrator'} is not authorized to perform: sts:AssumeRole on resource: ${arn}`;

/**
 * Hands out a session of a role, if the caller's policies and the role's trust policy both allow it: AssumeRole, and
 * TagSession when tags are given or come along.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function assumeRole(
  asked: AssumeRole,
  caller: Caller,
  { iam, sessions, roleOf }: StsTools,
): Assumed | { readonly refused: StsRefusal } {
  const by = caller === 'administrator' ? undefined : caller;
  const role = roleOf(asked.roleArn);
  // STS doesn't tell a role that isn't there from one that may not be assumed.
  if (role === undefined) return forbidden('AccessDenied', deniedText(by, asked.roleArn));
  const inherited = Object.entries(by?.tags ?? {}).filter(([key]) => by?.transitive.includes(key));
  const again = inherited.find(([key]) =>
    asked.tags.some((tag) => tag.key.toLowerCase() === key.toLowerCase()),
  );
  if (again !== undefined)
    return faulty(
      'InvalidParameterValue',
      `One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.`,
    );
  const tags = [...inherited.map(([key, value]) => ({ key, value })), ...asked.tags];
  const context = contextOf({ ...asked, tags });
  for (const action of ['sts:AssumeRole', ...(tags.length > 0 ? ['sts:TagSession'] : [])]) {
    const refusal = iam.refusal(caller, { action, resource: role.arn, context });
    if (refusal !== undefined) return forbidden('AccessDenied', refusal);
  }
  if (asked.seconds > role.maxSessionSeconds)
    return invalid('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  if (by !== undefined && asked.seconds > CHAINED_SECONDS) {
    return invalid(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    );
  }
  const session = {
    role,
    name: asked.sessionName,
    tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])),
    transitive: [...inherited.map(([key]) => key), ...asked.transitive],
    ...(asked.policy !== undefined && { policy: asked.policy }),
  };
  return { arn: sessionArnOf(role, asked.sessionName), issued: sessions.issue(session, asked.seconds) };
}
