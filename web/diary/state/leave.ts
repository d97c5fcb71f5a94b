import { router } from '../../shared/router/router.ts';
import { session } from '../../shared/session/session.ts';
import { forgetAll } from './device/copies.ts';
import { forgetMarks } from './device/forget-marks.ts';
import { stopCopying } from './device/may-keep.ts';
import { keptDrafts } from './kept-drafts.ts';
import { outbox } from './outbox/outbox.ts';

/** So long somebody who signs out waits for what they recorded to be sent. */
const patienceMs = 5_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, ms));

/** Whether a form holds something that was typed and not saved. */
export const hasDrafts = (): boolean => keptDrafts.hasAny(session.account.peek() ?? '');

/** Signs out: the copies on this device are deleted; what is not sent stays for the next sign-in or is thrown away. */
export async function signOutNow(unsent: 'keep' | 'throw-away'): Promise<void> {
  const account = session.account.peek();
  stopCopying();
  if (account !== undefined) {
    await forgetAll(account);
    if (unsent === 'throw-away') await outbox.clear(account);
  }
  forgetMarks();
  localStorage.removeItem('haemdiary-diary');
  keptDrafts.forgetAll();
  await session.signOut();
}

/** Sends what waits, then signs out; where something would be left behind the person is asked first. */
export async function leave(): Promise<void> {
  await Promise.race([outbox.retry(), pause(patienceMs)]);
  if (outbox.items.peek().length === 0 && !hasDrafts()) await signOutNow('keep');
  else router.go('/leave');
}
