import {
  AdminDeleteSoftwareTokenCommand,
  AdminGetUserCommand,
  AdminUserGlobalSignOutCommand,
  type AdminGetUserCommandOutput,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Audience } from '#contracts/route.ts';
import type { AccountFound, AccountHelp } from '#usecases/ports/accounts.ts';
import { isRefusal } from './cognito-refusals.ts';

const foundOf = (answer: AdminGetUserCommandOutput): AccountFound => {
  const attribute = (name: string) => answer.UserAttributes?.find((one) => one.Name === name)?.Value;
  const account = attribute('custom:account');
  if (account === undefined || answer.Username === undefined) throw new Error('A user has no account id.');
  const email = attribute('email');
  return {
    account,
    username: answer.Username,
    ...(email === undefined || email === '' ? {} : { email }),
    secondFactor: answer.UserMFASettingList?.includes('SOFTWARE_TOKEN_MFA') ?? false,
  };
};

/**
 * Help for people who lost something, in the pools a function may reach.
 *
 * @param given.poolIds asking for an audience without a pool throws: the function has no right to it
 */
export const createCognitoAccountHelp = (given: {
  readonly client: CognitoIdentityProviderClient;
  readonly poolIds: Readonly<Partial<Record<Audience, string>>>;
}): AccountHelp => {
  const { client } = given;
  const user = (audience: Audience, Username: string) => {
    const UserPoolId = given.poolIds[audience];
    if (UserPoolId === undefined) throw new Error('This function does not reach that user pool.');
    return { UserPoolId, Username };
  };
  return {
    find: async (audience, username) => {
      try {
        return foundOf(await client.send(new AdminGetUserCommand(user(audience, username))));
      } catch (error) {
        if (isRefusal(error, 'UserNotFoundException')) return undefined;
        throw error;
      }
    },
    resetSecondFactor: async (audience, username) => {
      await client.send(new AdminDeleteSoftwareTokenCommand(user(audience, username)));
    },
    signOutEverywhere: async (audience, username) => {
      await client.send(new AdminUserGlobalSignOutCommand(user(audience, username)));
    },
  };
};
