import { createHash } from 'node:crypto';
import { limit } from '#table/entities/system.ts';
import { created, fromItem } from '#table/item.ts';
import type { Context } from '../ports/context.ts';
import type { Act } from '../ports/store.ts';
import { fail, ok, type Result } from '../result.ts';

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
  invitationByAddress: { what: 'invitation-address', most: 60, seconds: 900 },
} as const satisfies Record<string, Limit>;

/** Neither usernames nor addresses stand in the table. */
export const limitHash = (...parts: readonly string[]): string =>
  createHash('sha256')
    .update(['limit', ...parts].join('\n'))
    .digest('hex');

const epochSecond = (context: Context): number => Math.floor(context.now().epochMilliseconds / 1000);

const stampOf = (context: Context) => ({
  at: context.now().toString({ smallestUnit: 'millisecond' }),
  by: 'session',
  mutationId: context.newId(),
});

const counted = (rule: Limit, who: string, now: number): Act => ({
  act: 'update',
  label: 'count',
  key: limit.key({ what: rule.what, who }),
  add: { count: 1 },
  when: [
    { path: 'count', is: '<', to: rule.most },
    // DynamoDB takes up to days to remove what has expired: an old window may still lie there.
    { path: 'expiresAt', is: '>', to: now },
  ],
});

const begun = (context: Context, rule: Limit, who: string, over: 'absent' | number): Act => ({
  act: 'put',
  label: 'begin',
  entity: limit,
  item: {
    what: rule.what,
    who,
    count: 1,
    ...created(stampOf(context), epochSecond(context) + rule.seconds),
  },
  over,
});

/** Counts one try of an address; when its window is full, `too-many` with the seconds until the next begins. */
export const throttle = async (
  context: Context,
  rule: Limit,
  address: string,
): Promise<Result<undefined>> => {
  const who = limitHash(address);
  const now = epochSecond(context);
  const outcome = await context.store.transact([counted(rule, who, now)]);
  if (outcome.done) return ok(undefined);
  if (outcome.refused === 'conflict') return fail('busy');
  const found = outcome.refused[0]?.found;
  const before = found === undefined ? undefined : fromItem(limit, found);
  const ends = before?.expiresAt ?? 0;
  if (before !== undefined && ends > now) return fail('too-many', { retryAfterSeconds: ends - now });
  const fresh = await context.store.transact([begun(context, rule, who, before?.version ?? 'absent')]);
  // Somebody else began the same window in between: one uncounted try is better than one refused.
  return fresh.done || fresh.refused !== 'conflict' ? ok(undefined) : fail('busy');
};
