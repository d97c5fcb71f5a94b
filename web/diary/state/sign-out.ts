import { session } from '../../shared/session/session.ts';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { keptDrafts } from './kept-drafts.ts';

/** Signs out; what was typed and not saved goes from this device, which is asked about first. */
export async function signOut(): Promise<void> {
  if (keptDrafts.hasAny(session.account.peek() ?? '') && !window.confirm(diaryWords.signOutDrafts)) return;
  keptDrafts.forgetAll();
  await session.signOut();
}
