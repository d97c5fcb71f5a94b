import {
  AdminDeleteSoftwareTokenCommand,
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  VerifySoftwareTokenCommand,
} from '../../support/cognito-sdk.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type LocalCognito,
  PASSWORD,
  addUser,
  claimsOf,
  codeAt,
  enrol,
  given,
  makePool,
  respond,
  signIn,
  startLocalCognito,
} from '../../support/local-cognito.ts';
import { refusal } from '../../support/refusal.ts';

let local: LocalCognito;
beforeEach(async () => {
  local = await startLocalCognito();
});
afterEach(async () => {
  await local.stop();
});

const wrongPassword = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
const lockedOut = { name: 'NotAuthorizedException', message: 'Password attempts exceeded' };

describe('a password sign-in', () => {
  it('answers tokens when no second factor is asked for', async () => {
    const pool = await makePool(local);
    await addUser(local, pool, 'ann');
    const { AuthenticationResult, ChallengeName } = await signIn(local, pool, 'ann');
    expect(ChallengeName).toBeUndefined();
    expect(AuthenticationResult).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 3600 });
    expect(AuthenticationResult?.RefreshToken).toBeTruthy();
  });

  it('takes a user name in any case where the pool does, and only as written where it does not', async () => {
    const insensitive = await makePool(local);
    await addUser(local, insensitive, 'Ann');
    expect((await signIn(local, insensitive, 'aNN')).AuthenticationResult).toBeDefined();
    const sensitive = await makePool(local, { pool: { UsernameConfiguration: { CaseSensitive: true } } });
    await addUser(local, sensitive, 'Ann');
    expect(await refusal(signIn(local, sensitive, 'ann'))).toEqual(wrongPassword);
  });

  it('answers an unknown user as a wrong password where the client hides users, and says so where it does not', async () => {
    const hiding = await makePool(local);
    await addUser(local, hiding, 'ann');
    expect(await refusal(signIn(local, hiding, 'ann', 'Wrong-Harbour-42'))).toEqual(wrongPassword);
    expect(await refusal(signIn(local, hiding, 'nobody'))).toEqual(wrongPassword);
    const legacy = await makePool(local, { client: { PreventUserExistenceErrors: 'LEGACY' } });
    expect(await refusal(signIn(local, legacy, 'nobody'))).toEqual({
      name: 'UserNotFoundException',
      message: 'User does not exist.',
    });
  });

  it('refuses a client that does not prove its secret', async () => {
    const pool = await makePool(local);
    await addUser(local, pool, 'ann');
    const attempt = (hash: Record<string, string>) =>
      refusal(
        local.sdk().send(
          new AdminInitiateAuthCommand({
            UserPoolId: pool.poolId,
            ClientId: pool.clientId,
            AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
            AuthParameters: { USERNAME: 'ann', PASSWORD, ...hash },
          }),
        ),
      );
    expect(await attempt({})).toEqual({
      name: 'NotAuthorizedException',
      message: `Client ${pool.clientId} is configured with secret but SECRET_HASH was not received`,
    });
    expect(await attempt({ SECRET_HASH: pool.hash('bob') })).toEqual({
      name: 'NotAuthorizedException',
      message: `Unable to verify secret hash for client ${pool.clientId}`,
    });
  });

  it('refuses a flow the client does not allow, and a client of another pool', async () => {
    const pool = await makePool(local, { client: { ExplicitAuthFlows: [] } });
    const other = await makePool(local);
    await addUser(local, pool, 'ann');
    expect(await refusal(signIn(local, pool, 'ann'))).toEqual({
      name: 'InvalidParameterException',
      message: 'Auth flow not enabled for this client',
    });
    expect(await refusal(signIn(local, { ...pool, clientId: other.clientId }, 'ann'))).toEqual({
      name: 'ResourceNotFoundException',
      message: `User pool client ${other.clientId} does not exist.`,
    });
  });

  it('tells a disabled user so only when the password is right', async () => {
    const pool = await makePool(local);
    await addUser(local, pool, 'ann');
    await local.sdk().send(new AdminDisableUserCommand({ UserPoolId: pool.poolId, Username: 'ann' }));
    expect(await refusal(signIn(local, pool, 'ann', 'Wrong-Harbour-42'))).toEqual(wrongPassword);
    expect(await refusal(signIn(local, pool, 'ann'))).toEqual({
      name: 'NotAuthorizedException',
      message: 'User is disabled.',
    });
  });

  it('asks a user with a temporary password for a new one', async () => {
    const pool = await makePool(local);
    await addUser(local, pool, 'ann');
    const temporary = {
      UserPoolId: pool.poolId,
      Username: 'ann',
      Password: 'Temporary-Quay-7',
      Permanent: false,
    };
    await local.sdk().send(new AdminSetUserPasswordCommand(temporary));
    const first = await signIn(local, pool, 'ann', 'Temporary-Quay-7');
    expect(first.ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    const NEW_PASSWORD = 'Another-Harbour-43';
    const done = await respond(local, pool, 'ann', 'NEW_PASSWORD_REQUIRED', first.Session, { NEW_PASSWORD });
    expect(done.AuthenticationResult).toBeDefined();
    expect((await signIn(local, pool, 'ann', NEW_PASSWORD)).AuthenticationResult).toBeDefined();
  });
});

