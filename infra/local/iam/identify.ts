import type { Cloud } from '../cloud.ts';
import { ADMINISTRATOR } from './administrator.ts';
import type { Role } from './role.ts';
import type { Credentials, Session, Sessions } from './sessions.ts';

/** A role's session: a function's own, or one that STS handed out. */
export interface RoleCaller extends Session {
  /** As AWS names the session in its answers: `arn:aws:sts::…:assumed-role/{role}/{session}`. */
  readonly arn: string;
  /** Whether STS handed it out, rather than Lambda to its function. */
  readonly isAssumed: boolean;
}

/** Whoever makes a call. */
export type Caller = 'administrator' | RoleCaller;
/** Why nobody is known by the credentials of a call. */
export type Unidentified = 'unknown-key' | 'wrong-token' | 'expired';

/** The ARN of a role's session. */
export const sessionArnOf = (role: Role, sessionName: string): string =>
  `arn:aws:sts::${role.account}:assumed-role/${role.name}/${sessionName}`;

/** Lambda names a function's session after the function. */
export const ownSession = (cloud: Cloud, role: Role): RoleCaller => {
  const name = [...cloud.functions.values()].find(({ roleArn }) => roleArn === role.arn)?.name ?? role.name;
  return { role, name, tags: {}, transitive: [], arn: sessionArnOf(role, name), isAssumed: false };
};

/** Finds who calls, by the credentials that the call is signed with. The signature is not checked: nothing is secret. */
export function identify(
  credentials: Credentials,
  cloud: () => Cloud,
  sessions: Sessions,
): Caller | { readonly refused: Unidentified } {
  if (credentials.accessKeyId === ADMINISTRATOR.accessKeyId) return 'administrator';
  const found = sessions.find(credentials);
  if (typeof found === 'object') {
    return { ...found, arn: sessionArnOf(found.role, found.name), isAssumed: true };
  }
  if (found !== 'unknown-key') return { refused: found };
  const made = cloud();
  const role = [...made.roles.values()].find(({ name }) => name === credentials.accessKeyId);
  return role === undefined ? { refused: found } : ownSession(made, role);
}
