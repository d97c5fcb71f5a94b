import { randomUUID } from 'node:crypto';
import type { Cognito } from './context.ts';
import { entry } from './entry.ts';
import { type Claims, readAccessToken, signToken } from './jwt.ts';
import { keyOf } from './lookup.ts';
import { refuse } from './refusal.ts';
import { fingerprint, randomToken } from './secrets.ts';
import { tokenLifetimes } from './settings.ts';
import type { Client, Grant, Group, Pool, User } from './state.ts';
import { type ClaimsOverride, preTokenGeneration, userAttributes } from './triggers.ts';

/** Claims no trigger may change (developer guide, "Pre token generation", version 1). */
const RESERVED = new Set(
  'acr amr aud at_hash auth_time azp cognito:groups cognito:username exp iat identities iss jti nbf nonce origin_jti sub token_use event_id'.split(
    ' ',
  ),
);
const BOOLEANS = new Set(['email_verified', 'phone_number_verified']);

export interface SignIn {
  pool: Pool;
  client: Client;
  user: User;
}

export interface AuthenticationResult {
  AccessToken: string;
  IdToken: string;
  RefreshToken?: string;
  ExpiresIn: number;
  TokenType: 'Bearer';
}

/** The user's groups, the most important first (lowest precedence; groups without one last). */
export function groupsOf(pool: Pool, user: User): Group[] {
  return user.groups
    .flatMap((name) => pool.groups[name] ?? [])
    .toSorted(
      (a, b) => (a.precedence ?? Infinity) - (b.precedence ?? Infinity) || a.name.localeCompare(b.name),
    );
}

function attributeClaims({ client, user }: SignIn): Claims {
  const readable = client.settings.ReadAttributes;
  return Object.fromEntries(
    Object.entries(userAttributes(user))
      .filter(([name]) => name === 'sub' || readable === undefined || readable.includes(name))
      .map(([name, value]) => [name, BOOLEANS.has(name) ? value === 'true' : value]),
  );
}

function overridden(claims: Claims, override: ClaimsOverride): Claims {
  const allowed = (name: string): boolean => !RESERVED.has(name);
  const suppressed = new Set((override.claimsToSuppress ?? []).filter(allowed));
  const added = Object.entries(override.claimsToAddOrOverride ?? {}).filter(([name]) => allowed(name));
  const kept = [...Object.entries(claims), ...added].filter(([name]) => !suppressed.has(name));
  return Object.fromEntries(kept);
}

/** The ID and access token of a grant, after the pool's trigger has had its say. */
export async function issueTokens(
  cognito: Cognito,
  signIn: SignIn,
  { originJti, grant }: { originJti: string; grant: Grant },
  source: 'TokenGeneration_Authentication' | 'TokenGeneration_RefreshTokens',
  clientMetadata?: Record<string, string>,
): Promise<AuthenticationResult> {
  const { pool, client, user } = signIn;
  const groups = groupsOf(pool, user);
  const override = await preTokenGeneration(cognito, { pool, client, user, groups }, source, clientMetadata);
  const names = override.groupOverrideDetails?.groupsToOverride ?? groups.map((group) => group.name);
  const iat = Math.floor(cognito.nowMs() / 1000);
  const lifetimes = tokenLifetimes(client.settings);
  const common: Claims = {
    iss: cognito.issuer(pool.id),
    origin_jti: originJti,
    event_id: grant.eventId,
    auth_time: grant.authTime,
    iat,
    ...(names.length > 0 && { 'cognito:groups': names }),
  };
  const id: Claims = {
    ...attributeClaims(signIn),
    ...common,
    'cognito:username': user.username,
    aud: client.id,
    token_use: 'id',
    exp: iat + lifetimes.id,
    jti: randomUUID(),
  };
  const access: Claims = {
    ...common,
    sub: user.sub,
    client_id: client.id,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    exp: iat + lifetimes.access,
    jti: randomUUID(),
    username: user.username,
  };
  return {
    AccessToken: signToken(pool, access),
    IdToken: signToken(pool, overridden(id, override)),
    ExpiresIn: lifetimes.access,
    TokenType: 'Bearer',
  };
}

/** A new refresh token of a grant. It begins with the grant's id, so that it is found again without an index. */
export function addRefreshToken(originJti: string, grant: Grant): string {
  const token = `${originJti}.${randomToken(96)}`;
  grant.tokens[fingerprint(token)] = {};
  return token;
}

/** Ends a sign-in with its tokens: an ID, an access and a refresh token. */
export async function grantTokens(
  cognito: Cognito,
  signIn: SignIn,
  clientMetadata?: Record<string, string>,
): Promise<AuthenticationResult> {
  const { pool, client, user } = signIn;
  const nowMs = cognito.nowMs();
  const originJti = randomUUID();
  const grant: Grant = {
    user: keyOf(pool, user),
    clientId: client.id,
    eventId: randomUUID(),
    authTime: Math.floor(nowMs / 1000),
    expiresAt: nowMs + tokenLifetimes(client.settings).refresh * 1000,
    revoked: false,
    tokens: {},
  };
  const about = { originJti, grant };
  const tokens = await issueTokens(cognito, signIn, about, 'TokenGeneration_Authentication', clientMetadata);
  const RefreshToken = addRefreshToken(originJti, grant);
  pool.grants[originJti] = grant;
  return { ...tokens, RefreshToken };
}

/** The sign-in a refresh token belongs to, with the token's own record; undefined when it is not one of ours. */
export function grantOfToken(
  pool: Pool,
  client: Client,
  token: string,
): { originJti: string; grant: Grant; record: Grant['tokens'][string] } | undefined {
  const originJti = token.slice(0, Math.max(0, token.indexOf('.')));
  const grant = entry(pool.grants, originJti);
  const record = grant?.tokens[fingerprint(token)];
  return grant?.clientId === client.id && record ? { originJti, grant, record } : undefined;
}

/** Revokes every sign-in of a user: refresh tokens are refused, and access tokens no longer open this API. */
export function revokeAll(pool: Pool, user: User): void {
  for (const grant of Object.values(pool.grants)) {
    if (grant.user === keyOf(pool, user)) grant.revoked = true;
  }
}

/** Forgets the sign-ins and sessions that ran out a day ago; until then they are told apart from unknown ones. */
export function forgetExpired(pool: Pool, nowMs: number): void {
  const old = nowMs - 86_400_000;
  for (const [id, grant] of Object.entries(pool.grants)) {
    if (grant.expiresAt < old) Reflect.deleteProperty(pool.grants, id);
  }
  for (const [id, session] of Object.entries(pool.sessions)) {
    if (session.expiresAt < old) Reflect.deleteProperty(pool.sessions, id);
  }
}

/** The user an access token speaks for. Refuses a foreign, expired or revoked one in Cognito's words. */
export function userOfAccessToken(cognito: Cognito, token: string): { pool: Pool; user: User } {
  for (const pool of Object.values(cognito.state.pools)) {
    const claims = readAccessToken(pool, token);
    if (!claims) continue;
    if (claims.exp * 1000 <= cognito.nowMs()) refuse('NotAuthorizedException', 'Access Token has expired');
    if (pool.grants[claims.origin_jti]?.revoked !== false) {
      refuse('NotAuthorizedException', 'Access Token has been revoked');
    }
    const user = Object.values(pool.users).find((candidate) => candidate.username === claims.username);
    if (user) return { pool, user };
  }
  return refuse('NotAuthorizedException', 'Invalid Access Token');
}
