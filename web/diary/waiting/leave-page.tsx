import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Page } from '../../shared/components/page.tsx';
import { router } from '../../shared/router/router.ts';
import { commonWords } from '../../shared/words/en/common.ts';
import { offlineWords } from '../../shared/words/en/offline.ts';
import { offlinePageWords as words } from '../../shared/words/en/offline-pages.ts';
import { hasDrafts, leave, signOutNow } from '../state/leave.ts';
import { outbox } from '../state/outbox/outbox.ts';

/** Signing out with something unsent: nothing is lost, and nothing left behind, without the person's word. */
export function LeavePage(): VNode {
  const [sure, setSure] = useState(false);
  const waiting = outbox.items.value.length;
  return (
    <Page title={words.leave.title} back="/" narrow>
      {waiting > 0 && (
        <>
          <p>{words.leave.waiting(waiting)}</p>
          <p>
            <a href="/waiting">{offlineWords.look(waiting)}</a>
          </p>
        </>
      )}
      {hasDrafts() && <p>{words.leave.drafts}</p>}
      <p>{words.leave.copies}</p>
      <div class="buttons">
        {waiting > 0 && (
          <button type="button" class="button" onClick={() => void leave()}>
            {words.leave.tryAgain}
          </button>
        )}
        <button
          type="button"
          class={waiting > 0 ? 'button button-second' : 'button'}
          onClick={() => void signOutNow('keep')}
        >
          {waiting > 0 ? words.leave.keep : commonWords.signOut}
        </button>
        <button
          type="button"
          class="button button-second"
          onClick={() => {
            router.go('/');
          }}
        >
          {words.leave.stay}
        </button>
      </div>
      {waiting > 0 && !sure && (
        <p>
          <button
            type="button"
            class="link"
            onClick={() => {
              setSure(true);
            }}
          >
            {words.leave.throwAway}
          </button>
        </p>
      )}
      {waiting > 0 && sure && (
        <div class="notice notice-warning">
          <p>{words.leave.sure(waiting)}</p>
          <button type="button" class="button button-warning" onClick={() => void signOutNow('throw-away')}>
            {words.leave.throwAwaySure}
          </button>
        </div>
      )}
    </Page>
  );
}
