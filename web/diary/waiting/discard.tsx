import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { focusHeading } from '../../shared/components/focus-heading.ts';
import { offlinePageWords as words } from '../../shared/words/en/offline-pages.ts';
import type { Item } from '../state/outbox/item.ts';
import { outbox } from '../state/outbox/outbox.ts';
import { titleOfItem } from './title-of-item.ts';

/** What is lost with an act, said before it is. */
const lossOf = ({ route, version }: Item): string => {
  if (['void-entry', 'void-photo', 'move-entry'].includes(route)) return words.discardAsk.removal;
  return version === undefined ? words.discardAsk.entry : words.discardAsk.correction;
};

/** Throwing away what waits: asked first, with what it would lose. */
export function Discard({ item }: { readonly item: Item }): VNode {
  const [asks, setAsks] = useState(false);
  const title = titleOfItem(item, outbox.productName);
  const discard = async (): Promise<void> => {
    await outbox.discard(item);
    focusHeading();
  };
  if (!asks) {
    return (
      <button
        type="button"
        class="link"
        onClick={() => {
          setAsks(true);
        }}
      >
        {words.discard}
        <span class="visually-hidden"> {title}</span>
      </button>
    );
  }
  return (
    <div class="notice notice-warning" role="group" aria-label={words.discardAsk.title(title)}>
      <p>
        <strong>{words.discardAsk.title(title)}</strong>
      </p>
      <p>{lossOf(item)}</p>
      <div class="buttons">
        <button type="button" class="button button-warning" onClick={() => void discard()}>
          {words.discardAsk.sure}
        </button>
        <button
          type="button"
          class="button button-second"
          ref={(button) => button?.focus()}
          onClick={() => {
            setAsks(false);
          }}
        >
          {words.discardAsk.keep}
        </button>
      </div>
    </div>
  );
}
