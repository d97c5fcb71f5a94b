import type { limit } from '#table/entities/sign-in.ts';
import type { allowance } from '#table/entities/system.ts';
import { common, type Key } from '#table/entity.ts';
import { created } from '#table/item.ts';
import type { Context } from '../ports/context.ts';
import type { Act } from '../ports/store.ts';
import { fail, ok, type Result } from '../result.ts';

/** A counter in the table that goes by itself at the end of its window. */
export interface Counter {
  readonly entity: typeof limit | typeof allowance;
  readonly key: Key;
  /** What stands on it besides the count. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Who counts: an account, or the name of a function. */
  readonly by: string;
  /** How many one window holds, and how long it is. */
  readonly most: number;
  readonly seconds: number;
}

const epochSecond = (context: Context): number => Math.floor(context.now().epochMilliseconds / 1000);

const counted = ({ key, most }: Counter, now: number): Act => ({
  act: 'update',
  label: 'count',
  key,
  add: { count: 1 },
  when: [
    { path: 'count', is: '<', to: most },
    // DynamoDB takes up to days to remove what has expired: an old window may still lie there.
    { path: 'expiresAt', is: '>', to: now },
  ],
});

const begun = (context: Context, counter: Counter, over: 'absent' | number): Act => {
  const at = context.now().toString({ smallestUnit: 'millisecond' });
  const stamp = { at, by: counter.by, mutationId: context.newId() };
  return {
    act: 'put',
    label: 'begin',
    entity: counter.entity,
    item: {
      ...counter.fields,
      count: 1,
      ...created(stamp, epochSecond(context) + counter.seconds),
      // One more than what it replaces, or who begins it at the same moment would replace it once again.
      ...(over === 'absent' ? {} : { version: over + 1 }),
    },
    over,
  };
};

/**
 * Counts one, in one call to the table, two where a window begins.
 *
 * @returns `too-many` with the seconds until the next window where this one is used up
 */
export const countInWindow = async (context: Context, counter: Counter): Promise<Result<undefined>> => {
  const now = epochSecond(context);
  const outcome = await context.store.transact([counted(counter, now)]);
  if (outcome.done) return ok(undefined);
  if (outcome.refused === 'conflict') return fail('busy');
  const found = outcome.refused[0]?.found;
  const before = found === undefined ? undefined : common.parse(found);
  const ends = before?.expiresAt ?? 0;
  if (before !== undefined && ends > now) return fail('too-many', { retryAfterSeconds: ends - now });
  const fresh = await context.store.transact([begun(context, counter, before?.version ?? 'absent')]);
  if (fresh.done) return ok(undefined);
  // Somebody else began the same window in between: this one is counted in theirs.
  return fresh.refused === 'conflict' ? fail('busy') : countInWindow(context, counter);
};
