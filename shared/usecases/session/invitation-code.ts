import { createHash, randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that nobody misreads a printed code. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 12 letters are 60 bits: beyond guessing at any rate the API allows. */
const LENGTH = 12;

const sha256 = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex');

/** A new one-time code as it is kept in nobody's table: 12 letters without hyphens. */
export const newInvitationCode = (): string =>
  Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');

/** A code as people see it: `XXXX-XXXX-XXXX`. */
export const shownInvitationCode = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code;

/** What the table finds an invitation by. `code` is as the contract's `invitationCode` parses it: upper case, no hyphens. */
export const invitationHash = (code: string): string => sha256('invitation', code.replaceAll('-', ''));

/** What the table finds a centre's reset code by. */
export const resetHash = (code: string): string => sha256('reset', code.replaceAll('-', ''));

/**
 * The patient's birth date as an invitation keeps it: only who holds the code can even try dates.
 *
 * @param birthDate `YYYY-MM-DD`
 */
export const birthDateHash = (code: string, birthDate: string): string =>
  sha256('birth-date', code.replaceAll('-', ''), birthDate);

/** The account that an invitation makes: always the same, so that a half-done acceptance can be finished. */
export const accountOfInvitation = (invitation: string): string =>
  `a${sha256('account', invitation).slice(0, 31)}`;
