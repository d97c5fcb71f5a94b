import type { VNode } from 'preact';
import { Failed } from '../../shared/components/failed.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { recorder } from '../../shared/words/en/entry.ts';
import { offlinePageWords as words } from '../../shared/words/en/offline-pages.ts';
import { entriesOf } from '../state/outbox/entry-of-item.ts';
import type { Item } from '../state/outbox/item.ts';
import { outbox } from '../state/outbox/outbox.ts';
import { useServerMonth } from './use-server-month.ts';
import { Version } from './version.tsx';

/**
 * The diary was closed, or the entry taken out, after this was recorded: what was recorded here and what is so now, side
 * by side. Sent again it would be refused again, unless the centre has opened the diary.
 */
export function ClosedSince({ item }: { readonly item: Item }): VNode {
  const { read, look } = useServerMonth(item);
  if (read === undefined) return <Waiting />;
  if ('code' in read) return <Failed failure={read} onRetry={() => void look()} />;
  const theirs = read.entries.find(({ id }) => id === item.id);
  const [mine] = entriesOf(item, outbox.productName);
  const isStopped = read.recording.stage === 'stopped';
  return (
    <>
      <p>{words.closed.intro}</p>
      <div class="versions">
        {mine !== undefined && <Version title={words.conflict.mine} entry={mine} view={read} />}
        {!isStopped && theirs !== undefined ? (
          <Version title={words.conflict.theirs(recorder(theirs.recordedBy))} entry={theirs} view={read} />
        ) : (
          <section class="version">
            <h3>{words.closed.now}</h3>
            <p>{isStopped ? words.closed.stopped : words.closed.gone}</p>
          </section>
        )}
      </div>
      <p>
        <button type="button" class="button button-second" onClick={() => void outbox.change(item)}>
          {words.tryAgain}
        </button>
      </p>
    </>
  );
}
