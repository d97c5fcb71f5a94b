import {
  AdminAddUserToGroupCommand,
  AdminDisableUserCommand,
  AdminInitiateAuthCommand,
  AdminUserGlobalSignOutCommand,
  AssociateSoftwareTokenCommand,
  CreateGroupCommand,
  GetTokensFromRefreshTokenCommand,
  RevokeTokenCommand,
} from '../../support/cognito-sdk.ts';
import { JwtVerifier } from 'aws-jwt-verify';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  type LocalCognito,
  type TestPool,
  addUser,
  claimsOf,
  given,
  makePool,
  signIn,
  startLocalCognito,
} from '../../support/local-cognito.ts';
import { refusal } from '../../support/refusal.ts';

const PRE_TOKEN = 'arn:aws:lambda:eu-west-2:000000000000:function:pre-token';

const keySet = z.object({
  keys: z.tuple([
    z.object({
      kty: z.literal('RSA'),
      alg: z.literal('RS256'),
      use: z.literal('sig'),
      kid: z.string(),
      n: z.string(),
      e: z.string(),
    }),
  ]),
});

let local: LocalCognito;
beforeEach(async () => {
  local = await startLocalCognito();
});
afterEach(async () => {
  await local.stop();
});

const refreshed = (pool: TestPool, RefreshToken: string, ClientSecret = pool.clientSecret) =>
  local
    .sdk()
    .send(new GetTokensFromRefreshTokenCommand({ RefreshToken, ClientId: pool.clientId, ClientSecret }));

async function keySetOf({ poolId }: TestPool): Promise<z.infer<typeof keySet>> {
  const answer = await fetch(`${local.server().issuer(poolId)}/.well-known/jwks.json`);
  return keySet.parse(await answer.json());
}

async function refreshTokenOf(pool: TestPool): Promise<string> {
  return given((await signIn(local, pool, 'ann')).AuthenticationResult?.RefreshToken);
}

/** A trigger that answers these overrides. */
const overriding = (claimsOverrideDetails: unknown) => (_arn: string, event: unknown) =>
  Promise.resolve({ ...(typeof event === 'object' ? event : {}), response: { claimsOverrideDetails } });

describe('the tokens', () => {
  it("carry the claims of Cognito's, signed by the pool's own key", async () => {
    local.outside.now = Temporal.Now.instant();
    const pool = await makePool(local, {
      client: { IdTokenValidity: 15, TokenValidityUnits: { IdToken: 'minutes' } },
    });
    await addUser(local, pool, 'ann', { 'custom:account': 'acc-1' });
    const { AuthenticationResult } = await signIn(local, pool, 'ann');
    const issuer = local.server().issuer(pool.poolId);
    const verifier = JwtVerifier.create({ issuer, audience: pool.clientId });
    // The verifier fetches over TLS only, so it is handed what the pool serves.
    verifier.cacheJwks(await keySetOf(pool));
    const id = await verifier.verify(given(AuthenticationResult?.IdToken));
    const now = Math.floor(local.outside.now.epochMilliseconds / 1000);
    expect(id).toMatchObject({
      iss: issuer,
      aud: pool.clientId,
      token_use: 'id',
      'cognito:username': 'ann',
      email: 'ann@example.org',
      email_verified: true,
      'custom:account': 'acc-1',
      auth_time: now,
      iat: now,
      exp: now + 900,
    });
    const access = claimsOf(AuthenticationResult?.AccessToken);
    expect(access).toMatchObject({
      iss: issuer,
      client_id: pool.clientId,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      username: 'ann',
      sub: id.sub,
      origin_jti: id['origin_jti'],
      exp: now + 3600,
    });
    expect(access['jti']).not.toBe(id.jti);
    expect(access).not.toHaveProperty('aud');
    expect(access).not.toHaveProperty('email');
  });

  it('name no key of another pool', async () => {
    const pool = await makePool(local);
    const other = await makePool(local);
    expect(await keySetOf(pool)).not.toEqual(await keySetOf(other));
  });

  it('list the groups, the most important first, and no claim where there is none', async () => {
    const pool = await makePool(local);
    await addUser(local, pool, 'ann');
    expect(claimsOf((await signIn(local, pool, 'ann')).AuthenticationResult?.IdToken)).not.toHaveProperty(
      'cognito:groups',
    );
    const { poolId: UserPoolId } = pool;
    for (const [GroupName, Precedence] of [
      ['reader', undefined],
      ['nurse', 5],
      ['manager', 1],
    ] as const) {
      await local.sdk().send(new CreateGroupCommand({ UserPoolId, GroupName, Precedence }));
      await local.sdk().send(new AdminAddUserToGroupCommand({ UserPoolId, GroupName, Username: 'ann' }));
    }
    const { AuthenticationResult } = await signIn(local, pool, 'ann');
    expect(claimsOf(AuthenticationResult?.IdToken)['cognito:groups']).toEqual(['manager', 'nurse', 'reader']);
    expect(claimsOf(AuthenticationResult?.AccessToken)['cognito:groups']).toEqual([
      'manager',
      'nurse',
      'reader',
    ]);
  });

  it('hold only the attributes the client may read', async () => {
    const pool = await makePool(local, { client: { ReadAttributes: ['custom:account'] } });
    await addUser(local, pool, 'ann', { 'custom:account': 'acc-1' });
    const id = claimsOf((await signIn(local, pool, 'ann')).AuthenticationResult?.IdToken);
    expect(id['custom:account']).toBe('acc-1');
    expect(id).toHaveProperty('sub');
    expect(id).not.toHaveProperty('email');
  });
});

