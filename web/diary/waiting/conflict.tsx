import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { MonthView } from '#contracts/diary.ts';
import type { Entry } from '#contracts/entries.ts';
import { api } from '../../shared/api/api.ts';
import type { Failure } from '../../shared/api/failure.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { monthOf } from '../../shared/dates/days.ts';
import { offlinePageWords as words } from '../../shared/words/en/offline-pages.ts';
import { EntryFacts } from '../entry/entry-facts.tsx';
import { entryTitle } from '../entry/entry-title.ts';
import { dayOf, entriesOf } from '../state/outbox/entry-of-item.ts';
import type { Item } from '../state/outbox/item.ts';
import { outbox } from '../state/outbox/outbox.ts';

function Version({ title, entry, view }: { title: string; entry: Entry; view: MonthView }): VNode {
  const day = entry.kind === 'treatment' || entry.kind === 'bleed' ? entry.day : entry.from;
  return (
    <section class="version">
      <h3>{title}</h3>
      <p>
        <strong>
          {dayWords.middle(day)} · <bdi>{entryTitle(entry)}</bdi>
        </strong>
      </p>
      <EntryFacts entry={entry} view={view} />
      {entry.voided !== undefined && <p>{words.conflict.removed(entry.voided.reason)}</p>}
    </section>
  );
}

/** The month as the server has it, without what waits here: the other version is in it. */
function useServerMonth({ centre: c, patient: p }: Item, month: string) {
  const [read, setRead] = useState<MonthView | Failure | undefined>(undefined);
  const look = async (): Promise<void> => {
    const outcome = await api('get-month', { params: { c, p }, query: { month } });
    setRead(outcome.ok ? outcome.value : outcome.failure);
  };
  useEffect(() => void look(), []);
  return { read, look };
}

function Buttons({ children }: { readonly children: ComponentChildren }): VNode {
  return <div class="buttons">{children}</div>;
}

/**
 * Somebody else has changed the same entry since: both versions side by side, and the person says which one stands.
 * Whichever it is, the other stays in the entry's history.
 */
export function Conflict({ item }: { readonly item: Item }): VNode {
  const { read, look } = useServerMonth(item, monthOf(dayOf(item)));
  if (read === undefined) return <Waiting />;
  if ('code' in read) return <Failed failure={read} onRetry={() => void look()} />;
  const theirs = read.entries.find(({ id }) => id === item.id);
  const [mine] = entriesOf(item, outbox.productName);
  const current = theirs?.version ?? item.failure?.current;
  const useMine = (): void => {
    // The person has seen that version, so their own starts from it.
    const body = { ...item.body, mutationId: crypto.randomUUID() };
    void outbox.change({ ...item, body, version: current, again: false });
  };
  return (
    <>
      <p>{words.conflict.intro}</p>
      <div class="versions">
        {mine !== undefined && <Version title={words.conflict.mine} entry={mine} view={read} />}
        {theirs !== undefined && (
          <Version title={words.conflict.theirs(theirs.recordedBy)} entry={theirs} view={read} />
        )}
      </div>
      {theirs === undefined && <p>{words.conflict.moved}</p>}
      <Buttons>
        {theirs?.voided === undefined && (
          <button type="button" class="button" onClick={useMine}>
            {item.route === 'void-entry' ? words.conflict.takeOut : words.conflict.useMine}
          </button>
        )}
        <button type="button" class="button button-second" onClick={() => void outbox.discard(item)}>
          {words.conflict.keepTheirs}
        </button>
      </Buttons>
    </>
  );
}
