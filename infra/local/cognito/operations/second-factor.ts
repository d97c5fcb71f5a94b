import * as z from 'zod';
import { type Cognito, operation } from '../context.ts';
import { checkLockout, countFailure } from '../lockout.ts';
import { poolOf, userOf } from '../lookup.ts';
import { refuse } from '../refusal.ts';
import { nextSession, sessionOf } from '../sessions.ts';
import type { Pool, User } from '../state.ts';
import { userOfAccessToken } from '../tokens.ts';
import { newTotpSecret, totpStep } from '../totp.ts';

const proof = z.object({ AccessToken: z.string().optional(), Session: z.string().optional() });

function checkOffered(pool: Pool): void {
  if (!pool.softwareTokenMfa) {
    refuse('SoftwareTokenMFANotFoundException', 'Software Token MFA has not been enabled by the userPool');
  }
}

const noProof = (): never =>
  refuse('InvalidParameterException', 'One of AccessToken or Session is required, and not both');

export const AssociateSoftwareToken = operation('public', proof, (cognito, { AccessToken, Session }) => {
  if ((AccessToken === undefined) === (Session === undefined)) noProof();
  const secret = newTotpSecret();
  if (AccessToken !== undefined) {
    const { pool, user } = userOfAccessToken(cognito, AccessToken);
    checkOffered(pool);
    user.pendingTotp = secret;
    return { SecretCode: secret };
  }
  const { pool, session } = sessionOf(cognito, Session ?? '');
  checkOffered(pool);
  if (session.challenge !== 'MFA_SETUP' || session.stage === 'verified') {
    refuse('NotAuthorizedException', 'Invalid session for the user.');
  }
  return { SecretCode: secret, Session: nextSession(pool, session, { stage: 'associated', secret }) };
});

/** Registers the authenticator when the code is one of the secret's. The code then counts as used. */
function register(cognito: Cognito, user: User, secret: string | undefined, code: string): void {
  checkLockout(user, cognito.nowMs());
  const step = secret === undefined ? undefined : totpStep(secret, code, cognito.nowMs());
  if (secret === undefined || step === undefined) {
    countFailure(user, cognito.nowMs());
    return refuse('EnableSoftwareTokenMFAException', 'Code mismatch');
  }
  user.totp = { secret, lastStep: step };
}

export const VerifySoftwareToken = operation(
  'public',
  proof.extend({
    UserCode: z
      .string()
      .regex(/^[0-9]{6}$/u, { error: 'Member must satisfy regular expression pattern: [0-9]+' }),
    FriendlyDeviceName: z.string().optional(),
  }),
  (cognito, { AccessToken, Session, UserCode }) => {
    if ((AccessToken === undefined) === (Session === undefined)) noProof();
    if (AccessToken !== undefined) {
      const { pool, user } = userOfAccessToken(cognito, AccessToken);
      checkOffered(pool);
      register(cognito, user, user.pendingTotp, UserCode);
      delete user.pendingTotp;
      return { Status: 'SUCCESS' };
    }
    const { pool, session, user } = sessionOf(cognito, Session ?? '');
    if (session.stage !== 'associated') refuse('NotAuthorizedException', 'Invalid session for the user.');
    register(cognito, user, session.secret, UserCode);
    user.mfa = { enabled: true, preferred: true };
    return { Status: 'SUCCESS', Session: nextSession(pool, session, { stage: 'verified' }) };
  },
);

export const AdminSetUserMFAPreference = operation(
  'iam',
  z.object({
    UserPoolId: z.string(),
    Username: z.string(),
    SoftwareTokenMfaSettings: z
      .object({ Enabled: z.boolean().optional(), PreferredMfa: z.boolean().optional() })
      .optional(),
  }),
  (cognito, { UserPoolId, Username, SoftwareTokenMfaSettings }) => {
    const user = userOf(poolOf(cognito, UserPoolId), Username);
    if (!SoftwareTokenMfaSettings) return {};
    const { Enabled: enabled = false, PreferredMfa: preferred = false } = SoftwareTokenMfaSettings;
    if (enabled && !user.totp) {
      refuse('InvalidParameterException', 'User has not verified software token mfa');
    }
    user.mfa = { enabled, preferred: enabled && preferred };
    return {};
  },
);

export const AdminDeleteSoftwareToken = operation(
  'iam',
  z.object({ UserPoolId: z.string(), Username: z.string() }),
  (cognito, { UserPoolId, Username }) => {
    const user = userOf(poolOf(cognito, UserPoolId), Username);
    delete user.totp;
    delete user.pendingTotp;
    user.mfa = { enabled: false, preferred: false };
    return {};
  },
);
