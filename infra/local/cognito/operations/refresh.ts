import * as z from 'zod';
import { type Cognito, operation } from '../context.ts';
import { entry } from '../entry.ts';
import { checkSecretHash, poolOfClient } from '../lookup.ts';
import { refuse } from '../refusal.ts';
import { sameString } from '../secrets.ts';
import type { Client, Grant, Pool, User } from '../state.ts';
import { addRefreshToken, grantOfToken, issueTokens } from '../tokens.ts';

interface Live {
  originJti: string;
  grant: Grant;
  record: Grant['tokens'][string];
  user: User;
}

const rotates = (client: Client): boolean => client.settings.RefreshTokenRotation?.Feature === 'ENABLED';

/** The sign-in a refresh token keeps alive. Refuses one unknown, revoked, out of time or rotated out. */
function liveGrant(cognito: Cognito, pool: Pool, client: Client, token: string): Live {
  const found = grantOfToken(pool, client, token);
  if (!found) return refuse('NotAuthorizedException', 'Invalid Refresh Token');
  const user = entry(pool.users, found.grant.user);
  if (user?.enabled === false) refuse('NotAuthorizedException', 'User is disabled.');
  if (!user || found.grant.revoked) return refuse('NotAuthorizedException', 'Refresh Token has been revoked');
  const nowMs = cognito.nowMs();
  if (found.grant.expiresAt <= nowMs) refuse('NotAuthorizedException', 'Refresh Token has expired');
  const graceMs = (client.settings.RefreshTokenRotation?.RetryGracePeriodSeconds ?? 0) * 1000;
  const { rotatedAt } = found.record;
  if (rotatedAt !== undefined && nowMs >= rotatedAt + graceMs) {
    refuse('RefreshTokenReuseException', 'Refresh token has been invalidated by rotation.');
  }
  return { ...found, user };
}

/** REFRESH_TOKEN_AUTH: new ID and access tokens, the refresh token stays. Not for clients that rotate. */
export async function refreshWithoutRotation(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  given: { token: string; secretHash: string | undefined },
): Promise<unknown> {
  const { originJti, grant, user } = liveGrant(cognito, pool, client, given.token);
  checkSecretHash(client, user.username, given.secretHash);
  const signIn = { pool, client, user };
  const tokens = await issueTokens(cognito, signIn, { originJti, grant }, 'TokenGeneration_RefreshTokens');
  return { ChallengeParameters: {}, AuthenticationResult: tokens };
}

function checkSecret(
  client: Client,
  secret: string | undefined,
  type: 'NotAuthorizedException' | 'UnauthorizedException',
): void {
  if (client.secret === undefined) return;
  if (secret === undefined || !sameString(secret, client.secret)) {
    refuse(type, `Unable to verify secret for client ${client.id}`);
  }
}

export const GetTokensFromRefreshToken = operation(
  'public',
  z.object({
    RefreshToken: z.string(),
    ClientId: z.string(),
    ClientSecret: z.string().optional(),
    ClientMetadata: z.record(z.string(), z.string()).optional(),
  }),
  async (cognito, { RefreshToken, ClientId, ClientSecret, ClientMetadata }) => {
    const { pool, client } = poolOfClient(cognito, ClientId);
    checkSecret(client, ClientSecret, 'NotAuthorizedException');
    const { originJti, grant, user } = liveGrant(cognito, pool, client, RefreshToken);
    const signIn = { pool, client, user };
    const about = { originJti, grant };
    const tokens = await issueTokens(cognito, signIn, about, 'TokenGeneration_RefreshTokens', ClientMetadata);
    if (!rotates(client)) return { AuthenticationResult: tokens };
    // The trigger took its time: of two calls with one token and no grace, only the first may rotate it.
    const { record } = liveGrant(cognito, pool, client, RefreshToken);
    record.rotatedAt ??= cognito.nowMs();
    return { AuthenticationResult: { ...tokens, RefreshToken: addRefreshToken(originJti, grant) } };
  },
);

export const RevokeToken = operation(
  'public',
  z.object({ Token: z.string(), ClientId: z.string(), ClientSecret: z.string().optional() }),
  (cognito, { Token, ClientId, ClientSecret }) => {
    const { pool, client } = poolOfClient(cognito, ClientId);
    checkSecret(client, ClientSecret, 'UnauthorizedException');
    if (client.settings.EnableTokenRevocation === false) {
      refuse('UnsupportedOperationException', 'Token revocation is not enabled for this client');
    }
    if (Token.startsWith('eyJ'))
      refuse('UnsupportedTokenTypeException', 'Only refresh tokens can be revoked');
    // RFC 7009 §2.2: a token that is unknown or already revoked is a success.
    const found = grantOfToken(pool, client, Token);
    if (found) found.grant.revoked = true;
    return {};
  },
);
