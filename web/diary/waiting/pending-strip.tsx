import type { VNode } from 'preact';
import { offlineWords as words } from '../../shared/words/en/offline.ts';
import { isInstalled } from '../state/is-installed.ts';
import { pending } from '../state/pending.ts';

/** How much of what was recorded here is not sent, with the way to the list; nothing where all of it is. */
export function PendingStrip(): VNode | null {
  const items = pending.value;
  if (items.length === 0) return null;
  const asking = items.filter(({ state }) => state === 'needs-you').length;
  const oldest = Math.min(...items.map(({ addedAt }) => Date.parse(addedAt)));
  const days = Math.floor((Date.now() - oldest) / 86_400_000);
  return (
    <div class={asking > 0 ? 'notice notice-warning' : 'notice notice-info'}>
      <p>{asking > 0 ? words.stripNeedsYou(asking) : words.strip(items.length)}</p>
      {days >= 3 && <p>{words.old(days)}</p>}
      {days >= 3 && !isInstalled() && (
        <p>
          <a href="/settings">{words.install}</a>
        </p>
      )}
      <p>
        <a href="/waiting">{words.look(asking > 0 ? asking : items.length)}</a>
      </p>
    </div>
  );
}
