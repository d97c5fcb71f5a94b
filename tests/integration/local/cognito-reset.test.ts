import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminResetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
} from '../../support/cognito-sdk.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type LocalCognito,
  PASSWORD,
  type TestPool,
  addUser,
  given,
  makePool,
  signIn,
  startLocalCognito,
} from '../../support/local-cognito.ts';
import { refusal } from '../../support/refusal.ts';

const CUSTOM_MESSAGE = 'arn:aws:lambda:eu-west-2:000000000000:function:custom-message';
const NEW_PASSWORD = 'Another-Harbour-43';

let local: LocalCognito;
let pool: TestPool;
beforeEach(async () => {
  local = await startLocalCognito();
  pool = await makePool(local, {
    pool: {
      LambdaConfig: { CustomMessage: CUSTOM_MESSAGE },
      EmailConfiguration: { From: 'Haemdiary <no-reply@example.org>', ConfigurationSet: 'haemdiary' },
    },
  });
  await addUser(local, pool, 'ann');
});
afterEach(async () => {
  await local.stop();
});

const forgot = (username: string, to = pool) =>
  local.sdk().send(
    new ForgotPasswordCommand({
      ClientId: to.clientId,
      Username: username,
      SecretHash: to.hash(username),
      ClientMetadata: { site: 'diary' },
    }),
  );
const confirm = (username: string, ConfirmationCode: string, Password = NEW_PASSWORD, to = pool) =>
  local.sdk().send(
    new ConfirmForgotPasswordCommand({
      ClientId: to.clientId,
      Username: username,
      SecretHash: to.hash(username),
      ConfirmationCode,
      Password,
    }),
  );
const mailedCode = (): string => given(/\b\d{6}\b/u.exec(local.outside.mails.at(-1)?.html ?? '')?.[0]);
const another = (code: string): string => (code === '000000' ? '111111' : '000000');

const mismatch = {
  name: 'CodeMismatchException',
  message: 'Invalid verification code provided, please try again.',
};
const stale = {
  name: 'ExpiredCodeException',
  message: 'Invalid code provided, please request a code again.',
};
const tooMany = {
  name: 'LimitExceededException',
  message: 'Attempt limit exceeded, please try after some time.',
};

