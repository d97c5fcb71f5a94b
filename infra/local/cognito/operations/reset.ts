import * as z from 'zod';
import { type Cognito, operation } from '../context.ts';
import { clearFailures } from '../lockout.ts';
import { checkSecretHash, findUser, foldName, poolOf, poolOfClient, userOf } from '../lookup.ts';
import { checkPassword } from '../password-policy.ts';
import { attemptConfirm, attemptRequest } from '../recovery-limits.ts';
import { refuse } from '../refusal.ts';
import { sendResetCode, simulatedDelivery } from '../reset-mail.ts';
import { fingerprint, hashPassword, sameString } from '../secrets.ts';
import type { Client, Pool, User } from '../state.ts';

const metadata = z.record(z.string(), z.string()).optional();

const hidesUsers = (client: Client): boolean => client.settings.PreventUserExistenceErrors === 'ENABLED';

/** A code can reach an enabled user at a verified address only. */
const reachable = (user: User): boolean =>
  user.enabled && user.attributes['email_verified'] === 'true' && user.attributes['email'] !== undefined;

/** A user who never chose a password has none to forget. */
function checkCanReset(user: User): void {
  if (user.status === 'FORCE_CHANGE_PASSWORD') {
    refuse('NotAuthorizedException', 'User password cannot be reset in the current state.');
  }
}

async function requestCode(
  cognito: Cognito,
  { pool, client, username }: { pool: Pool; client: Client; username: string },
  clientMetadata: Record<string, string> | undefined,
): Promise<unknown> {
  const user = findUser(pool, username);
  if (user && reachable(user)) {
    checkCanReset(user);
    return { CodeDeliveryDetails: await sendResetCode(cognito, { pool, client, user }, clientMetadata) };
  }
  if (hidesUsers(client)) return { CodeDeliveryDetails: simulatedDelivery(pool, foldName(pool, username)) };
  if (!user) return refuse('UserNotFoundException', 'Username/client id combination not found.');
  if (!user.enabled) refuse('NotAuthorizedException', 'User is disabled.');
  return refuse(
    'InvalidParameterException',
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
  );
}

export const ForgotPassword = operation(
  'public',
  z.object({
    ClientId: z.string(),
    Username: z.string(),
    SecretHash: z.string().optional(),
    ClientMetadata: metadata,
  }),
  (cognito, { ClientId, Username, SecretHash, ClientMetadata }) => {
    const { pool, client } = poolOfClient(cognito, ClientId);
    checkSecretHash(client, Username, SecretHash);
    attemptRequest(pool, foldName(pool, Username), cognito.nowMs());
    return requestCode(cognito, { pool, client, username: Username }, ClientMetadata);
  },
);

function checkCode(
  pool: Pool,
  user: User | undefined,
  client: Client,
  code: string,
  nowMs: number,
  key: string,
): User {
  if (!user && !hidesUsers(client))
    return refuse('UserNotFoundException', 'Username/client id combination not found.');
  const attempt = attemptConfirm(pool, key, nowMs);
  if (!user?.enabled) {
    attempt.failed();
    return refuse('CodeMismatchException', 'Invalid verification code provided, please try again.');
  }
  if (!user.resetCode || user.resetCode.expiresAt <= nowMs) {
    attempt.failed();
    return refuse('ExpiredCodeException', 'Invalid code provided, please request a code again.');
  }
  if (!sameString(user.resetCode.hash, fingerprint(code))) {
    attempt.failed();
    return refuse('CodeMismatchException', 'Invalid verification code provided, please try again.');
  }
  return user;
}

export const ConfirmForgotPassword = operation(
  'public',
  z.object({
    ClientId: z.string(),
    Username: z.string(),
    ConfirmationCode: z.string().min(1),
    Password: z.string(),
    SecretHash: z.string().optional(),
  }),
  (cognito, { ClientId, Username, ConfirmationCode, Password, SecretHash }) => {
    const { pool, client } = poolOfClient(cognito, ClientId);
    checkSecretHash(client, Username, SecretHash);
    checkPassword(pool, Password);
    const key = foldName(pool, Username);
    const user = checkCode(pool, findUser(pool, Username), client, ConfirmationCode, cognito.nowMs(), key);
    delete user.resetCode;
    user.password = hashPassword(Password);
    user.status = 'CONFIRMED';
    user.modifiedAt = cognito.nowMs();
    clearFailures(user);
    return {};
  },
);

export const AdminResetUserPassword = operation(
  'iam',
  z.object({ UserPoolId: z.string(), Username: z.string(), ClientMetadata: metadata }),
  async (cognito, { UserPoolId, Username, ClientMetadata }) => {
    const pool = poolOf(cognito, UserPoolId);
    const user = userOf(pool, Username);
    if (!reachable(user)) {
      return refuse(
        'InvalidParameterException',
        'Cannot reset password for the user as there is no registered/verified email or phone_number',
      );
    }
    checkCanReset(user);
    user.status = 'RESET_REQUIRED';
    user.modifiedAt = cognito.nowMs();
    await sendResetCode(cognito, { pool, client: undefined, user }, ClientMetadata);
    return {};
  },
);
