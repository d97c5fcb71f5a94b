import * as z from 'zod';
import { operation } from '../context.ts';
import type { Cognito } from '../context.ts';
import { poolOf } from '../lookup.ts';
import { refuse } from '../refusal.ts';
import { randomId } from '../secrets.ts';
import { type PoolSettings, poolSettings } from '../settings.ts';
import type { Pool } from '../state.ts';

const poolId = z.object({ UserPoolId: z.string() });

/** The ARN IAM policies name a pool by. */
export const poolArn = (cognito: Cognito, id: string): string =>
  `arn:aws:cognito-idp:${cognito.region}:${cognito.account}:userpool/${id}`;

// Said loudly rather than ignored: with either, sign-in would find users this server does not look for.
function refuseUnsupported(settings: PoolSettings): void {
  for (const name of ['UsernameAttributes', 'AliasAttributes'] as const) {
    if ((settings[name] ?? []).length > 0) {
      refuse('InvalidParameterException', `${name} is not supported by the local user pools`);
    }
  }
}

const describe = (cognito: Cognito, pool: Pool): Record<string, unknown> => ({
  UserPool: {
    ...pool.settings,
    MfaConfiguration: pool.settings.MfaConfiguration ?? 'OFF',
    Id: pool.id,
    Name: pool.name,
    Arn: poolArn(cognito, pool.id),
    SchemaAttributes: pool.settings.Schema,
    EstimatedNumberOfUsers: Object.keys(pool.users).length,
    CreationDate: pool.createdAt / 1000,
    LastModifiedDate: pool.modifiedAt / 1000,
  },
});

const mfaConfig = (pool: Pool): Record<string, unknown> => ({
  SoftwareTokenMfaConfiguration: { Enabled: pool.softwareTokenMfa },
  MfaConfiguration: pool.settings.MfaConfiguration ?? 'OFF',
});

export const CreateUserPool = operation(
  'iam',
  poolSettings.extend({ PoolName: z.string().min(1).max(128) }),
  (cognito, { PoolName, ...settings }) => {
    refuseUnsupported(settings);
    const id = `${cognito.region}_${randomId(9)}`;
    const nowMs = cognito.nowMs();
    const pool: Pool = {
      id,
      name: PoolName,
      settings,
      softwareTokenMfa: false,
      createdAt: nowMs,
      modifiedAt: nowMs,
      key: cognito.newKey(),
      clients: {},
      groups: {},
      users: {},
      sessions: {},
      grants: {},
      recovery: {},
    };
    cognito.state.pools[id] = pool;
    return describe(cognito, pool);
  },
);

export const UpdateUserPool = operation(
  'iam',
  poolSettings.extend({ UserPoolId: z.string() }),
  (cognito, { UserPoolId, ...settings }) => {
    refuseUnsupported(settings);
    const pool = poolOf(cognito, UserPoolId);
    // What is not given goes back to its default; the schema and the case of names can never change.
    const { Schema, UsernameConfiguration } = pool.settings;
    pool.settings = {
      ...settings,
      ...(Schema && { Schema }),
      ...(UsernameConfiguration && { UsernameConfiguration }),
    };
    pool.modifiedAt = cognito.nowMs();
    return {};
  },
);

export const DescribeUserPool = operation('iam', poolId, (cognito, { UserPoolId }) =>
  describe(cognito, poolOf(cognito, UserPoolId)),
);

export const SetUserPoolMfaConfig = operation(
  'iam',
  z.object({
    UserPoolId: z.string(),
    MfaConfiguration: z.enum(['OFF', 'ON', 'OPTIONAL']).optional(),
    SoftwareTokenMfaConfiguration: z.object({ Enabled: z.boolean().optional() }).optional(),
  }),
  (cognito, { UserPoolId, MfaConfiguration, SoftwareTokenMfaConfiguration }) => {
    const pool = poolOf(cognito, UserPoolId);
    const softwareTokenMfa = SoftwareTokenMfaConfiguration?.Enabled ?? false;
    if ((MfaConfiguration ?? 'OFF') !== 'OFF' && !softwareTokenMfa) {
      refuse(
        'InvalidParameterException',
        "Invalid MFA configuration given, can't turn on MFA without a second factor.",
      );
    }
    pool.softwareTokenMfa = softwareTokenMfa;
    pool.settings.MfaConfiguration = MfaConfiguration ?? 'OFF';
    pool.modifiedAt = cognito.nowMs();
    return mfaConfig(pool);
  },
);

export const GetUserPoolMfaConfig = operation('iam', poolId, (cognito, { UserPoolId }) =>
  mfaConfig(poolOf(cognito, UserPoolId)),
);

export const DeleteUserPool = operation('iam', poolId, (cognito, { UserPoolId }) => {
  const pool = poolOf(cognito, UserPoolId);
  if (pool.settings['DeletionProtection'] === 'ACTIVE') {
    refuse(
      'InvalidParameterException',
      'The user pool cannot be deleted because deletion protection is activated.',
    );
  }
  Reflect.deleteProperty(cognito.state.pools, UserPoolId);
  return {};
});
