import type { ComponentChildren, VNode } from 'preact';
import { focusHeading } from '../../shared/components/focus-heading.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { recorder } from '../../shared/words/en/entry.ts';
import { offlinePageWords as words } from '../../shared/words/en/offline-pages.ts';
import { entriesOf } from '../state/outbox/entry-of-item.ts';
import type { Item } from '../state/outbox/item.ts';
import { outbox } from '../state/outbox/outbox.ts';
import { useServerMonth } from './use-server-month.ts';
import { Version } from './version.tsx';

function Buttons({ children }: { readonly children: ComponentChildren }): VNode {
  return <div class="buttons">{children}</div>;
}

function useMineWords({ route }: Item): string {
  if (route === 'void-entry') return words.conflict.takeOut;
  return route === 'move-entry' ? words.conflict.moveIt : words.conflict.useMine;
}

/**
 * Somebody else has changed the same entry since: both versions side by side, and the person says which one stands.
 * Whichever it is, the other stays in the entry's history.
 */
export function Conflict({ item }: { readonly item: Item }): VNode {
  const { read, look } = useServerMonth(item);
  if (read === undefined) return <Waiting />;
  if ('code' in read) return <Failed failure={read} onRetry={() => void look()} />;
  const theirs = read.entries.find(({ id }) => id === item.id);
  const [mine] = entriesOf(item, outbox.productName);
  const current = theirs?.version ?? item.failure?.current;
  const decide = async (deciding: Promise<void>): Promise<void> => {
    await deciding;
    focusHeading();
  };
  const useMine = (): void => {
    // The person has seen that version, so their own starts from it.
    const body = { ...item.body, mutationId: crypto.randomUUID() };
    void decide(outbox.change({ ...item, body, version: current, again: false }));
  };
  return (
    <>
      <p>{mine === undefined ? words.conflict.now : words.conflict.intro}</p>
      <div class="versions">
        {mine !== undefined && <Version title={words.conflict.mine} entry={mine} view={read} />}
        {theirs !== undefined && (
          <Version title={words.conflict.theirs(recorder(theirs.recordedBy))} entry={theirs} view={read} />
        )}
      </div>
      {theirs === undefined && <p>{words.conflict.moved}</p>}
      <Buttons>
        {theirs?.voided === undefined && (
          <button type="button" class="button" onClick={useMine}>
            {useMineWords(item)}
          </button>
        )}
        <button type="button" class="button button-second" onClick={() => void decide(outbox.discard(item))}>
          {words.conflict.keepTheirs}
        </button>
      </Buttons>
    </>
  );
}
