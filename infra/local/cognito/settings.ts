import * as z from 'zod';

/**
 * The settings of a pool and of a client that change what this server answers. Loose objects: everything else a
 * template says is kept and described back, as the API does.
 */
const attributeSchema = z.looseObject({
  Name: z.string(),
  AttributeDataType: z.string().optional(),
  Mutable: z.boolean().optional(),
  Required: z.boolean().optional(),
  StringAttributeConstraints: z
    .object({ MinLength: z.coerce.string().optional(), MaxLength: z.coerce.string().optional() })
    .optional(),
});

export const poolSettings = z.looseObject({
  Policies: z
    .looseObject({
      PasswordPolicy: z
        .looseObject({
          MinimumLength: z.number().int().min(6).max(99).optional(),
          RequireUppercase: z.boolean().optional(),
          RequireLowercase: z.boolean().optional(),
          RequireNumbers: z.boolean().optional(),
          RequireSymbols: z.boolean().optional(),
        })
        .optional(),
    })
    .optional(),
  MfaConfiguration: z.enum(['OFF', 'ON', 'OPTIONAL']).optional(),
  Schema: z.array(attributeSchema).optional(),
  UsernameConfiguration: z.object({ CaseSensitive: z.boolean() }).optional(),
  UsernameAttributes: z.array(z.string()).optional(),
  AliasAttributes: z.array(z.string()).optional(),
  LambdaConfig: z
    .looseObject({ PreTokenGeneration: z.string().optional(), CustomMessage: z.string().optional() })
    .optional(),
  EmailConfiguration: z
    .looseObject({
      From: z.string().optional(),
      SourceArn: z.string().optional(),
      ConfigurationSet: z.string().optional(),
      EmailSendingAccount: z.string().optional(),
    })
    .optional(),
  EmailVerificationSubject: z.string().optional(),
  EmailVerificationMessage: z.string().optional(),
  VerificationMessageTemplate: z
    .looseObject({ EmailSubject: z.string().optional(), EmailMessage: z.string().optional() })
    .optional(),
});
export type PoolSettings = z.infer<typeof poolSettings>;

const unit = z.enum(['seconds', 'minutes', 'hours', 'days']);

export const clientSettings = z.looseObject({
  ClientName: z.string(),
  ExplicitAuthFlows: z.array(z.string()).optional(),
  PreventUserExistenceErrors: z.enum(['ENABLED', 'LEGACY']).optional(),
  EnableTokenRevocation: z.boolean().optional(),
  AuthSessionValidity: z.number().int().min(3).max(15).optional(),
  AccessTokenValidity: z.number().int().optional(),
  IdTokenValidity: z.number().int().optional(),
  RefreshTokenValidity: z.number().int().optional(),
  TokenValidityUnits: z
    .object({ AccessToken: unit.optional(), IdToken: unit.optional(), RefreshToken: unit.optional() })
    .optional(),
  RefreshTokenRotation: z
    .object({
      Feature: z.enum(['ENABLED', 'DISABLED']),
      RetryGracePeriodSeconds: z.number().int().min(0).max(60).optional(),
    })
    .optional(),
  ReadAttributes: z.array(z.string()).optional(),
});
export type ClientSettings = z.infer<typeof clientSettings>;

const secondsPer = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;

/**
 * How long each token of a client lives, in seconds. Defaults from CreateUserPoolClient: one hour for the ID and
 * access token (unit hours), thirty days for the refresh token (unit days).
 */
export function tokenLifetimes(settings: ClientSettings): { id: number; access: number; refresh: number } {
  const units = settings.TokenValidityUnits;
  return {
    id: (settings.IdTokenValidity ?? 1) * secondsPer[units?.IdToken ?? 'hours'],
    access: (settings.AccessTokenValidity ?? 1) * secondsPer[units?.AccessToken ?? 'hours'],
    // A refresh validity of 0 means the default, says CreateUserPoolClient.
    refresh: (settings.RefreshTokenValidity || 30) * secondsPer[units?.RefreshToken ?? 'days'],
  };
}
