import { session } from '#table/entities/sign-in.ts';
import * as patterns from '#table/patterns.ts';
import type { Act } from '../ports/store.ts';
import type { Session } from './rotate-session.ts';
import type { SessionContext } from './session-context.ts';

/** DynamoDB takes a hundred acts at once. */
const AT_ONCE = 90;

/** The devices on which an account is signed in now. DynamoDB takes up to days to remove what has expired. */
export const liveSessions = async (context: SessionContext, account: string): Promise<readonly Session[]> => {
  const now = Math.floor(context.now().epochMilliseconds / 1000);
  const found = await context.store.queryAll(patterns.sessionsOf(account));
  return found.flatMap(({ item }) =>
    item.endedAt === undefined && (item.expiresAt ?? 0) > now ? [item] : [],
  );
};

/** Ends sessions for good: their devices are signed out, and keep what they keep. */
export const dropSessions = async (
  context: SessionContext,
  account: string,
  more: readonly Act[],
  kept?: string,
): Promise<void> => {
  const live = await liveSessions(context, account);
  const others = live.filter((one) => one.session !== kept);
  const acts = [
    ...more,
    ...others.map((one): Act => ({ act: 'remove', label: 'session', key: session.key(one) })),
  ];
  for (let from = 0; from < acts.length; from += AT_ONCE) {
    const outcome = await context.store.transact(acts.slice(from, from + AT_ONCE));
    if (!outcome.done) throw new Error('Sessions could not be ended.');
  }
};

/**
 * Ends a session so that its device is told to forget what it keeps, when it next asks.
 *
 * @returns false when it was over already
 */
export const endFromElsewhere = async (
  context: SessionContext,
  one: Session,
  more: readonly Act[],
): Promise<boolean> => {
  const outcome = await context.store.transact([
    {
      act: 'update',
      label: 'session',
      key: session.key(one),
      set: { endedAt: context.now().toString({ smallestUnit: 'millisecond' }) },
      when: [
        { path: 'pk', is: 'present' },
        { path: 'endedAt', is: 'absent' },
      ],
    },
    ...more,
  ]);
  if (!outcome.done && outcome.refused === 'conflict') throw new Error('A session could not be ended.');
  return outcome.done;
};
