import * as z from 'zod';
import { type Cognito, operation } from '../context.ts';
import { checkLockout, clearFailures, countFailure } from '../lockout.ts';
import { checkSecretHash, clientOf, findUser, poolOf } from '../lookup.ts';
import { refuse } from '../refusal.ts';
import { passwordMatches } from '../secrets.ts';
import { openSession } from '../sessions.ts';
import type { Client, Pool, Session, User } from '../state.ts';
import { type SignIn, grantTokens } from '../tokens.ts';
import { refreshWithoutRotation } from './refresh.ts';

const parameters = z.record(z.string(), z.string()).optional();

/** A required entry of AuthParameters or ChallengeResponses. */
export function required(from: Record<string, string> | undefined, name: string): string {
  return from?.[name] ?? refuse('InvalidParameterException', `Missing required parameter ${name}`);
}

/** The first challenge a user with the right password has to meet, or undefined when there is none. */
export function challengeFor(pool: Pool, user: User): Session['challenge'] | undefined {
  const mfa = pool.settings.MfaConfiguration ?? 'OFF';
  const enrolled = user.totp !== undefined;
  if (mfa === 'ON') return enrolled ? 'SOFTWARE_TOKEN_MFA' : 'MFA_SETUP';
  if (mfa === 'OPTIONAL' && enrolled && user.mfa.enabled) return 'SOFTWARE_TOKEN_MFA';
  return undefined;
}

/** Answers with the next challenge, or with tokens when nothing is left to prove. */
export async function continueSignIn(cognito: Cognito, signIn: SignIn): Promise<unknown> {
  const { pool, user } = signIn;
  const challenge =
    user.status === 'FORCE_CHANGE_PASSWORD' ? 'NEW_PASSWORD_REQUIRED' : challengeFor(pool, user);
  if (challenge === undefined) {
    clearFailures(user);
    return { ChallengeParameters: {}, AuthenticationResult: await grantTokens(cognito, signIn) };
  }
  return {
    ChallengeName: challenge,
    Session: openSession(cognito, signIn, challenge),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      ...(challenge === 'MFA_SETUP' && { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' }),
    },
  };
}

function unknownUser(client: Client, password: string): never {
  // The same work as for a known user, so that time tells nothing either.
  passwordMatches(password, undefined);
  return client.settings.PreventUserExistenceErrors === 'ENABLED'
    ? refuse('NotAuthorizedException', 'Incorrect username or password.')
    : refuse('UserNotFoundException', 'User does not exist.');
}

/** The user these parameters prove to be, by password. Counts and locks as the lock-out rules say. */
function checkPasswordSignIn(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  given: Record<string, string> | undefined,
): User {
  const username = required(given, 'USERNAME');
  const password = required(given, 'PASSWORD');
  checkSecretHash(client, username, given?.['SECRET_HASH']);
  const user = findUser(pool, username) ?? unknownUser(client, password);
  checkLockout(user, cognito.nowMs());
  if (!passwordMatches(password, user.password)) {
    countFailure(user, cognito.nowMs());
    refuse('NotAuthorizedException', 'Incorrect username or password.');
  }
  if (!user.enabled) refuse('NotAuthorizedException', 'User is disabled.');
  if (user.status === 'RESET_REQUIRED') {
    refuse('PasswordResetRequiredException', 'Password reset required for the user');
  }
  return user;
}

function checkFlow(client: Client, allowed: string): void {
  if (!(client.settings.ExplicitAuthFlows ?? []).includes(allowed)) {
    refuse('InvalidParameterException', 'Auth flow not enabled for this client');
  }
}

export const AdminInitiateAuth = operation(
  'iam',
  z.object({
    UserPoolId: z.string(),
    ClientId: z.string(),
    AuthFlow: z.string(),
    AuthParameters: parameters,
    ClientMetadata: parameters,
  }),
  (cognito, { UserPoolId, ClientId, AuthFlow, AuthParameters }) => {
    const pool = poolOf(cognito, UserPoolId);
    const client = clientOf(pool, ClientId);
    switch (AuthFlow) {
      case 'ADMIN_USER_PASSWORD_AUTH': {
        checkFlow(client, 'ALLOW_ADMIN_USER_PASSWORD_AUTH');
        const user = checkPasswordSignIn(cognito, pool, client, AuthParameters);
        return continueSignIn(cognito, { pool, client, user });
      }
      case 'REFRESH_TOKEN_AUTH':
      case 'REFRESH_TOKEN':
        checkFlow(client, 'ALLOW_REFRESH_TOKEN_AUTH');
        return refreshWithoutRotation(cognito, pool, client, {
          token: required(AuthParameters, 'REFRESH_TOKEN'),
          secretHash: AuthParameters?.['SECRET_HASH'],
        });
      default:
        return refuse(
          'InvalidParameterException',
          `The local user pools do not know the auth flow ${AuthFlow}`,
        );
    }
  },
);
