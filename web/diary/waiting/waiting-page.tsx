import type { VNode } from 'preact';
import { Page } from '../../shared/components/page.tsx';
import { offlinePageWords as words } from '../../shared/words/en/offline-pages.ts';
import { outbox } from '../state/outbox/outbox.ts';
import { WaitingItem } from './waiting-item.tsx';

/** Everything recorded on this device that the server doesn't have, each with where it is and what can be done. */
export function WaitingPage(): VNode {
  const items = outbox.items.value;
  const sent = outbox.justSent.value;
  const hasWaiting = items.some(({ state }) => state === 'waiting');
  return (
    <Page title={words.title} back="/" narrow>
      {items.length === 0 && <p>{words.nothing}</p>}
      {hasWaiting && <p>{words.intro}</p>}
      {hasWaiting && (
        <p>
          <button type="button" class="button button-second" onClick={() => void outbox.retry()}>
            {words.sendNow}
          </button>
        </p>
      )}
      <ul class="entries">
        {items.map((item) => (
          <li key={item.seq}>
            <WaitingItem item={item} />
          </li>
        ))}
      </ul>
      {sent.length > 0 && (
        <>
          <h2>{words.sentTitle}</h2>
          <ul class="entries">
            {sent.map((item) => (
              <li key={item.seq}>
                <WaitingItem item={item} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
