import * as z from 'zod';
import { operation } from '../context.ts';
import { clientOf, poolOf } from '../lookup.ts';
import { refuse } from '../refusal.ts';
import { randomId } from '../secrets.ts';
import { type ClientSettings, clientSettings } from '../settings.ts';
import type { Client, Pool } from '../state.ts';

const ids = z.object({ UserPoolId: z.string(), ClientId: z.string() });

// RefreshTokenRotationType: rotation is completed by GetTokensFromRefreshToken only.
function checkRotation(settings: ClientSettings): void {
  const flows = settings.ExplicitAuthFlows ?? [];
  if (settings.RefreshTokenRotation?.Feature === 'ENABLED' && flows.includes('ALLOW_REFRESH_TOKEN_AUTH')) {
    refuse(
      'InvalidParameterException',
      'ALLOW_REFRESH_TOKEN_AUTH cannot be enabled together with refresh token rotation.',
    );
  }
}

const describe = (pool: Pool, client: Client): Record<string, unknown> => ({
  UserPoolClient: {
    RefreshTokenValidity: 30,
    AuthSessionValidity: 3,
    EnableTokenRevocation: true,
    ...client.settings,
    UserPoolId: pool.id,
    ClientId: client.id,
    ClientSecret: client.secret,
    CreationDate: client.createdAt / 1000,
    LastModifiedDate: client.modifiedAt / 1000,
  },
});

export const CreateUserPoolClient = operation(
  'iam',
  clientSettings.extend({ UserPoolId: z.string(), GenerateSecret: z.boolean().optional() }),
  (cognito, { UserPoolId, GenerateSecret, ...settings }) => {
    const pool = poolOf(cognito, UserPoolId);
    checkRotation(settings);
    const nowMs = cognito.nowMs();
    const client: Client = {
      id: randomId(26),
      ...(GenerateSecret === true && { secret: randomId(51) }),
      settings,
      createdAt: nowMs,
      modifiedAt: nowMs,
    };
    pool.clients[client.id] = client;
    return describe(pool, client);
  },
);

export const UpdateUserPoolClient = operation(
  'iam',
  clientSettings.extend({ UserPoolId: z.string(), ClientId: z.string(), ClientName: z.string().optional() }),
  (cognito, { UserPoolId, ClientId, ClientName, ...settings }) => {
    const pool = poolOf(cognito, UserPoolId);
    const client = clientOf(pool, ClientId);
    const next = { ...settings, ClientName: ClientName ?? client.settings.ClientName };
    checkRotation(next);
    client.settings = next;
    client.modifiedAt = cognito.nowMs();
    return describe(pool, client);
  },
);

export const DescribeUserPoolClient = operation('iam', ids, (cognito, { UserPoolId, ClientId }) => {
  const pool = poolOf(cognito, UserPoolId);
  return describe(pool, clientOf(pool, ClientId));
});

export const DeleteUserPoolClient = operation('iam', ids, (cognito, { UserPoolId, ClientId }) => {
  const pool = poolOf(cognito, UserPoolId);
  Reflect.deleteProperty(pool.clients, clientOf(pool, ClientId).id);
  return {};
});