describe('the lock-out', () => {
  it('locks for 1 s after five wrong passwords and doubles with each one more, even for the right password', async () => {
    const pool = await makePool(local);
    await addUser(local, pool, 'ann');
    for (let n = 1; n <= 5; n += 1) {
      expect(await refusal(signIn(local, pool, 'ann', 'Wrong-Harbour-42'))).toEqual(wrongPassword);
    }
    expect(await refusal(signIn(local, pool, 'ann'))).toEqual(lockedOut);
    for (const seconds of [1, 2, 4, 8]) {
      local.later({ milliseconds: seconds * 1000 - 1 });
      expect(await refusal(signIn(local, pool, 'ann'))).toEqual(lockedOut);
      local.later({ milliseconds: 1 });
      expect(await refusal(signIn(local, pool, 'ann', 'Wrong-Harbour-42'))).toEqual(wrongPassword);
    }
  });

  it('never lasts longer than fifteen minutes', async () => {
    const pool = await makePool(local);
    await addUser(local, pool, 'ann');
    for (let n = 1; n <= 18; n += 1) {
      await refusal(signIn(local, pool, 'ann', 'Wrong-Harbour-42'));
      // Long enough for every lock, too short to be forgotten: something is tried every five minutes.
      for (let wait = 0; wait < 3; wait += 1) {
        local.later({ minutes: 5 });
        if (wait < 2) await refusal(signIn(local, pool, 'ann', 'Wrong-Harbour-42'));
      }
    }
    expect((await signIn(local, pool, 'ann')).AuthenticationResult).toBeDefined();
  });

  it('starts again from zero after a sign-in, and after fifteen quiet minutes', async () => {
    const pool = await makePool(local);
    await addUser(local, pool, 'ann');
    const fail = async (times: number): Promise<void> => {
      for (let n = 0; n < times; n += 1) await refusal(signIn(local, pool, 'ann', 'Wrong-Harbour-42'));
    };
    await fail(4);
    await signIn(local, pool, 'ann');
    await fail(4);
    expect((await signIn(local, pool, 'ann')).AuthenticationResult).toBeDefined();
    await fail(5);
    local.later({ minutes: 15 });
    await fail(4);
    expect((await signIn(local, pool, 'ann')).AuthenticationResult).toBeDefined();
  });

  it('counts wrong codes of the second factor too, and a right password alone does not reset it', async () => {
    const pool = await makePool(local, { mfa: 'ON' });
    await addUser(local, pool, 'ann');
    await enrol(local, pool, 'ann');
    for (let n = 0; n < 5; n += 1) {
      const { Session } = await signIn(local, pool, 'ann');
      await refusal(
        respond(local, pool, 'ann', 'SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE: '000000' }),
      );
    }
    expect(await refusal(signIn(local, pool, 'ann'))).toEqual(lockedOut);
  });

  it('survives a restart', async () => {
    const pool = await makePool(local);
    await addUser(local, pool, 'ann');
    for (let n = 0; n < 5; n += 1) await refusal(signIn(local, pool, 'ann', 'Wrong-Harbour-42'));
    await local.restart();
    expect(await refusal(signIn(local, pool, 'ann'))).toEqual(lockedOut);
  });
});

describe('the second factor', () => {
  it('is set up on the first sign-in where the pool requires it, and asked for from then on', async () => {
    const pool = await makePool(local, { mfa: 'ON' });
    await addUser(local, pool, 'ann');
    const first = await signIn(local, pool, 'ann');
    expect(first.ChallengeName).toBe('MFA_SETUP');
    expect(first.ChallengeParameters).toEqual({
      MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]',
      USER_ID_FOR_SRP: 'ann',
    });
    const { secret, tokens } = await enrol(local, pool, 'ann');
    expect(claimsOf(tokens.AuthenticationResult?.IdToken)['cognito:username']).toBe('ann');
    local.later({ seconds: 30 });
    const second = await signIn(local, pool, 'ann');
    expect(second.ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
    const done = await respond(local, pool, 'ann', 'SOFTWARE_TOKEN_MFA', second.Session, {
      SOFTWARE_TOKEN_MFA_CODE: codeAt(secret, local.outside.now),
    });
    expect(done.AuthenticationResult).toBeDefined();
  });

  it('cannot be skipped: the session of a set-up that was not verified opens nothing', async () => {
    const pool = await makePool(local, { mfa: 'ON' });
    await addUser(local, pool, 'ann');
    const invalid = { name: 'NotAuthorizedException', message: 'Invalid session for the user.' };
    const first = await signIn(local, pool, 'ann');
    expect(await refusal(respond(local, pool, 'ann', 'MFA_SETUP', first.Session))).toEqual(invalid);
    const associated = await local.sdk().send(new AssociateSoftwareTokenCommand({ Session: first.Session }));
    expect(await refusal(respond(local, pool, 'ann', 'MFA_SETUP', associated.Session))).toEqual(invalid);
  });

  it('takes no session of somebody else', async () => {
    const pool = await makePool(local, { mfa: 'ON' });
    await addUser(local, pool, 'ann');
    await addUser(local, pool, 'bob');
    const { secret } = await enrol(local, pool, 'ann');
    await enrol(local, pool, 'bob');
    local.later({ seconds: 30 });
    const { Session } = await signIn(local, pool, 'bob');
    const SOFTWARE_TOKEN_MFA_CODE = codeAt(secret, local.outside.now);
    expect(
      await refusal(respond(local, pool, 'ann', 'SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE })),
    ).toEqual({ name: 'NotAuthorizedException', message: 'Invalid session for the user.' });
  });

  it('refuses a wrong code and lets the same session try again', async () => {
    const pool = await makePool(local, { mfa: 'ON' });
    await addUser(local, pool, 'ann');
    const { secret } = await enrol(local, pool, 'ann');
    local.later({ seconds: 30 });
    const { Session } = await signIn(local, pool, 'ann');
    const answer = (SOFTWARE_TOKEN_MFA_CODE: string) =>
      respond(local, pool, 'ann', 'SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE });
    const right = codeAt(secret, local.outside.now);
    const wrong = right === '000000' ? '111111' : '000000';
    expect(await refusal(answer(wrong))).toEqual({
      name: 'CodeMismatchException',
      message: 'Invalid code received for user',
    });
    expect((await answer(right)).AuthenticationResult).toBeDefined();
    expect(await refusal(answer(right))).toEqual({
      name: 'NotAuthorizedException',
      message: 'Invalid session for the user, session can only be used once.',
    });
  });

  it('takes a code once, not even the one the authenticator was set up with', async () => {
    const pool = await makePool(local, { mfa: 'ON' });
    await addUser(local, pool, 'ann');
    const { secret } = await enrol(local, pool, 'ann');
    const answer = async () => {
      const { Session } = await signIn(local, pool, 'ann');
      const SOFTWARE_TOKEN_MFA_CODE = codeAt(secret, local.outside.now);
      return respond(local, pool, 'ann', 'SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE });
    };
    const used = { name: 'ExpiredCodeException', message: 'Your software token has already been used once.' };
    expect(await refusal(answer())).toEqual(used);
    local.later({ seconds: 30 });
    expect((await answer()).AuthenticationResult).toBeDefined();
    expect(await refusal(answer())).toEqual(used);
  });

  it('keeps a session as long as the client says, three minutes unless told', async () => {
    const expired = {
      name: 'NotAuthorizedException',
      message: 'Invalid session for the user, session is expired.',
    };
    for (const [AuthSessionValidity, minutes] of [
      [undefined, 3],
      [15, 15],
    ] as const) {
      const pool = await makePool(local, { mfa: 'ON', client: { AuthSessionValidity } });
      await addUser(local, pool, 'ann');
      const { Session } = await signIn(local, pool, 'ann');
      local.later({ seconds: minutes * 60 - 1 });
      const next = await local.sdk().send(new AssociateSoftwareTokenCommand({ Session }));
      local.later({ seconds: 1 });
      expect(
        await refusal(
          local.sdk().send(new VerifySoftwareTokenCommand({ Session: next.Session, UserCode: '123456' })),
        ),
      ).toEqual(expired);
    }
  });

  it('is asked of those who switched it on, where the pool leaves the choice', async () => {
    const pool = await makePool(local, { mfa: 'OPTIONAL' });
    await addUser(local, pool, 'ann');
    const tokens = await signIn(local, pool, 'ann');
    const AccessToken = given(tokens.AuthenticationResult?.AccessToken);
    const user = { UserPoolId: pool.poolId, Username: 'ann' };
    const switchOn = () =>
      local.sdk().send(
        new AdminSetUserMFAPreferenceCommand({
          ...user,
          SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
        }),
      );
    expect(await refusal(switchOn())).toEqual({
      name: 'InvalidParameterException',
      message: 'User has not verified software token mfa',
    });
    const associated = await local.sdk().send(new AssociateSoftwareTokenCommand({ AccessToken }));
    const secret = given(associated.SecretCode);
    const UserCode = codeAt(secret, local.outside.now);
    await local.sdk().send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
    expect((await signIn(local, pool, 'ann')).ChallengeName).toBeUndefined();
    await switchOn();
    expect((await signIn(local, pool, 'ann')).ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
    const described = await local.sdk().send(new AdminGetUserCommand(user));
    expect(described).toMatchObject({
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
    });
  });

  it('refuses to register an authenticator by a wrong code', async () => {
    const pool = await makePool(local, { mfa: 'ON' });
    await addUser(local, pool, 'ann');
    const { Session } = await signIn(local, pool, 'ann');
    const associated = await local.sdk().send(new AssociateSoftwareTokenCommand({ Session }));
    const right = codeAt(given(associated.SecretCode), local.outside.now);
    const verify = (UserCode: string) =>
      local.sdk().send(new VerifySoftwareTokenCommand({ Session: associated.Session, UserCode }));
    expect(await refusal(verify(right === '000000' ? '111111' : '000000'))).toEqual({
      name: 'EnableSoftwareTokenMFAException',
      message: 'Code mismatch',
    });
    expect((await verify(right)).Status).toBe('SUCCESS');
  });

  it('is set up anew after an administrator removed a lost authenticator', async () => {
    const pool = await makePool(local, { mfa: 'ON' });
    await addUser(local, pool, 'ann');
    const { secret } = await enrol(local, pool, 'ann');
    await local.sdk().send(new AdminDeleteSoftwareTokenCommand({ UserPoolId: pool.poolId, Username: 'ann' }));
    expect((await signIn(local, pool, 'ann')).ChallengeName).toBe('MFA_SETUP');
    expect((await enrol(local, pool, 'ann')).secret).not.toBe(secret);
  });

  it('is not offered by a pool without it', async () => {
    const pool = await makePool(local);
    await addUser(local, pool, 'ann');
    const AccessToken = given((await signIn(local, pool, 'ann')).AuthenticationResult?.AccessToken);
    expect(await refusal(local.sdk().send(new AssociateSoftwareTokenCommand({ AccessToken })))).toEqual({
      name: 'SoftwareTokenMFANotFoundException',
      message: 'Software Token MFA has not been enabled by the userPool',
    });
  });
});
