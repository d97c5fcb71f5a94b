import { createHash } from 'node:crypto';
import { limit } from '#table/entities/sign-in.ts';
import { countInWindow } from '../limits/count-in-window.ts';
import type { Context } from '../ports/context.ts';
import type { Result } from '../result.ts';

export interface Limit {
  readonly what: string;
  /** How many tries a window holds. */
  readonly most: number;
  readonly seconds: number;
}

/**
 * What one address may do, whatever the names. It may be a whole hospital's or a mobile network's, so it is much: it
 * only slows down who tries one password on many names.
 */
export const LIMITS = {
  signInByAddress: { what: 'sign-in-address', most: 300, seconds: 300 },
  resetByAddress: { what: 'reset-address', most: 50, seconds: 900 },
  // A code has 60 bits: this many guesses are nothing against it, and a clinic's open day comes from one address.
  invitationByAddress: { what: 'invitation-address', most: 300, seconds: 900 },
} as const satisfies Record<string, Limit>;

/** Neither usernames nor addresses stand in the table. */
export const limitHash = (...parts: readonly string[]): string =>
  createHash('sha256')
    .update(['limit', ...parts].join('\n'))
    .digest('hex');

/** Counts one try of an address; when its window is full, `too-many` with the seconds until the next begins. */
export const throttle = (
  context: Context,
  { what, most, seconds }: Limit,
  address: string,
): Promise<Result<undefined>> => {
  const who = limitHash(address);
  const key = limit.key({ what, who });
  return countInWindow(context, { entity: limit, key, fields: { what, who }, by: 'session', most, seconds });
};
