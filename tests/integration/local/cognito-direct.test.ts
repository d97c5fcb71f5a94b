import {
  AssociateSoftwareTokenCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  GetTokensFromRefreshTokenCommand,
  RevokeTokenCommand,
  VerifySoftwareTokenCommand,
} from '../../support/cognito-sdk.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATION_ACCESS } from '../../../infra/local/cognito/operations.ts';
import { secretHash } from '../../../infra/local/cognito/secrets.ts';
import {
  addUser,
  given,
  makePool,
  signIn,
  startLocalCognito,
  type LocalCognito,
  type TestPool,
} from '../../support/local-cognito.ts';
import { refusal } from '../../support/refusal.ts';

/** Whoever has taken the client id out of a token, and calls Cognito's public operations with it from anywhere. */
let local: LocalCognito;
let pool: TestPool;
let refreshToken: string;

beforeAll(async () => {
  local = await startLocalCognito();
  pool = await makePool(local, {
    client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 } },
  });
  await addUser(local, pool, 'robin');
  refreshToken = given((await signIn(local, pool, 'robin')).AuthenticationResult?.RefreshToken);
});
afterAll(() => local.stop());

type Secret = { readonly ClientSecret?: string; readonly SecretHash?: string };
const known = { Username: 'robin' };
const calls: Readonly<Record<string, (id: { ClientId: string }, secret: Secret) => Promise<unknown>>> = {
  ForgotPassword: (id, { SecretHash }) =>
    local.sdk().send(new ForgotPasswordCommand({ ...id, ...known, ...(SecretHash && { SecretHash }) })),
  ConfirmForgotPassword: (id, { SecretHash }) =>
    local.sdk().send(
      new ConfirmForgotPasswordCommand({
        ...id,
        ...known,
        ConfirmationCode: '123456',
        Password: 'Four-Green-Umbrellas-4',
        ...(SecretHash && { SecretHash }),
      }),
    ),
  GetTokensFromRefreshToken: (id, { ClientSecret }) =>
    local.sdk().send(
      new GetTokensFromRefreshTokenCommand({
        ...id,
        RefreshToken: refreshToken,
        ...(ClientSecret && { ClientSecret }),
      }),
    ),
  RevokeToken: (id, { ClientSecret }) =>
    local
      .sdk()
      .send(new RevokeTokenCommand({ ...id, Token: refreshToken, ...(ClientSecret && { ClientSecret }) })),
};
/** Take no client id: only a session that a signed AdminInitiateAuth gave opens them. */
const bySession = {
  AssociateSoftwareToken: () =>
    local.sdk().send(new AssociateSoftwareTokenCommand({ Session: 'made-up-session-of-somebody' })),
  VerifySoftwareToken: () =>
    local
      .sdk()
      .send(new VerifySoftwareTokenCommand({ Session: 'made-up-session-of-somebody', UserCode: '123456' })),
};
const REFUSED = ['NotAuthorizedException', 'UnauthorizedException'];

describe('the client id alone', () => {
  it('is tried at every operation that needs no signature of ours', () => {
    const open = [...OPERATION_ACCESS].flatMap(([name, access]) => (access === 'public' ? [name] : []));
    expect(open.sort()).toEqual([...Object.keys(calls), ...Object.keys(bySession)].sort());
  });

  it.each(Object.keys(calls))('opens %s to nobody without the secret, or with a wrong one', async (name) => {
    const call = given(calls[name]);
    const id = { ClientId: pool.clientId };
    const wrong = {
      ClientSecret: 'a'.repeat(52),
      SecretHash: secretHash('a'.repeat(52), 'robin', pool.clientId),
    };
    const before = local.outside.mails.length;
    expect(REFUSED).toContain((await refusal(call(id, {}))).name);
    expect(REFUSED).toContain((await refusal(call(id, wrong))).name);
    expect(local.outside.mails.length).toBe(before);
  });

  it.each(Object.keys(bySession))('opens %s to nobody without a session', async (name) => {
    const call = given(Object.entries(bySession).find(([one]) => one === name))[1];
    expect((await refusal(call())).name).toBe('NotAuthorizedException');
  });

  it('has refused each for the secret alone: with the right one they are answered', async () => {
    const right = { ClientSecret: pool.clientSecret, SecretHash: pool.hash('robin') };
    const id = { ClientId: pool.clientId };
    await given(calls['ForgotPassword'])(id, right);
    await given(calls['GetTokensFromRefreshToken'])(id, right);
    await given(calls['RevokeToken'])(id, right);
    expect((await refusal(given(calls['ConfirmForgotPassword'])(id, right))).name).toBe(
      'CodeMismatchException',
    );
  });
});
