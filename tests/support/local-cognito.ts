import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  type AdminInitiateAuthResponse,
  AdminRespondToAuthChallengeCommand,
  type AdminRespondToAuthChallengeResponse,
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  type CreateUserPoolClientRequest,
  CreateUserPoolCommand,
  type CreateUserPoolRequest,
  SetUserPoolMfaConfigCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { Secret, TOTP } from 'otpauth';
import { Temporal } from 'temporal-polyfill';
import type { CognitoMail } from '../../infra/local/cognito/context.ts';
import type { CognitoCall } from '../../infra/local/cognito/http.ts';
import { newSigningKey } from '../../infra/local/cognito/jwt.ts';
import { secretHash } from '../../infra/local/cognito/secrets.ts';
import { type CognitoServer, startCognito } from '../../infra/local/cognito/start.ts';

export const PASSWORD = 'Quiet-Harbour-42';

/** What the world outside the server does and saw; tests change it as they like. */
export interface Outside {
  now: Temporal.Instant;
  mails: CognitoMail[];
  calls: CognitoCall[];
  events: unknown[];
  faults: string[];
  trigger: (lambdaArn: string, event: unknown) => Promise<unknown>;
  deliver: (mail: CognitoMail) => Promise<void>;
  deny: string | undefined;
}

export interface LocalCognito {
  outside: Outside;
  server: () => CognitoServer;
  sdk: () => CognitoIdentityProviderClient;
  later: (duration: Temporal.DurationLike) => void;
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

const connect = (url: string): CognitoIdentityProviderClient =>
  new CognitoIdentityProviderClient({
    endpoint: url,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'AKIALOCALSESSION', secretAccessKey: 'local' },
    maxAttempts: 1,
  });

const keys: ReturnType<typeof newSigningKey>[] = [];

/**
 * Keys for the pools of one server, each another: those of the server before, as no test has two. Making one takes
 * longer than most tests.
 */
const keysInTurn = (): (() => (typeof keys)[number]) => {
  let given = 0;
  return () => {
    const key = keys[given] ?? newSigningKey();
    keys[given] = key;
    given += 1;
    return key;
  };
};

/** Starts the local user pools on a clock that only moves when told to, with a real SDK client. */
export async function startLocalCognito(): Promise<LocalCognito> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'cognito-'));
  const outside: Outside = {
    now: Temporal.Instant.from('2026-11-22T09:00:00Z'),
    mails: [],
    calls: [],
    events: [],
    faults: [],
    trigger: (_arn, event) => Promise.resolve(event),
    deliver: (mail) => {
      outside.mails.push(mail);
      return Promise.resolve();
    },
    deny: undefined,
  };
  const newKey = keysInTurn();
  const start = (): Promise<CognitoServer> =>
    startCognito({
      port: 0,
      dataDir,
      invokeTrigger: (arn, event) => {
        outside.events.push(event);
        return outside.trigger(arn, event);
      },
      sendMail: (mail) => outside.deliver(mail),
      now: () => outside.now,
      newKey,
      log: (line) => outside.faults.push(line),
      triggerTimeoutMs: 200,
      onCall: (call) => {
        outside.calls.push(call);
        return outside.deny === undefined
          ? undefined
          : { type: 'AccessDeniedException', message: outside.deny };
      },
    });
  let server = await start();
  let sdk = connect(server.url);
  return {
    outside,
    server: () => server,
    sdk: () => sdk,
    later: (duration) => {
      outside.now = outside.now.add(duration);
    },
    restart: async () => {
      await server.stop();
      server = await start();
      sdk = connect(server.url);
    },
    stop: async () => {
      sdk.destroy();
      await server.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Fails the test when the value is not there. */
export function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Expected a value');
  return value;
}

/** The claims of a token, unverified. */
export function claimsOf(token: string | undefined): Record<string, unknown> {
  const claims: unknown = JSON.parse(Buffer.from(given(token).split('.')[1] ?? '', 'base64url').toString());
  return typeof claims === 'object' && claims !== null ? { ...claims } : {};
}

/** The six digits an authenticator app shows at an instant, by an implementation that is not ours. */
export const codeAt = (secret: string, at: Temporal.Instant): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.epochMilliseconds });

