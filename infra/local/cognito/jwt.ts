import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import * as z from 'zod';
import type { Pool } from './state.ts';
import { randomToken } from './secrets.ts';

export type Claims = Record<string, string | number | boolean | string[]>;

/** A new RS256 signing key for a pool; each pool has its own, as in the cloud. */
export function newSigningKey(): Pool['key'] {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid: randomToken(32), pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/** The pool's public key set, the body of `/{pool}/.well-known/jwks.json`. */
export function keySet(pool: Pool): { keys: Record<string, unknown>[] } {
  const jwk = createPublicKey(createPrivateKey(pool.key.pem)).export({ format: 'jwk' });
  return { keys: [{ ...jwk, alg: 'RS256', use: 'sig', kid: pool.key.kid }] };
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A signed token with these claims. */
export function signToken(pool: Pool, claims: Claims): string {
  const body = `${encode({ kid: pool.key.kid, alg: 'RS256' })}.${encode(claims)}`;
  return `${body}.${sign('sha256', Buffer.from(body), pool.key.pem).toString('base64url')}`;
}

const accessClaims = z.looseObject({
  iss: z.string(),
  username: z.string(),
  client_id: z.string(),
  origin_jti: z.string(),
  token_use: z.literal('access'),
  exp: z.number(),
});
export type AccessClaims = z.infer<typeof accessClaims>;

/** The claims of an access token this pool signed, or undefined when it did not, or it is another kind of token. */
export function readAccessToken(pool: Pool, token: string): AccessClaims | undefined {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const signed = Buffer.from(`${header}.${payload}`);
  const key = createPublicKey(createPrivateKey(pool.key.pem));
  if (!verify('sha256', signed, key, Buffer.from(signature, 'base64url'))) return undefined;
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const parsed = accessClaims.safeParse(claims);
  return parsed.success ? parsed.data : undefined;
}
