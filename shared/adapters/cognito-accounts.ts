import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  GetTokensFromRefreshTokenCommand,
  RevokeTokenCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Audience } from '#contracts/route.ts';
import type { AccountHelp, Accounts, NewAccount } from '#usecases/ports/accounts.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { createCognitoAccountHelp } from './cognito-account-help.ts';
import { knownClients, type KnownClient, type PoolClient } from './cognito-pools.ts';
import { isRefusal, refusalOf } from './cognito-refusals.ts';
import { cognitoSignIn } from './cognito-sign-in.ts';
import { tokensOf } from './cognito-tokens.ts';

type Client = CognitoIdentityProviderClient;
type ClientOf = (audience: Audience) => Promise<KnownClient>;

const sessions = (
  client: Client,
  clientOf: ClientOf,
): Pick<Accounts, 'refresh' | 'revoke' | 'staysSignedIn'> => {
  const revoke: Accounts['revoke'] = async (audience, refreshToken) => {
    const { clientId, secret } = await clientOf(audience);
    await client.send(
      new RevokeTokenCommand({ ClientId: clientId, ClientSecret: secret, Token: refreshToken }),
    );
  };
  return {
    revoke,
    refresh: async (audience, refreshToken, centre) => {
      const { clientId, secret } = await clientOf(audience);
      try {
        const { AuthenticationResult } = await client.send(
          new GetTokensFromRefreshTokenCommand({
            ClientId: clientId,
            ClientSecret: secret,
            RefreshToken: refreshToken,
            // Cognito hands it to the pre-token trigger; of AdminInitiateAuth it would not.
            ...(centre === undefined ? {} : { ClientMetadata: { centre } }),
          }),
        );
        const { tokens, hasPlace } = tokensOf(audience, AuthenticationResult);
        if (hasPlace) return ok(tokens);
        await revoke(audience, tokens.refreshToken);
        return fail('signed-out');
      } catch (error) {
        const refused = refusalOf(error);
        return !refused.ok && refused.failure.code === 'not-accepted' ? fail('signed-out') : refused;
      }
    },
    staysSignedIn: async (audience) => (await clientOf(audience)).refreshSeconds,
  };
};

const recovery = (client: Client, clientOf: ClientOf): Pick<Accounts, 'sendResetCode' | 'resetPassword'> => ({
  sendResetCode: async (audience, { username, language }) => {
    const { clientId, secretHash } = await clientOf(audience);
    try {
      await client.send(
        new ForgotPasswordCommand({
          ClientId: clientId,
          Username: username,
          SecretHash: secretHash(username),
          // For the trigger that words the mail; Cognito keeps none of it.
          ClientMetadata: language === undefined ? undefined : { locale: language },
        }),
      );
    } catch (error) {
      // No such user, none with an address, or asked too often: whoever asks is told the same in all cases.
      if (isRefusal(error, 'InvalidParameterException')) return;
      refusalOf(error);
    }
  },
  resetPassword: async (audience, { username, code, password }) => {
    const { clientId, secretHash } = await clientOf(audience);
    try {
      await client.send(
        new ConfirmForgotPasswordCommand({
          ClientId: clientId,
          Username: username,
          SecretHash: secretHash(username),
          ConfirmationCode: code,
          Password: password,
        }),
      );
      return ok(undefined);
    } catch (error) {
      return refusalOf(error);
    }
  },
});

/** The person holds a code that only this address was sent. */
const verified = (email: string) => [
  { Name: 'email', Value: email },
  { Name: 'email_verified', Value: 'true' },
];
const attributesOf = ({ account, email }: NewAccount) => [
  { Name: 'custom:account', Value: account },
  ...(email === undefined ? [] : verified(email)),
];

const creation = (
  client: Client,
  clientOf: ClientOf,
  find: AccountHelp['find'],
): Pick<Accounts, 'create' | 'setPassword' | 'setEmail'> => {
  const setPassword: Accounts['setPassword'] = async (audience, { username, password }) => {
    const { poolId } = await clientOf(audience);
    try {
      await client.send(
        new AdminSetUserPasswordCommand({
          UserPoolId: poolId,
          Username: username,
          Password: password,
          Permanent: true,
        }),
      );
      return ok(undefined);
    } catch (error) {
      return refusalOf(error);
    }
  };
  const make = async (audience: Audience, given: NewAccount): Promise<Result<undefined>> => {
    const { poolId } = await clientOf(audience);
    try {
      await client.send(
        new AdminCreateUserCommand({
          UserPoolId: poolId,
          Username: given.username,
          UserAttributes: attributesOf(given),
          MessageAction: 'SUPPRESS',
        }),
      );
      return ok(undefined);
    } catch (error) {
      if (!isRefusal(error, 'UsernameExistsException')) return refusalOf(error);
      // An acceptance that broke off half-way is finished by asking again: the account id is the same.
      const found = await find(audience, given.username);
      return found?.account === given.account ? ok(undefined) : fail('username-taken');
    }
  };
  return {
    setPassword,
    setEmail: async (audience, { username, email }) => {
      const { poolId } = await clientOf(audience);
      const UserAttributes = verified(email);
      await client.send(
        new AdminUpdateUserAttributesCommand({ UserPoolId: poolId, Username: username, UserAttributes }),
      );
    },
    create: async (audience, given) => {
      const made = await make(audience, given);
      return made.ok ? setPassword(audience, given) : made;
    },
  };
};

/** The three user pools, through Cognito's admin operations: the browser never talks to Cognito. */
export const createCognitoAccounts = (given: {
  readonly client: CognitoIdentityProviderClient;
  readonly pools: Readonly<Record<Audience, PoolClient>>;
}): Accounts & AccountHelp => {
  const { client, pools } = given;
  const clientOf = knownClients(client, pools);
  const help = createCognitoAccountHelp({
    client,
    poolIds: { diary: pools.diary.poolId, centre: pools.centre.poolId, registry: pools.registry.poolId },
  });
  return {
    ...help,
    ...cognitoSignIn(client, clientOf),
    ...sessions(client, clientOf),
    ...recovery(client, clientOf),
    ...creation(client, clientOf, (audience, username) => help.find(audience, username)),
  };
};
