import * as z from 'zod';
import type { Audience } from '#contracts/route.ts';
import { secretHash } from '../cognito/secrets.ts';
import { totpCode } from '../cognito/totp.ts';
import { callCognito, mustCallCognito } from '../user-pools/call-cognito.ts';
import type { DemoUser } from './make-demo.ts';

/** For the demo only, on this machine only: twelve characters at least, and easy to remember. */
export const DEMO_PASSWORD = 'demo-only-password';

/** A pool and its client, as the functions know them. */
export interface Pool {
  readonly poolId: string;
  readonly clientId: string;
}

const STEP_SECONDS = 30;
const described = z.object({ UserPoolClient: z.object({ ClientSecret: z.string() }) });
const challenged = z.object({ ChallengeName: z.literal('MFA_SETUP'), Session: z.string() });
const associated = z.object({ SecretCode: z.string(), Session: z.string() });

const clientSecret = async (endpoint: string, pool: Pool): Promise<string> => {
  const answer = await mustCallCognito(endpoint, 'DescribeUserPoolClient', {
    UserPoolId: pool.poolId,
    ClientId: pool.clientId,
  });
  return described.parse(answer).UserPoolClient.ClientSecret;
};

const makeUser = async (endpoint: string, { poolId }: Pool, user: DemoUser): Promise<void> => {
  const { username, account, email } = user;
  const address =
    email === undefined
      ? []
      : [
          { Name: 'email', Value: email },
          { Name: 'email_verified', Value: 'true' },
        ];
  const named = { UserPoolId: poolId, Username: username };
  await mustCallCognito(endpoint, 'AdminCreateUser', {
    ...named,
    MessageAction: 'SUPPRESS',
    UserAttributes: [{ Name: 'custom:account', Value: account }, ...address],
  });
  await mustCallCognito(endpoint, 'AdminSetUserPassword', {
    ...named,
    Password: DEMO_PASSWORD,
    Permanent: true,
  });
};

/**
 * Registers an authenticator by the steps a first sign-in takes, with the code of the time step before this one: a code
 * is good once, and the one of now is for the person who tries the demo.
 *
 * @returns the authenticator's secret, base32
 */
const registerAuthenticator = async (
  endpoint: string,
  pool: Pool,
  secret: string,
  username: string,
): Promise<string> => {
  const begun = await mustCallCognito(endpoint, 'AdminInitiateAuth', {
    UserPoolId: pool.poolId,
    ClientId: pool.clientId,
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters: {
      USERNAME: username,
      PASSWORD: DEMO_PASSWORD,
      SECRET_HASH: secretHash(secret, username, pool.clientId),
    },
  });
  const { Session } = challenged.parse(begun);
  const { SecretCode, Session: next } = associated.parse(
    await mustCallCognito(endpoint, 'AssociateSoftwareToken', { Session }),
  );
  // The code of the step before, so that a person's first sign-in finds the one of now unused.
  const withCode = () => ({
    Session: next,
    UserCode: totpCode(SecretCode, Math.floor(Date.now() / 1000 / STEP_SECONDS) - 1),
  });
  const first = await callCognito(endpoint, 'VerifySoftwareToken', withCode());
  // On a busy machine the next step may have begun on the way, and that code has just run out.
  if ('error' in first) await mustCallCognito(endpoint, 'VerifySoftwareToken', withCode());
  return SecretCode;
};

/**
 * Makes everybody's account in the local user pools.
 *
 * @returns the secret of the authenticator by username, for those whose pool wants a second factor
 */
export const writeUsers = async (
  endpoint: string,
  pools: Readonly<Record<Audience, Pool>>,
  users: readonly DemoUser[],
): Promise<ReadonlyMap<string, string>> => {
  const secrets = new Map<string, string>();
  for (const audience of ['diary', 'centre', 'registry'] as const) {
    const pool = pools[audience];
    const own = users.filter((user) => user.audience === audience);
    await Promise.all(own.map((user) => makeUser(endpoint, pool, user)));
    if (audience === 'diary') continue;
    const ofClient = await clientSecret(endpoint, pool);
    await Promise.all(
      own.map(async ({ username }) => {
        secrets.set(username, await registerAuthenticator(endpoint, pool, ofClient, username));
      }),
    );
  }
  return secrets;
};
