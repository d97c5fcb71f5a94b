import { limit } from '#table/entities/sign-in.ts';
import type { Stored } from '#table/entity.ts';
import { changed, created, type Stamp } from '#table/item.ts';
import type { Context } from '../ports/context.ts';
import { fail, ok, type Result } from '../result.ts';

/** Tries are free at first, then each one more has to wait twice as long; quiet for the longest pause forgets them all. */
export interface BackOff {
  readonly what: string;
  readonly free: number;
  readonly firstPauseSeconds: number;
}

/**
 * Cognito forgets wrong passwords after 15 quiet minutes. A minute more, so that whoever has to wait for us always
 * finds Cognito's own lock-out over.
 */
export const LONGEST_PAUSE_SECONDS = 960;

const TRIES = 6;

/** Seconds to wait after so many tries, before the next. */
export const pauseAfter = ({ free, firstPauseSeconds }: BackOff, tries: number): number =>
  tries < free ? 0 : Math.min(LONGEST_PAUSE_SECONDS, firstPauseSeconds * 2 ** (tries - free));

const counted = (
  before: Stored<typeof limit> | undefined,
  rule: BackOff,
  given: { readonly who: string; readonly now: number; readonly stamp: Stamp },
) => {
  const { who, now, stamp } = given;
  // DynamoDB takes up to days to remove what has expired.
  const live = before !== undefined && (before.expiresAt ?? 0) > now ? before : undefined;
  const count = (live?.count ?? 0) + 1;
  const fields = { what: rule.what, who, count, until: now + pauseAfter(rule, count) };
  const expiresAt = now + LONGEST_PAUSE_SECONDS;
  return before === undefined
    ? { ...created(stamp, expiresAt), ...fields }
    : { ...before, ...changed(before, stamp), ...fields, expiresAt };
};

/**
 * Counts one try before it is looked at, so that many at once get no more than one after the other.
 *
 * @param who hashed: neither usernames nor addresses stand in the table
 * @returns `too-many` with the seconds until the next try; a try that is refused is not counted
 */
export const tryOnce = async (context: Context, rule: BackOff, who: string): Promise<Result<undefined>> => {
  const key = limit.key({ what: rule.what, who });
  for (let tried = 0; tried < TRIES; tried += 1) {
    const now = Math.floor(context.now().epochMilliseconds / 1000);
    const before = await context.store.get(limit, key);
    const wait = (before?.until ?? 0) - now;
    if (wait > 0) return fail('too-many', { retryAfterSeconds: wait });
    const at = context.now().toString({ smallestUnit: 'millisecond' });
    const stamp = { at, by: 'session', mutationId: context.newId() };
    const item = counted(before, rule, { who, now, stamp });
    const outcome = await context.store.transact([
      { act: 'put', label: 'try', entity: limit, item, over: before?.version ?? 'absent' },
    ]);
    if (outcome.done) return ok(undefined);
  }
  return fail('busy');
};

/** Whoever proved to be the owner starts from the beginning. */
export const forgetTries = async (context: Context, what: string, who: string): Promise<void> => {
  await context.store.transact([{ act: 'remove', label: 'forget', key: limit.key({ what, who }) }]);
};
