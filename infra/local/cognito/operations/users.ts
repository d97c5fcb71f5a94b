import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { checkAttributes, withAttributes } from '../attributes.ts';
import { operation } from '../context.ts';
import { entry } from '../entry.ts';
import { foldName, keyOf, poolOf, userOf } from '../lookup.ts';
import { checkPassword } from '../password-policy.ts';
import { refuse } from '../refusal.ts';
import { hashPassword } from '../secrets.ts';
import type { User } from '../state.ts';
import { closeSessions } from '../sessions.ts';
import { revokeAll } from '../tokens.ts';
import { userAttributes } from '../triggers.ts';

// `__proto__` cannot be a key of a record.
const username = z
  .string()
  .min(1)
  .max(128)
  .regex(/^(?!__proto__$)[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u, {
    error: 'Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+',
  });
const oneUser = z.object({ UserPoolId: z.string(), Username: z.string() });
const attributeList = z.array(z.object({ Name: z.string(), Value: z.string().optional() }));

/** A user's attributes as the API lists them. */
export const attributesOf = (user: User): { Name: string; Value: string }[] =>
  Object.entries(userAttributes(user)).map(([Name, Value]) => ({ Name, Value }));

const dates = (user: User): Record<string, unknown> => ({
  UserCreateDate: user.createdAt / 1000,
  UserLastModifiedDate: user.modifiedAt / 1000,
  Enabled: user.enabled,
  UserStatus: user.status,
});

/** A user as AdminCreateUser and ListUsers describe one. */
export const describeUser = (user: User): Record<string, unknown> => ({
  Username: user.username,
  Attributes: attributesOf(user),
  ...dates(user),
});

export const AdminCreateUser = operation(
  'iam',
  z.object({
    UserPoolId: z.string(),
    Username: username,
    UserAttributes: attributeList.optional(),
    TemporaryPassword: z.string().optional(),
    MessageAction: z.enum(['SUPPRESS', 'RESEND']).optional(),
  }),
  (cognito, { UserPoolId, Username, UserAttributes = [], TemporaryPassword, MessageAction }) => {
    const pool = poolOf(cognito, UserPoolId);
    if (MessageAction !== 'SUPPRESS') {
      refuse(
        'InvalidParameterException',
        'The local user pools send no invitations: MessageAction must be SUPPRESS',
      );
    }
    if (entry(pool.users, foldName(pool, Username))) {
      refuse('UsernameExistsException', 'User account already exists');
    }
    checkAttributes(pool, UserAttributes, true);
    if (TemporaryPassword !== undefined) checkPassword(pool, TemporaryPassword);
    const nowMs = cognito.nowMs();
    const user: User = {
      username: foldName(pool, Username),
      sub: randomUUID(),
      attributes: withAttributes({}, UserAttributes),
      enabled: true,
      status: 'FORCE_CHANGE_PASSWORD',
      createdAt: nowMs,
      modifiedAt: nowMs,
      ...(TemporaryPassword !== undefined && { password: hashPassword(TemporaryPassword) }),
      groups: [],
      mfa: { enabled: false, preferred: false },
      failures: { count: 0, lockedUntil: 0, lastAttemptAt: 0 },
    };
    pool.users[keyOf(pool, user)] = user;
    return { User: describeUser(user) };
  },
);

export const AdminSetUserPassword = operation(
  'iam',
  oneUser.extend({ Password: z.string(), Permanent: z.boolean().optional() }),
  (cognito, { UserPoolId, Username, Password, Permanent }) => {
    const pool = poolOf(cognito, UserPoolId);
    const user = userOf(pool, Username);
    checkPassword(pool, Password);
    user.password = hashPassword(Password);
    user.status = Permanent === true ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD';
    user.modifiedAt = cognito.nowMs();
    return {};
  },
);

export const AdminGetUser = operation('iam', oneUser, (cognito, { UserPoolId, Username }) => {
  const user = userOf(poolOf(cognito, UserPoolId), Username);
  return {
    Username: user.username,
    UserAttributes: attributesOf(user),
    ...dates(user),
    ...(user.mfa.enabled && { UserMFASettingList: ['SOFTWARE_TOKEN_MFA'] }),
    ...(user.mfa.preferred && { PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA' }),
  };
});

export const AdminUpdateUserAttributes = operation(
  'iam',
  oneUser.extend({ UserAttributes: attributeList }),
  (cognito, { UserPoolId, Username, UserAttributes }) => {
    const pool = poolOf(cognito, UserPoolId);
    const user = userOf(pool, Username);
    checkAttributes(pool, UserAttributes, false);
    user.attributes = withAttributes(user.attributes, UserAttributes);
    user.modifiedAt = cognito.nowMs();
    return {};
  },
);

export const AdminDisableUser = operation('iam', oneUser, (cognito, { UserPoolId, Username }) => {
  const pool = poolOf(cognito, UserPoolId);
  const user = userOf(pool, Username);
  user.enabled = false;
  user.modifiedAt = cognito.nowMs();
  // "Deactivates a user profile and revokes all access tokens for the user."
  revokeAll(pool, user);
  return {};
});

export const AdminEnableUser = operation('iam', oneUser, (cognito, { UserPoolId, Username }) => {
  const user = userOf(poolOf(cognito, UserPoolId), Username);
  user.enabled = true;
  user.modifiedAt = cognito.nowMs();
  return {};
});

export const AdminDeleteUser = operation('iam', oneUser, (cognito, { UserPoolId, Username }) => {
  const pool = poolOf(cognito, UserPoolId);
  const user = userOf(pool, Username);
  const key = keyOf(pool, user);
  revokeAll(pool, user);
  closeSessions(pool, user);
  Reflect.deleteProperty(pool.users, key);
  Reflect.deleteProperty(pool.recovery, key);
  return {};
});

export const AdminUserGlobalSignOut = operation('iam', oneUser, (cognito, { UserPoolId, Username }) => {
  const pool = poolOf(cognito, UserPoolId);
  revokeAll(pool, userOf(pool, Username));
  return {};
});
