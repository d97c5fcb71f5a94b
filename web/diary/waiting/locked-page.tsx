import type { VNode } from 'preact';
import { Page } from '../../shared/components/page.tsx';
import { commonWords } from '../../shared/words/en/common.ts';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { offlinePageWords as words } from '../../shared/words/en/offline-pages.ts';
import { person } from '../state/me.ts';

/** The copy on this device was too old to be shown; the emergency numbers never are. */
export function LockedPage(): VNode {
  return (
    <Page title={words.lockedTitle} narrow>
      <p>{words.locked}</p>
      <div class="buttons">
        <button type="button" class="button" onClick={() => void person.load()}>
          {commonWords.tryAgain}
        </button>
        <a class="button button-second" href="/emergency">
          {diaryWords.emergencyLink}
        </a>
      </div>
    </Page>
  );
}
