import * as patterns from '#table/patterns.ts';
import { endFromElsewhere } from './other-sessions.ts';
import type { Session } from './rotate-session.ts';
import type { SessionContext } from './session-context.ts';

/**
 * Whether a centre has ended every device that the account was signed in on, this one among them. Asked only once its
 * refresh token was refused, because no centre reaches the sessions themselves; such a session is then over for good.
 */
export const endedByCentre = async (context: SessionContext, one: Session): Promise<boolean> => {
  if (one.audience !== 'diary') return false;
  const { account, createdAt } = one;
  const found = await context.within({ of: 'account', account }).queryAll(patterns.linkedTo(account));
  const isEnded = found.some(({ type, item }) => type === 'link' && (item.devicesEndedAt ?? '') >= createdAt);
  if (isEnded) await endFromElsewhere(context, one, []);
  return isEnded;
};
