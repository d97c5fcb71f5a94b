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
 * Short windows: whoever hammers somebody's username keeps its owner out for minutes, never for a day. An address may
 * be a whole hospital's or a mobile network's, so it has many more: it only slows down who tries one password on many names.
 */
export const LIMITS = {
  signInByName: { what: 'sign-in-name', most: 10, seconds: 300 },
  signInByAddress: { what: 'sign-in-address', most: 300, seconds: 300 },
  resetByName: { what: 'reset-name', most: 5, seconds: 900 },
  resetByAddress: { what: 'reset-address', most: 50, seconds: 900 },
  invitationByAddress: { what: 'invitation-address', most: 60, seconds: 900 },
} as const satisfies Record<string, Limit>;

/** Neither usernames nor addresses stand in the table. */
const hashOf = (who: string): string => createHash('sha256').update(`limit\n${who}`).digest('hex');

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

/** Counts one try; when the window is full, says in how many seconds the next begins. */
const take = async (context: Context, rule: Limit, name: string): Promise<Result<undefined>> => {
  const who = hashOf(name);
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

/** Counts one try under each of the limits, and refuses when one is used up: `too-many` with `retryAfterSeconds`. */
export const throttle = async (
  context: Context,
  ...tries: readonly (readonly [Limit, string])[]
): Promise<Result<undefined>> => {
  const taken = await Promise.all(tries.map(([rule, who]) => take(context, rule, who)));
  return taken.find((one) => !one.ok) ?? ok(undefined);
};

/** Whoever proved to be the owner of a username starts from the beginning. */
export const forgetTries = async (context: Context, rule: Limit, who: string): Promise<void> => {
  const key = limit.key({ what: rule.what, who: hashOf(who) });
  await context.store.transact([{ act: 'remove', label: 'forget', key }]);
};
