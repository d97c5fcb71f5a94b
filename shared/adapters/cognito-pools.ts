import { createHmac } from 'node:crypto';
import {
  DescribeUserPoolClientCommand,
  type CognitoIdentityProviderClient,
  type TimeUnitsType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Audience } from '#contracts/route.ts';

export interface PoolClient {
  readonly poolId: string;
  readonly clientId: string;
}

export interface KnownClient extends PoolClient {
  readonly audience: Audience;
  readonly secret: string;
  readonly refreshSeconds: number;
  /** What Cognito wants beside a username: HMAC-SHA-256 of username and client id, keyed by the secret. */
  readonly secretHash: (username: string) => string;
}

const SECONDS: Readonly<Record<TimeUnitsType, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
};

const describe = async (
  client: CognitoIdentityProviderClient,
  audience: Audience,
  pool: PoolClient,
): Promise<KnownClient> => {
  const { UserPoolClient: found } = await client.send(
    new DescribeUserPoolClientCommand({ UserPoolId: pool.poolId, ClientId: pool.clientId }),
  );
  const secret = found?.ClientSecret;
  if (secret === undefined) throw new Error('The app client has no secret.');
  // Cognito's unit for refresh tokens is days unless told otherwise.
  const unit = found?.TokenValidityUnits?.RefreshToken ?? 'days';
  return {
    ...pool,
    audience,
    secret,
    refreshSeconds: (found?.RefreshTokenValidity ?? 30) * SECONDS[unit],
    secretHash: (username) =>
      createHmac('sha256', secret)
        .update(username + pool.clientId)
        .digest('base64'),
  };
};

/** The app clients with their secrets, each asked for once per cold start, so that no secret is in a template or an environment. */
export const knownClients = (
  client: CognitoIdentityProviderClient,
  pools: Readonly<Record<Audience, PoolClient>>,
): ((audience: Audience) => Promise<KnownClient>) => {
  const known = new Map<Audience, Promise<KnownClient>>();
  return (audience) => {
    const asked = known.get(audience);
    if (asked !== undefined) return asked;
    const asking = describe(client, audience, pools[audience]).catch((error: unknown) => {
      // A failure is not kept: the next request asks again.
      known.delete(audience);
      throw error;
    });
    known.set(audience, asking);
    return asking;
  };
};