describe('the pre-token-generation trigger', () => {
  const withTrigger = () => makePool(local, { pool: { LambdaConfig: { PreTokenGeneration: PRE_TOKEN } } });

  it('gets the documented event and adds and suppresses claims of the ID token only', async () => {
    const pool = await withTrigger();
    await addUser(local, pool, 'ann', { 'custom:account': 'acc-1' });
    const { poolId: UserPoolId } = pool;
    await local.sdk().send(new CreateGroupCommand({ UserPoolId, GroupName: 'patients' }));
    await local
      .sdk()
      .send(new AdminAddUserToGroupCommand({ UserPoolId, GroupName: 'patients', Username: 'ann' }));
    local.outside.trigger = overriding({
      claimsToAddOrOverride: { account: 'acc-1', diaries: 'oxford/p1' },
      claimsToSuppress: ['email', 'email_verified', 'custom:account'],
    });
    const { AuthenticationResult } = await signIn(local, pool, 'ann');
    const id = claimsOf(AuthenticationResult?.IdToken);
    expect(id).toMatchObject({ account: 'acc-1', diaries: 'oxford/p1' });
    for (const gone of ['email', 'email_verified', 'custom:account']) expect(id).not.toHaveProperty([gone]);
    expect(claimsOf(AuthenticationResult?.AccessToken)).not.toHaveProperty('account');
    expect(local.outside.events).toEqual([
      {
        version: '1',
        triggerSource: 'TokenGeneration_Authentication',
        region: 'eu-west-2',
        userPoolId: pool.poolId,
        userName: 'ann',
        callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: pool.clientId },
        request: {
          userAttributes: {
            sub: id['sub'],
            email: 'ann@example.org',
            email_verified: 'true',
            'custom:account': 'acc-1',
            'cognito:user_status': 'CONFIRMED',
          },
          groupConfiguration: { groupsToOverride: ['patients'], iamRolesToOverride: [], preferredRole: null },
        },
        response: { claimsOverrideDetails: null },
      },
    ]);
  });

  it('cannot change the claims that say who and for whom', async () => {
    const pool = await withTrigger();
    await addUser(local, pool, 'ann');
    local.outside.trigger = overriding({
      claimsToAddOrOverride: { sub: 'x', aud: 'x', 'cognito:groups': 'manager', token_use: 'access' },
      claimsToSuppress: ['iss', 'exp', 'cognito:username'],
    });
    const id = claimsOf((await signIn(local, pool, 'ann')).AuthenticationResult?.IdToken);
    expect(id).toMatchObject({ aud: pool.clientId, token_use: 'id', 'cognito:username': 'ann' });
    expect(id['sub']).not.toBe('x');
    expect(id).toHaveProperty('iss');
    expect(id).toHaveProperty('exp');
    expect(id).not.toHaveProperty('cognito:groups');
  });

  it('changes the groups of both tokens', async () => {
    const pool = await withTrigger();
    await addUser(local, pool, 'ann');
    local.outside.trigger = overriding({ groupOverrideDetails: { groupsToOverride: ['carers'] } });
    const { AuthenticationResult } = await signIn(local, pool, 'ann');
    expect(claimsOf(AuthenticationResult?.IdToken)['cognito:groups']).toEqual(['carers']);
    expect(claimsOf(AuthenticationResult?.AccessToken)['cognito:groups']).toEqual(['carers']);
  });

  it('stops the sign-in when it fails', async () => {
    const pool = await withTrigger();
    await addUser(local, pool, 'ann');
    local.outside.trigger = () => Promise.reject(new Error('no account'));
    expect(await refusal(signIn(local, pool, 'ann'))).toEqual({
      name: 'UserLambdaValidationException',
      message: 'PreTokenGeneration failed with error no account.',
    });
  });

  it('is called three times when it is late, and then stops the sign-in', async () => {
    const pool = await withTrigger();
    await addUser(local, pool, 'ann');
    local.outside.trigger = (_arn, event) =>
      local.outside.events.length < 3 ? new Promise(() => undefined) : Promise.resolve(event);
    expect((await signIn(local, pool, 'ann')).AuthenticationResult).toBeDefined();
    local.outside.trigger = () => new Promise(() => undefined);
    expect(await refusal(signIn(local, pool, 'ann'))).toEqual({
      name: 'UnexpectedLambdaException',
      message:
        'PreTokenGeneration invocation failed due to error Socket timeout while invoking Lambda function.',
    });
    expect(local.outside.events).toHaveLength(6);
  });

  it('stops the sign-in when its answer makes no sense, such as a claim that is not a string', async () => {
    const pool = await withTrigger();
    await addUser(local, pool, 'ann');
    local.outside.trigger = overriding({ claimsToAddOrOverride: { diaries: ['oxford/p1'] } });
    expect(await refusal(signIn(local, pool, 'ann'))).toEqual({
      name: 'InvalidLambdaResponseException',
      message: 'Unrecognizable lambda output',
    });
  });

  it('runs at each refresh, with what the client says about itself', async () => {
    const pool = await withTrigger();
    await addUser(local, pool, 'ann');
    const RefreshToken = await refreshTokenOf(pool);
    await local.sdk().send(
      new GetTokensFromRefreshTokenCommand({
        RefreshToken,
        ClientId: pool.clientId,
        ClientSecret: pool.clientSecret,
        ClientMetadata: { site: 'diary' },
      }),
    );
    expect(local.outside.events[1]).toMatchObject({
      triggerSource: 'TokenGeneration_RefreshTokens',
      request: { clientMetadata: { site: 'diary' } },
    });
  });
});

