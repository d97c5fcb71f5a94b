import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Audience } from '#contracts/route.ts';
import { DEMO_PASSWORD, type Pool } from '../../../infra/local/demo/write-users.ts';
import { signToken } from '../../../infra/local/cognito/jwt.ts';
import { secretHash } from '../../../infra/local/cognito/secrets.ts';
import { state } from '../../../infra/local/cognito/state.ts';
import { totpCode } from '../../../infra/local/cognito/totp.ts';
import { mustCallCognito } from '../../../infra/local/user-pools/call-cognito.ts';
import type { LocalFunction } from '../../../infra/local/local-options.ts';

/** The tokens of one sign-in, as the pool made them. */
export interface Tokens {
  readonly id: string;
  readonly access: string;
}

const environment = z.object({
  TABLE_NAME: z.string(),
  PATIENTS_POOL_ID: z.string(),
  PATIENTS_CLIENT_ID: z.string(),
  STAFF_POOL_ID: z.string(),
  STAFF_CLIENT_ID: z.string(),
  REGISTRY_POOL_ID: z.string(),
  REGISTRY_CLIENT_ID: z.string(),
});

/** The table and the pools of a run, from the environment of the one function that knows them all. */
export const placesOfRun = (functions: readonly LocalFunction[]) => {
  for (const one of functions) {
    const { success, data } = environment.safeParse(one.environment);
    if (!success) continue;
    const pools: Record<Audience, Pool> = {
      diary: { poolId: data.PATIENTS_POOL_ID, clientId: data.PATIENTS_CLIENT_ID },
      centre: { poolId: data.STAFF_POOL_ID, clientId: data.STAFF_CLIENT_ID },
      registry: { poolId: data.REGISTRY_POOL_ID, clientId: data.REGISTRY_CLIENT_ID },
    };
    return { tableName: data.TABLE_NAME, pools };
  }
  throw new Error('No function of the template knows the table and all three user pools.');
};

const described = z.object({ UserPoolClient: z.object({ ClientSecret: z.string() }) });
const challenged = z.object({ ChallengeName: z.literal('SOFTWARE_TOKEN_MFA'), Session: z.string() });
const finished = z
  .object({ AuthenticationResult: z.object({ IdToken: z.string(), AccessToken: z.string() }) })
  .transform(({ AuthenticationResult: { IdToken: id, AccessToken: access } }): Tokens => ({ id, access }));

/** Signs people of one pool in at the local Cognito itself, which asks the deployed trigger for their claims. */
export const signerIn = async (endpoint: string, { poolId: UserPoolId, clientId: ClientId }: Pool) => {
  const client = await mustCallCognito(endpoint, 'DescribeUserPoolClient', { UserPoolId, ClientId });
  const { ClientSecret } = described.parse(client).UserPoolClient;
  return async (USERNAME: string, authenticator: string | undefined): Promise<Tokens> => {
    const SECRET_HASH = secretHash(ClientSecret, USERNAME, ClientId);
    const begun = await mustCallCognito(endpoint, 'AdminInitiateAuth', {
      UserPoolId,
      ClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD: DEMO_PASSWORD, SECRET_HASH },
    });
    if (authenticator === undefined) return finished.parse(begun);
    const { ChallengeName, Session } = challenged.parse(begun);
    const code = totpCode(authenticator, Math.floor(Date.now() / 30_000));
    const answered = await mustCallCognito(endpoint, 'AdminRespondToAuthChallenge', {
      UserPoolId,
      ClientId,
      ChallengeName,
      Session,
      ChallengeResponses: { USERNAME, SECRET_HASH, SOFTWARE_TOKEN_MFA_CODE: code },
    });
    return finished.parse(answered);
  };
};

const claims = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

/** The pools of a run with their keys. */
export const keptPools = (dataDirectory: string) =>
  state.parse(JSON.parse(readFileSync(join(dataDirectory, 'cognito.json'), 'utf8'))).pools;

/** A real token with other claims: signed again by the pool's own key, or with its old signature. */
export const alteredToken = (
  pools: ReturnType<typeof keptPools>,
  { poolId }: Pool,
  token: string,
  more: Readonly<Record<string, string | number>>,
  signature: 'of the pool' | 'as it was',
): string => {
  const [head = '', body = '', signed = ''] = token.split('.');
  const parsed = claims.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  const after = { ...parsed, ...more };
  if (signature === 'as it was')
    return `${head}.${Buffer.from(JSON.stringify(after)).toString('base64url')}.${signed}`;
  const pool = pools[poolId];
  if (pool === undefined) throw new Error('There is no such pool.');
  return signToken(pool, after);
};
