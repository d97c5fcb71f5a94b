import { session } from '../../shared/session/session.ts';
import { forgetAll } from './device/copies.ts';
import { forgetMarks } from './device/forget-marks.ts';
import { stopCopying } from './device/may-keep.ts';
import { keptDrafts } from './kept-drafts.ts';
import { clear } from './outbox/shelf.ts';

/**
 * Another device ended this one, as somebody does who has lost a phone: everything of the account goes from it, also
 * what was never sent. That is what they were told when they did it.
 */
export async function forgetDevice(): Promise<void> {
  const account = session.lastAccount();
  stopCopying();
  keptDrafts.forgetAll();
  forgetMarks();
  localStorage.removeItem('haemdiary-diary');
  if (account === undefined) return;
  await Promise.all([forgetAll(account), clear(account)]);
}