const REVOKED = { name: 'NotAuthorizedException', message: 'Refresh Token has been revoked' };

describe('a refresh', () => {
  it('gives new tokens of the same sign-in, and no refresh token where they do not rotate', async () => {
    const pool = await makePool(local);
    await addUser(local, pool, 'ann');
    const first = (await signIn(local, pool, 'ann')).AuthenticationResult;
    local.later({ minutes: 20 });
    const { AuthenticationResult: next } = await refreshed(pool, given(first?.RefreshToken));
    expect(next?.RefreshToken).toBeUndefined();
    const [before, after] = [claimsOf(first?.IdToken), claimsOf(next?.IdToken)];
    expect(after['auth_time']).toBe(before['auth_time']);
    expect(after['origin_jti']).toBe(before['origin_jti']);
    expect(after['iat']).toBe(Number(before['iat']) + 1200);
    expect(after['jti']).not.toBe(before['jti']);
  });

  it('by REFRESH_TOKEN_AUTH asks for the hash made with the user name', async () => {
    const pool = await makePool(local, {
      client: { ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
    });
    await addUser(local, pool, 'ann');
    const REFRESH_TOKEN = await refreshTokenOf(pool);
    const attempt = (SECRET_HASH: string) =>
      local.sdk().send(
        new AdminInitiateAuthCommand({
          UserPoolId: pool.poolId,
          ClientId: pool.clientId,
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          AuthParameters: { REFRESH_TOKEN, SECRET_HASH },
        }),
      );
    expect((await attempt(pool.hash('ann'))).AuthenticationResult?.IdToken).toBeTruthy();
    expect((await refusal(attempt(pool.hash('bob')))).name).toBe('NotAuthorizedException');
  });

  it('refuses a wrong client secret, another client, a made-up token and one out of time', async () => {
    const pool = await makePool(local, {
      client: { RefreshTokenValidity: 12, TokenValidityUnits: { RefreshToken: 'hours' } },
    });
    const other = await makePool(local);
    await addUser(local, pool, 'ann');
    const token = await refreshTokenOf(pool);
    expect((await refusal(refreshed(pool, token, 'wrong'))).name).toBe('NotAuthorizedException');
    const invalid = { name: 'NotAuthorizedException', message: 'Invalid Refresh Token' };
    expect(await refusal(refreshed(other, token))).toEqual(invalid);
    expect(await refusal(refreshed(pool, `${token}x`))).toEqual(invalid);
    expect(await refusal(refreshed(pool, 'nonsense'))).toEqual(invalid);
    local.later({ hours: 12 });
    expect(await refusal(refreshed(pool, token))).toEqual({
      name: 'NotAuthorizedException',
      message: 'Refresh Token has expired',
    });
  });

  it('is over after a sign-out everywhere, and the access token opens nothing any more', async () => {
    const pool = await makePool(local, { mfa: 'OPTIONAL' });
    await addUser(local, pool, 'ann');
    const { AuthenticationResult } = await signIn(local, pool, 'ann');
    const elsewhere = await refreshTokenOf(pool);
    await local.sdk().send(new AdminUserGlobalSignOutCommand({ UserPoolId: pool.poolId, Username: 'ann' }));
    expect(await refusal(refreshed(pool, given(AuthenticationResult?.RefreshToken)))).toEqual(REVOKED);
    expect(await refusal(refreshed(pool, elsewhere))).toEqual(REVOKED);
    const { AccessToken } = AuthenticationResult ?? {};
    expect(await refusal(local.sdk().send(new AssociateSoftwareTokenCommand({ AccessToken })))).toEqual({
      name: 'NotAuthorizedException',
      message: 'Access Token has been revoked',
    });
    expect((await refreshed(pool, await refreshTokenOf(pool))).AuthenticationResult).toBeDefined();
  });

  it('is refused to a user who was disabled', async () => {
    const pool = await makePool(local);
    await addUser(local, pool, 'ann');
    const token = await refreshTokenOf(pool);
    await local.sdk().send(new AdminDisableUserCommand({ UserPoolId: pool.poolId, Username: 'ann' }));
    expect((await refusal(refreshed(pool, token))).message).toBe('User is disabled.');
  });

  it('survives a restart', async () => {
    const pool = await makePool(local);
    await addUser(local, pool, 'ann');
    const token = await refreshTokenOf(pool);
    await local.restart();
    expect((await refreshed(pool, token)).AuthenticationResult?.IdToken).toBeTruthy();
  });
});

describe('refresh token rotation', () => {
  const rotating = (RetryGracePeriodSeconds: number) =>
    makePool(local, { client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds } } });
  const reused = 'RefreshTokenReuseException';

  it('gives a new token each time and refuses the one before at once, without grace', async () => {
    const pool = await rotating(0);
    await addUser(local, pool, 'ann');
    const first = await refreshTokenOf(pool);
    const second = given((await refreshed(pool, first)).AuthenticationResult?.RefreshToken);
    expect(second).not.toBe(first);
    expect((await refusal(refreshed(pool, first))).name).toBe(reused);
    expect((await refreshed(pool, second)).AuthenticationResult?.RefreshToken).toBeTruthy();
  });

  it('allows retries with the old token for the grace period', async () => {
    const pool = await rotating(30);
    await addUser(local, pool, 'ann');
    const first = await refreshTokenOf(pool);
    await refreshed(pool, first);
    local.later({ seconds: 29 });
    expect((await refreshed(pool, first)).AuthenticationResult?.RefreshToken).toBeTruthy();
    local.later({ seconds: 1 });
    expect((await refusal(refreshed(pool, first))).name).toBe(reused);
  });

  it('does not lengthen the sign-in: the newest token ends when the first would have', async () => {
    const pool = await rotating(0);
    await addUser(local, pool, 'ann');
    const first = await refreshTokenOf(pool);
    local.later({ hours: 29 * 24 });
    const second = given((await refreshed(pool, first)).AuthenticationResult?.RefreshToken);
    local.later({ hours: 24 });
    expect((await refusal(refreshed(pool, second))).message).toBe('Refresh Token has expired');
  });

  it('lets one of two calls at once rotate a token, not both', async () => {
    const pool = await makePool(local, {
      pool: { LambdaConfig: { PreTokenGeneration: PRE_TOKEN } },
      client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 } },
    });
    await addUser(local, pool, 'ann');
    const first = await refreshTokenOf(pool);
    // Both are past the first check while the trigger works.
    let waiting: (() => void)[] = [];
    local.outside.trigger = (_arn, event) =>
      new Promise((resolve) => {
        waiting.push(() => {
          resolve(event);
        });
        if (waiting.length === 2) {
          for (const go of waiting) go();
          waiting = [];
        }
      });
    const both = await Promise.allSettled([refreshed(pool, first), refreshed(pool, first)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('goes with GetTokensFromRefreshToken only', async () => {
    expect(
      await refusal(
        makePool(local, {
          client: {
            ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
            RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
          },
        }),
      ),
    ).toMatchObject({ name: 'InvalidParameterException' });
  });
});

describe('a revocation', () => {
  const revoke = (pool: TestPool, Token: string, ClientSecret = pool.clientSecret) =>
    local.sdk().send(new RevokeTokenCommand({ Token, ClientId: pool.clientId, ClientSecret }));

  it('ends one sign-in with every token of it, and leaves the others', async () => {
    const pool = await makePool(local);
    await addUser(local, pool, 'ann');
    const [here, there] = [await refreshTokenOf(pool), await refreshTokenOf(pool)];
    await revoke(pool, here);
    expect(await refusal(refreshed(pool, here))).toEqual(REVOKED);
    expect((await refreshed(pool, there)).AuthenticationResult).toBeDefined();
  });

  it('takes a token twice, asks for the client secret, and refuses other kinds of token', async () => {
    const pool = await makePool(local);
    await addUser(local, pool, 'ann');
    const { AuthenticationResult } = await signIn(local, pool, 'ann');
    const token = given(AuthenticationResult?.RefreshToken);
    await revoke(pool, token);
    await revoke(pool, token);
    expect((await refusal(revoke(pool, token, 'wrong'))).name).toBe('UnauthorizedException');
    expect((await refusal(revoke(pool, given(AuthenticationResult?.AccessToken)))).name).toBe(
      'UnsupportedTokenTypeException',
    );
    const without = await makePool(local, { client: { EnableTokenRevocation: false } });
    expect((await refusal(revoke(without, token))).name).toBe('UnsupportedOperationException');
  });
});