export interface TestPool {
  poolId: string;
  clientId: string;
  clientSecret: string;
  hash: (username: string) => string;
}

/** A pool with a client as our templates make them: a secret, hidden users, password sign-in by the server. */
export async function makePool(
  local: LocalCognito,
  options: {
    mfa?: 'OFF' | 'ON' | 'OPTIONAL';
    pool?: Partial<CreateUserPoolRequest>;
    client?: Partial<CreateUserPoolClientRequest>;
  } = {},
): Promise<TestPool> {
  const sdk = local.sdk();
  const made = await sdk.send(
    new CreateUserPoolCommand({
      PoolName: 'patients',
      UsernameConfiguration: { CaseSensitive: false },
      Schema: [{ Name: 'account', AttributeDataType: 'String', Mutable: true }],
      ...options.pool,
    }),
  );
  const poolId = given(made.UserPool?.Id);
  await sdk.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId: poolId,
      MfaConfiguration: options.mfa ?? 'OFF',
      SoftwareTokenMfaConfiguration: { Enabled: (options.mfa ?? 'OFF') !== 'OFF' },
    }),
  );
  const client = await sdk.send(
    new CreateUserPoolClientCommand({
      UserPoolId: poolId,
      ClientName: 'session',
      GenerateSecret: true,
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
      ...options.client,
    }),
  );
  const clientId = given(client.UserPoolClient?.ClientId);
  const clientSecret = client.UserPoolClient?.ClientSecret ?? '';
  return { poolId, clientId, clientSecret, hash: (username) => secretHash(clientSecret, username, clientId) };
}

/** A user with a permanent password and a verified address. */
export async function addUser(
  local: LocalCognito,
  { poolId }: TestPool,
  username: string,
  attributes: Record<string, string> = {},
): Promise<void> {
  const all = { email: `${username}@example.org`, email_verified: 'true', ...attributes };
  await local.sdk().send(
    new AdminCreateUserCommand({
      UserPoolId: poolId,
      Username: username,
      MessageAction: 'SUPPRESS',
      UserAttributes: Object.entries(all).map(([Name, Value]) => ({ Name, Value })),
    }),
  );
  await local.sdk().send(
    new AdminSetUserPasswordCommand({
      UserPoolId: poolId,
      Username: username,
      Password: PASSWORD,
      Permanent: true,
    }),
  );
}

/** A first step of sign-in with a user name and password. */
export const signIn = (
  local: LocalCognito,
  pool: TestPool,
  username: string,
  password = PASSWORD,
): Promise<AdminInitiateAuthResponse> =>
  local.sdk().send(
    new AdminInitiateAuthCommand({
      UserPoolId: pool.poolId,
      ClientId: pool.clientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: username, PASSWORD: password, SECRET_HASH: pool.hash(username) },
    }),
  );

/** An answer to a challenge. */
export const respond = (
  local: LocalCognito,
  pool: TestPool,
  username: string,
  challenge: 'SOFTWARE_TOKEN_MFA' | 'MFA_SETUP' | 'NEW_PASSWORD_REQUIRED',
  session: string | undefined,
  responses: Record<string, string> = {},
): Promise<AdminRespondToAuthChallengeResponse> =>
  local.sdk().send(
    new AdminRespondToAuthChallengeCommand({
      UserPoolId: pool.poolId,
      ClientId: pool.clientId,
      ChallengeName: challenge,
      Session: session,
      ChallengeResponses: { USERNAME: username, SECRET_HASH: pool.hash(username), ...responses },
    }),
  );

/** Signs a user of a pool that requires a second factor in for the first time. The secret is the authenticator's. */
export async function enrol(
  local: LocalCognito,
  pool: TestPool,
  username: string,
): Promise<{ secret: string; tokens: AdminRespondToAuthChallengeResponse }> {
  const { Session } = await signIn(local, pool, username);
  const associated = await local.sdk().send(new AssociateSoftwareTokenCommand({ Session }));
  const secret = given(associated.SecretCode);
  const verified = await local.sdk().send(
    new VerifySoftwareTokenCommand({
      Session: associated.Session,
      UserCode: codeAt(secret, local.outside.now),
    }),
  );
  return { secret, tokens: await respond(local, pool, username, 'MFA_SETUP', verified.Session) };
}