describe('a forgotten password', () => {
  it('is replaced by a code mailed in the words of the trigger', async () => {
    local.outside.trigger = (_arn, event) =>
      Promise.resolve({
        ...(typeof event === 'object' ? event : {}),
        response: { emailSubject: 'Your code', emailMessage: 'Use {####} within an hour.' },
      });
    const { CodeDeliveryDetails } = await forgot('ann');
    expect(CodeDeliveryDetails).toEqual({
      AttributeName: 'email',
      DeliveryMedium: 'EMAIL',
      Destination: 'a***@e***',
    });
    const code = mailedCode();
    expect(local.outside.mails).toEqual([
      {
        to: 'ann@example.org',
        from: 'Haemdiary <no-reply@example.org>',
        subject: 'Your code',
        html: `Use ${code} within an hour.`,
        source: 'cognito',
        configurationSet: 'haemdiary',
      },
    ]);
    await confirm('ann', code);
    expect((await signIn(local, pool, 'ann', NEW_PASSWORD)).AuthenticationResult).toBeDefined();
    expect((await refusal(signIn(local, pool, 'ann', PASSWORD))).name).toBe('NotAuthorizedException');
  });

  it('calls the trigger with the documented event, and never with the code itself', async () => {
    await forgot('ann');
    expect(local.outside.events).toEqual([
      {
        version: '1',
        triggerSource: 'CustomMessage_ForgotPassword',
        region: 'eu-west-2',
        userPoolId: pool.poolId,
        userName: 'ann',
        callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: pool.clientId },
        request: {
          userAttributes: expect.objectContaining({
            email: 'ann@example.org',
            'cognito:user_status': 'CONFIRMED',
          }) as unknown,
          codeParameter: '{####}',
          linkParameter: '{##Click Here##}',
          usernameParameter: null,
          clientMetadata: { site: 'diary' },
        },
        response: { smsMessage: null, emailMessage: null, emailSubject: null },
      },
    ]);
    expect(JSON.stringify(local.outside.events)).not.toContain(mailedCode());
  });

  it('answers those it cannot mail exactly as the others, and mails nothing', async () => {
    await addUser(local, pool, 'unverified', { email_verified: 'false' });
    await addUser(local, pool, 'disabled');
    await local.sdk().send(new AdminDisableUserCommand({ UserPoolId: pool.poolId, Username: 'disabled' }));
    for (const username of ['nobody', 'unverified', 'disabled']) {
      const { CodeDeliveryDetails } = await forgot(username);
      expect(CodeDeliveryDetails).toEqual({
        AttributeName: 'email',
        DeliveryMedium: 'EMAIL',
        Destination: expect.stringMatching(/^[a-z]\*{3}@[a-z]\*{3}$/u) as unknown,
      });
      expect((await forgot(username)).CodeDeliveryDetails).toEqual(CodeDeliveryDetails);
      expect(await refusal(confirm(username, '123456'))).toMatchObject({
        name: expect.stringMatching(/^(CodeMismatch|ExpiredCode)Exception$/u) as unknown,
      });
    }
    expect(local.outside.mails).toEqual([]);
  });

  it('tells them apart where the client does not hide users', async () => {
    const open = await makePool(local, { client: { PreventUserExistenceErrors: 'LEGACY' } });
    await addUser(local, open, 'unverified', { email_verified: 'false' });
    expect((await refusal(forgot('nobody', open))).name).toBe('UserNotFoundException');
    expect(await refusal(forgot('unverified', open))).toEqual({
      name: 'InvalidParameterException',
      message: 'Cannot reset password for the user as there is no registered/verified email or phone_number',
    });
    expect((await refusal(confirm('nobody', '123456', NEW_PASSWORD, open))).name).toBe(
      'UserNotFoundException',
    );
  });

  it('takes a code for an hour and once', async () => {
    await forgot('ann');
    const code = mailedCode();
    local.later({ minutes: 60 });
    expect(await refusal(confirm('ann', code))).toEqual(stale);
    await forgot('ann');
    await confirm('ann', mailedCode());
    expect(await refusal(confirm('ann', mailedCode()))).toEqual(stale);
  });

  it('takes only the newest code', async () => {
    await forgot('ann');
    const first = mailedCode();
    await forgot('ann');
    const second = mailedCode();
    if (first !== second) expect(await refusal(confirm('ann', first))).toEqual(mismatch);
    expect(await refusal(confirm('ann', second))).toMatchObject({ name: 'none' });
  });

  it('takes five wrong codes an hour, and then not even the right one', async () => {
    await forgot('ann');
    const code = mailedCode();
    for (let n = 0; n < 5; n += 1) expect(await refusal(confirm('ann', another(code)))).toEqual(mismatch);
    expect(await refusal(confirm('ann', code))).toEqual(tooMany);
    local.later({ minutes: 59, seconds: 59 });
    expect(await refusal(confirm('ann', code))).toEqual(tooMany);
    local.later({ seconds: 1 });
    expect(await refusal(confirm('ann', code))).toEqual(stale);
  });

  it('limits both alike for a name that does not exist', async () => {
    for (const username of ['ann', 'nobody']) {
      for (let n = 0; n < 5; n += 1) await forgot(username);
      expect(await refusal(forgot(username))).toEqual(tooMany);
      for (let n = 0; n < 5; n += 1) await refusal(confirm(username, 'wrong1'));
      expect(await refusal(confirm(username, 'wrong1'))).toEqual(tooMany);
    }
  });

  it('keeps the code when the new password breaks the policy', async () => {
    await forgot('ann');
    expect((await refusal(confirm('ann', mailedCode(), 'short'))).name).toBe('InvalidPasswordException');
    await confirm('ann', mailedCode());
    expect((await signIn(local, pool, 'ann', NEW_PASSWORD)).AuthenticationResult).toBeDefined();
  });

  it('ends a lock-out', async () => {
    for (let n = 0; n < 8; n += 1) {
      await refusal(signIn(local, pool, 'ann', 'Wrong-Harbour-42'));
      local.later({ seconds: 5 });
    }
    await refusal(signIn(local, pool, 'ann', 'Wrong-Harbour-42'));
    await forgot('ann');
    await confirm('ann', mailedCode());
    expect((await signIn(local, pool, 'ann', NEW_PASSWORD)).AuthenticationResult).toBeDefined();
  });

  it('is not for a user who never had one', async () => {
    await local.sdk().send(
      new AdminCreateUserCommand({
        UserPoolId: pool.poolId,
        Username: 'new',
        MessageAction: 'SUPPRESS',
        UserAttributes: [
          { Name: 'email', Value: 'new@example.org' },
          { Name: 'email_verified', Value: 'true' },
        ],
      }),
    );
    const state = {
      name: 'NotAuthorizedException',
      message: 'User password cannot be reset in the current state.',
    };
    expect(await refusal(forgot('new'))).toEqual(state);
    const reset = new AdminResetUserPasswordCommand({ UserPoolId: pool.poolId, Username: 'new' });
    expect(await refusal(local.sdk().send(reset))).toEqual(state);
  });

  it('asks for the secret hash in both steps', async () => {
    const client = { ClientId: pool.clientId, Username: 'ann' };
    const words = `Client ${pool.clientId} is configured with secret but SECRET_HASH was not received`;
    expect((await refusal(local.sdk().send(new ForgotPasswordCommand(client)))).message).toBe(words);
    const second = { ...client, ConfirmationCode: '123456', Password: NEW_PASSWORD };
    expect((await refusal(local.sdk().send(new ConfirmForgotPasswordCommand(second)))).message).toBe(words);
  });

  it('says when the trigger failed or the mail was not taken', async () => {
    local.outside.trigger = () => Promise.reject(new Error('no words'));
    expect(await refusal(forgot('ann'))).toEqual({
      name: 'UserLambdaValidationException',
      message: 'CustomMessage failed with error no words.',
    });
    local.outside.trigger = (_arn, event) => Promise.resolve(event);
    local.outside.deliver = () => Promise.reject(new Error('box is full'));
    expect((await refusal(forgot('ann'))).name).toBe('CodeDeliveryFailureException');
  });

  it('goes to the address on file now', async () => {
    await local.sdk().send(
      new AdminUpdateUserAttributesCommand({
        UserPoolId: pool.poolId,
        Username: 'ann',
        UserAttributes: [
          { Name: 'email', Value: 'new@example.net' },
          { Name: 'email_verified', Value: 'true' },
        ],
      }),
    );
    await forgot('ann');
    expect(local.outside.mails.at(-1)?.to).toBe('new@example.net');
  });
});

describe('a password an administrator resets', () => {
  it('cannot be used until the user has chosen a new one with the mailed code', async () => {
    await local.sdk().send(new AdminResetUserPasswordCommand({ UserPoolId: pool.poolId, Username: 'ann' }));
    expect(await refusal(signIn(local, pool, 'ann'))).toEqual({
      name: 'PasswordResetRequiredException',
      message: 'Password reset required for the user',
    });
    await confirm('ann', mailedCode());
    expect((await signIn(local, pool, 'ann', NEW_PASSWORD)).AuthenticationResult).toBeDefined();
  });
});
