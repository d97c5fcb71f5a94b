import * as z from 'zod';
import { clientSettings, poolSettings } from './settings.ts';

/** Everything this server remembers, as it is written to disk. Times are epoch milliseconds. */
const user = z.object({
  username: z.string(),
  sub: z.string(),
  attributes: z.record(z.string(), z.string()),
  enabled: z.boolean(),
  status: z.enum(['CONFIRMED', 'FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED']),
  createdAt: z.number(),
  modifiedAt: z.number(),
  /** `salt:hash`; never the password itself. */
  password: z.string().optional(),
  groups: z.array(z.string()),
  /** The registered authenticator; `lastStep` is the newest 30-second step a code was accepted for. */
  totp: z.object({ secret: z.string(), lastStep: z.number() }).optional(),
  /** A secret handed out for an access token and not yet verified. */
  pendingTotp: z.string().optional(),
  mfa: z.object({ enabled: z.boolean(), preferred: z.boolean() }),
  failures: z.object({ count: z.number(), lockedUntil: z.number(), lastAttemptAt: z.number() }),
  resetCode: z.object({ hash: z.string(), expiresAt: z.number() }).optional(),
});

const session = z.object({
  user: z.string(),
  clientId: z.string(),
  challenge: z.enum(['SOFTWARE_TOKEN_MFA', 'MFA_SETUP', 'NEW_PASSWORD_REQUIRED']),
  stage: z.enum(['challenged', 'associated', 'verified']),
  secret: z.string().optional(),
  expiresAt: z.number(),
  used: z.boolean(),
});

/** One sign-in: its refresh tokens all carry its `origin_jti`, and are revoked together. */
const grant = z.object({
  user: z.string(),
  clientId: z.string(),
  eventId: z.string(),
  /** Epoch seconds, as in the `auth_time` claim. */
  authTime: z.number(),
  expiresAt: z.number(),
  revoked: z.boolean(),
  /** By the hash of the refresh token; `rotatedAt` once a newer one has replaced it. */
  tokens: z.record(z.string(), z.object({ rotatedAt: z.number().optional() })),
});

const group = z.object({
  name: z.string(),
  description: z.string().optional(),
  precedence: z.number().optional(),
  roleArn: z.string().optional(),
  createdAt: z.number(),
});

const client = z.object({
  id: z.string(),
  secret: z.string().optional(),
  settings: clientSettings,
  createdAt: z.number(),
  modifiedAt: z.number(),
});

const pool = z.object({
  id: z.string(),
  name: z.string(),
  settings: poolSettings,
  softwareTokenMfa: z.boolean(),
  createdAt: z.number(),
  modifiedAt: z.number(),
  /** The signing key: its id and PKCS #8 PEM. */
  key: z.object({ kid: z.string(), pem: z.string() }),
  clients: z.record(z.string(), client),
  groups: z.record(z.string(), group),
  /** By the name folded as the pool compares names. */
  users: z.record(z.string(), user),
  sessions: z.record(z.string(), session),
  grants: z.record(z.string(), grant),
  /** Reset attempts by folded name, known or not: the limits must not tell the two apart. */
  recovery: z.record(
    z.string(),
    z.object({ requestedAt: z.array(z.number()), failedAt: z.array(z.number()) }),
  ),
});

export const state = z.object({ version: z.literal(1), pools: z.record(z.string(), pool) });

export type State = z.infer<typeof state>;
export type Pool = z.infer<typeof pool>;
export type Client = z.infer<typeof client>;
export type Group = z.infer<typeof group>;
export type User = z.infer<typeof user>;
export type Session = z.infer<typeof session>;
export type Grant = z.infer<typeof grant>;
