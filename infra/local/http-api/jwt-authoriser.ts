import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import * as z from 'zod';
import { jsonObjectSchema, type Json, type JsonObject } from '../template/json.ts';
import type { JwtAuthorizer } from './http-api.ts';

/** What the authoriser found: the claims as API Gateway hands them on, or the status and header it answers. */
export type Authorisation =
  | {
      readonly ok: true;
      readonly claims: Readonly<Record<string, string>>;
      readonly scopes: readonly string[];
    }
  | { readonly ok: false; readonly status: 401 | 403; readonly challenge: string };

export type KeySource = {
  /** The issuer that tokens of the template's issuer carry here. */
  readonly issuerOf: (templateIssuer: string) => string;
  /** The keys that an issuer of this machine publishes. */
  readonly fetchKeys: (localIssuer: string) => Promise<unknown>;
};

const jwksSchema = z.object({
  keys: z.array(z.object({ kid: z.string(), kty: z.literal('RSA'), n: z.string(), e: z.string() })),
});
const headerSchema = z.object({ kid: z.string(), alg: z.literal('RS256') });
const timesSchema = z.object({ exp: z.number(), nbf: z.number().optional(), iat: z.number().optional() });

const refusal = (why: string): Authorisation => ({
  ok: false,
  status: 401,
  challenge: `Bearer scope="" error="invalid_token" error_description="${why}"`,
});

/**
 * Checks bearer tokens as HTTP APIs do: signature, issuer, audience, times and scopes. No code of ours has run when
 * it refuses.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export function createJwtAuthoriser(authorizer: JwtAuthorizer, keys: KeySource) {
  const issuer = keys.issuerOf(authorizer.issuer);
  const known = new Map<string, KeyObject>();
  const keyOf = async (kid: string): Promise<KeyObject | undefined> => {
    if (!known.has(kid)) {
      const { keys: published } = jwksSchema.parse(await keys.fetchKeys(issuer));
      for (const { kid: id, kty, n, e } of published)
        known.set(id, createPublicKey({ key: { kty, n, e }, format: 'jwk' }));
    }
    return known.get(kid);
  };
  return async (
    header: string | undefined,
    scopes: readonly string[],
    nowMs: number,
  ): Promise<Authorisation> => {
    if (header === undefined || header === '') return { ok: false, status: 401, challenge: 'Bearer' };
    const token = header.replace(/^Bearer\s+/i, '').trim();
    const parts = parseToken(token);
    if (parts === undefined) return refusal('the token is malformed');
    const key = await keyOf(parts.kid);
    if (key === undefined || !verify('RSA-SHA256', Buffer.from(parts.signed), key, parts.signature)) {
      return refusal('signature is invalid');
    }
    const wrong = wrongWith(parts.claims, issuer, authorizer.audiences, nowMs);
    if (wrong !== undefined) return refusal(wrong);
    const granted = scopesOf(parts.claims);
    if (scopes.length > 0 && !scopes.some((scope) => granted.includes(scope))) {
      return {
        ok: false,
        status: 403,
        challenge: `Bearer scope="${scopes.join(' ')}" error="insufficient_scope"`,
      };
    }
    return { ok: true, claims: flattened(parts.claims), scopes: granted };
  };
}

function parseToken(
  token: string,
): { kid: string; claims: JsonObject; signed: string; signature: Buffer } | undefined {
  const [head, body, signature, ...more] = token.split('.');
  if (head === undefined || body === undefined || signature === undefined || more.length > 0)
    return undefined;
  const header = headerSchema.safeParse(decodedPart(head));
  const claims = jsonObjectSchema.safeParse(decodedPart(body));
  if (!header.success || !claims.success) return undefined;
  const signed = `${head}.${body}`;
  return {
    kid: header.data.kid,
    claims: claims.data,
    signed,
    signature: Buffer.from(signature, 'base64url'),
  };
}

/** Undefined when it is not base64url of JSON. */
function decodedPart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function wrongWith(
  claims: JsonObject,
  issuer: string,
  audiences: readonly string[],
  nowMs: number,
): string | undefined {
  if (claims['iss'] !== issuer) return 'invalid issuer';
  // API Gateway looks at client_id only in tokens without aud: Cognito's access tokens.
  const audience = claims['aud'] ?? claims['client_id'];
  const named = Array.isArray(audience) ? audience : [audience];
  if (!named.some((one) => typeof one === 'string' && audiences.includes(one))) return 'invalid audience';
  const times = timesSchema.safeParse(claims);
  if (!times.success) return 'the token has no usable times';
  const { exp, nbf, iat } = times.data;
  if (exp * 1000 <= nowMs) return 'the token has expired';
  if (Math.max(nbf ?? 0, iat ?? 0) * 1000 > nowMs + CLOCK_SKEW_MS) return 'the token is not valid yet';
  return undefined;
}

/** `iat` is in whole seconds and made by another clock tick than ours. */
const CLOCK_SKEW_MS = 1000;

function scopesOf(claims: JsonObject): string[] {
  const scope = claims['scope'] ?? claims['scp'];
  if (Array.isArray(scope)) return scope.filter((one) => typeof one === 'string');
  return typeof scope === 'string' ? scope.split(' ') : [];
}

/** HTTP APIs hand every claim on as text; a list becomes `[a b]`, an object `map[k:v]`. */
function flattened(claims: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, flatText(value)]));
}

function flatText(value: Json): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(flatText).join(' ')}]`;
  return `map[${Object.entries(value)
    .map(([name, member]) => `${name}:${flatText(member)}`)
    .join(' ')}]`;
}
