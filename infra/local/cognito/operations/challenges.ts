import * as z from 'zod';
import { type Cognito, operation } from '../context.ts';
import { checkLockout, clearFailures, countFailure } from '../lockout.ts';
import { checkSecretHash, clientOf, findUser, keyOf, poolOf } from '../lookup.ts';
import { checkPassword } from '../password-policy.ts';
import { refuse } from '../refusal.ts';
import { hashPassword } from '../secrets.ts';
import { sessionOf } from '../sessions.ts';
import type { Session, User } from '../state.ts';
import { type SignIn, grantTokens } from '../tokens.ts';
import { totpStep } from '../totp.ts';
import { continueSignIn, required } from './sign-in.ts';

type Responses = Record<string, string>;

/**
 * Takes one code of the user's authenticator. A code is good once: the next must belong to a later step.
 * Wrong ones count towards the lock-out, as wrong passwords do (developer guide, "Adding MFA").
 */
function checkCode(user: User, code: string, nowMs: number): void {
  checkLockout(user, nowMs);
  const step = user.totp && totpStep(user.totp.secret, code, nowMs);
  if (!user.totp || step === undefined) {
    countFailure(user, nowMs);
    return refuse('CodeMismatchException', 'Invalid code received for user');
  }
  if (step <= user.totp.lastStep) {
    refuse('ExpiredCodeException', 'Your software token has already been used once.');
  }
  user.totp.lastStep = step;
}

async function finish(
  cognito: Cognito,
  signIn: SignIn,
  session: Session,
  metadata: Responses | undefined,
): Promise<unknown> {
  session.used = true;
  clearFailures(signIn.user);
  return { ChallengeParameters: {}, AuthenticationResult: await grantTokens(cognito, signIn, metadata) };
}

async function answerSoftwareToken(
  cognito: Cognito,
  signIn: SignIn,
  session: Session,
  responses: Responses,
  metadata: Responses | undefined,
): Promise<unknown> {
  checkCode(signIn.user, required(responses, 'SOFTWARE_TOKEN_MFA_CODE'), cognito.nowMs());
  return finish(cognito, signIn, session, metadata);
}

async function answerSetup(
  cognito: Cognito,
  signIn: SignIn,
  session: Session,
  _responses: Responses,
  metadata: Responses | undefined,
): Promise<unknown> {
  // Only the session that VerifySoftwareToken handed back proves that the authenticator is registered.
  if (session.stage !== 'verified') refuse('NotAuthorizedException', 'Invalid session for the user.');
  return finish(cognito, signIn, session, metadata);
}

async function answerNewPassword(
  cognito: Cognito,
  signIn: SignIn,
  session: Session,
  responses: Responses,
): Promise<unknown> {
  const password = required(responses, 'NEW_PASSWORD');
  checkPassword(signIn.pool, password);
  signIn.user.password = hashPassword(password);
  signIn.user.status = 'CONFIRMED';
  session.used = true;
  return continueSignIn(cognito, signIn);
}

const answers = {
  SOFTWARE_TOKEN_MFA: answerSoftwareToken,
  MFA_SETUP: answerSetup,
  NEW_PASSWORD_REQUIRED: answerNewPassword,
} as const;

export const AdminRespondToAuthChallenge = operation(
  'iam',
  z.object({
    UserPoolId: z.string(),
    ClientId: z.string(),
    ChallengeName: z.enum(['SOFTWARE_TOKEN_MFA', 'MFA_SETUP', 'NEW_PASSWORD_REQUIRED']),
    ChallengeResponses: z.record(z.string(), z.string()).optional(),
    Session: z.string().min(20).max(2048).optional(),
    ClientMetadata: z.record(z.string(), z.string()).optional(),
  }),
  async (cognito, input) => {
    const pool = poolOf(cognito, input.UserPoolId);
    const client = clientOf(pool, input.ClientId);
    const username = required(input.ChallengeResponses, 'USERNAME');
    const id = input.Session ?? refuse('InvalidParameterException', 'Missing required parameter Session');
    checkSecretHash(client, username, input.ChallengeResponses?.['SECRET_HASH']);
    const { session, user, pool: sessionPool } = sessionOf(cognito, id);
    const named = findUser(pool, username);
    if (
      sessionPool !== pool ||
      session.clientId !== client.id ||
      session.challenge !== input.ChallengeName ||
      named === undefined ||
      keyOf(pool, named) !== session.user
    ) {
      refuse('NotAuthorizedException', 'Invalid session for the user.');
    }
    const responses = input.ChallengeResponses ?? {};
    return answers[input.ChallengeName](
      cognito,
      { pool, client, user },
      session,
      responses,
      input.ClientMetadata,
    );
  },
);
