import { session } from '../../shared/session/session.ts';
import { forgetAll } from './device/copies.ts';
import { keptDrafts } from './kept-drafts.ts';
import { clear } from './outbox/shelf.ts';

/**
 * Another device ended this one, as somebody does who has lost a phone: everything of the account goes from it, also
 * what was never sent. That is what they were told when they did it.
 */
export async function forgetDevice(): Promise<void> {
  const account = session.lastAccount();
  keptDrafts.forgetAll();
  for (const name of Object.keys(localStorage))
    if (/^haemdiary-(?:copied\/|card\/|diary$)/.test(name)) localStorage.removeItem(name);
  if (account === undefined) return;
  await Promise.all([forgetAll(account), clear(account)]);
}
