import type { VNode } from 'preact';
import type { WorklistRow } from '#contracts/centre.ts';
import { api } from '../../shared/api/api.ts';
import { usePaged } from '../../shared/staff/use-paged.ts';
import { Empty } from '../../shared/components/empty.tsx';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { Flash } from '../../shared/staff/flash.tsx';
import { MoreRows } from '../../shared/staff/more-rows.tsx';
import { centreLists } from '../../shared/words/en/centre-lists.ts';
import { WorklistItem } from '../parts/worklist-item.tsx';

const words = centreLists.worklist;

const keyOf = (row: WorklistRow): string =>
  [row.kind, row.patient ?? '', 'account' in row ? (row.account ?? '') : '', row.since].join(' ');

/** What needs a person, most urgent first, each with its act. */
export function WorklistPage(): VNode {
  const list = usePaged((cursor) => api('list-worklist', { query: { cursor } }));
  const { items } = list;
  return (
    <Page title={words.title}>
      <Flash />
      <p>{words.intro}</p>
      {items === undefined &&
        (list.failure === undefined ? <Waiting /> : <Failed failure={list.failure} onRetry={list.again} />)}
      {items?.length === 0 && (
        <Empty>
          <p>{words.empty}</p>
        </Empty>
      )}
      {items !== undefined && items.length > 0 && (
        <>
          <p class="quiet">{words.count(items.length, list.more)}</p>
          <ul class="worklist">
            {items.map((row) => (
              <WorklistItem key={keyOf(row)} row={row} />
            ))}
          </ul>
          <MoreRows list={list} />
        </>
      )}
    </Page>
  );
}
