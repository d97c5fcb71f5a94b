import { createHash, createHmac, randomBytes, randomInt, scryptSync, timingSafeEqual } from 'node:crypto';

const KEY_LENGTH = 32;
// Cheaper than a production cost on purpose: the passwords are those of demo accounts, and seeding makes a hundred.
const COST = { N: 2 ** 10, r: 8, p: 1 };

const same = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

/** A stored form of a password, `salt:hash` (scrypt). Synchronous, so that counting attempts has no gap in it. */
export function hashPassword(password: string): string {
  const salt = randomBytes(16);
  return `${salt.toString('hex')}:${scryptSync(password, salt, KEY_LENGTH, COST).toString('hex')}`;
}

/** Whether the password is the stored one. An absent stored form costs the same time and is never right. */
export function passwordMatches(password: string, stored: string | undefined): boolean {
  const [salt = '00', hash = ''] = (stored ?? '').split(':');
  const found = scryptSync(password, Buffer.from(salt, 'hex'), KEY_LENGTH, COST);
  return same(found, Buffer.from(hash, 'hex'));
}

/** The hash a code or token is kept as. */
export const fingerprint = (value: string): string => createHash('sha256').update(value).digest('base64url');

/** A string nobody can guess, of `bytes` random bytes. */
export const randomToken = (bytes: number): string => randomBytes(bytes).toString('base64url');

/** A six-digit code, leading zeros kept. */
export const randomCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** `length` random lower-case letters and digits, as in the ids of pools and clients. */
export function randomId(length: number): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

/** The documented `SECRET_HASH`: Base64 of HMAC-SHA256 with the client's secret over user name and client id. */
export const secretHash = (secret: string, username: string, clientId: string): string =>
  createHmac('sha256', secret).update(username).update(clientId).digest('base64');

/** Compares two strings in a time that does not depend on where they differ. */
export const sameString = (a: string, b: string): boolean => same(Buffer.from(a), Buffer.from(b));
