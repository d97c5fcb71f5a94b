import type { Access, Operation } from './context.ts';
import { AdminRespondToAuthChallenge } from './operations/challenges.ts';
import {
  CreateUserPoolClient,
  DeleteUserPoolClient,
  DescribeUserPoolClient,
  UpdateUserPoolClient,
} from './operations/clients.ts';
import {
  AdminAddUserToGroup,
  AdminListGroupsForUser,
  AdminRemoveUserFromGroup,
  CreateGroup,
  GetGroup,
} from './operations/groups.ts';
import { ListUsers } from './operations/list-users.ts';
import {
  CreateUserPool,
  DeleteUserPool,
  DescribeUserPool,
  GetUserPoolMfaConfig,
  SetUserPoolMfaConfig,
  UpdateUserPool,
} from './operations/pools.ts';
import { GetTokensFromRefreshToken, RevokeToken } from './operations/refresh.ts';
import { AdminResetUserPassword, ConfirmForgotPassword, ForgotPassword } from './operations/reset.ts';
import {
  AdminDeleteSoftwareToken,
  AdminSetUserMFAPreference,
  AssociateSoftwareToken,
  VerifySoftwareToken,
} from './operations/second-factor.ts';
import { AdminInitiateAuth } from './operations/sign-in.ts';
import {
  AdminCreateUser,
  AdminDeleteUser,
  AdminDisableUser,
  AdminEnableUser,
  AdminGetUser,
  AdminSetUserPassword,
  AdminUpdateUserAttributes,
  AdminUserGlobalSignOut,
} from './operations/users.ts';

/** Every operation this server answers, by its name on the wire. */
export const operations = new Map<string, Operation>(
  Object.entries({
    AdminAddUserToGroup,
    AdminCreateUser,
    AdminDeleteSoftwareToken,
    AdminDeleteUser,
    AdminDisableUser,
    AdminEnableUser,
    AdminGetUser,
    AdminInitiateAuth,
    AdminListGroupsForUser,
    AdminRemoveUserFromGroup,
    AdminResetUserPassword,
    AdminRespondToAuthChallenge,
    AdminSetUserMFAPreference,
    AdminSetUserPassword,
    AdminUpdateUserAttributes,
    AdminUserGlobalSignOut,
    AssociateSoftwareToken,
    ConfirmForgotPassword,
    CreateGroup,
    CreateUserPool,
    CreateUserPoolClient,
    DeleteUserPool,
    DeleteUserPoolClient,
    DescribeUserPool,
    DescribeUserPoolClient,
    ForgotPassword,
    GetGroup,
    GetTokensFromRefreshToken,
    GetUserPoolMfaConfig,
    ListUsers,
    RevokeToken,
    SetUserPoolMfaConfig,
    UpdateUserPool,
    UpdateUserPoolClient,
    VerifySoftwareToken,
  }),
);

/**
 * Who decides about each operation: `iam` are the signed ones a role's policy must allow; `public` are those the
 * developer guide lists as unauthenticated or token-authorised, which no policy can allow or deny.
 */
export const OPERATION_ACCESS: ReadonlyMap<string, Access> = new Map(
  [...operations].map(([name, { access }]) => [name, access]),
);
