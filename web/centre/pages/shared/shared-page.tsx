import type { VNode } from 'preact';
import type { SharedRow } from '#contracts/sharing.ts';
import { api } from '../../../shared/api/api.ts';
import { Empty } from '../../../shared/components/empty.tsx';
import { Failed } from '../../../shared/components/failed.tsx';
import { Page } from '../../../shared/components/page.tsx';
import { Waiting } from '../../../shared/components/waiting.tsx';
import { MoreRows } from '../../../shared/staff/more-rows.tsx';
import { usePaged } from '../../../shared/staff/use-paged.ts';
import { centreSharing } from '../../../shared/words/en/centre-sharing.ts';
import { CellLabel } from '../../parts/cell-label.tsx';
import { dayText, lastDayText } from '../../parts/day-text.ts';

const words = centreSharing.shared;

function Row({ row }: { readonly row: SharedRow }): VNode {
  const { columns } = words;
  return (
    <tr>
      <th scope="row">
        <a href={`/shared/${row.centre}/${row.patient}`}>{row.name}</a>
        <span class="quiet"> {words.born(dayText(row.birthDate))}</span>
      </th>
      <td>
        <CellLabel>{columns.centre}</CellLabel>
        {row.centreName}
      </td>
      <td>
        <CellLabel>{columns.may}</CellLabel>
        {row.mayRecord ? words.records : words.reads}
      </td>
      <td>
        <CellLabel>{columns.until}</CellLabel>
        {lastDayText(row.endsOn)}
      </td>
    </tr>
  );
}

function Rows({ items }: { readonly items: readonly SharedRow[] }): VNode {
  const { columns } = words;
  return (
    <table class="table table-cards">
      <caption class="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.centre}</th>
          <th scope="col">{columns.may}</th>
          <th scope="col">{columns.until}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <Row key={`${row.centre}/${row.patient}`} row={row} />
        ))}
      </tbody>
    </table>
  );
}

/** The diaries that other centres share with this one today. */
export function SharedPage(): VNode {
  const list = usePaged((cursor) => api('list-shared', { query: { cursor } }));
  const { items } = list;
  return (
    <Page title={words.title}>
      <p>{words.intro}</p>
      {items === undefined &&
        (list.failure === undefined ? <Waiting /> : <Failed failure={list.failure} onRetry={list.again} />)}
      {items?.length === 0 && !list.more && (
        <Empty>
          <p>{words.empty}</p>
        </Empty>
      )}
      {items !== undefined && items.length > 0 && <Rows items={items} />}
      {items !== undefined && <MoreRows list={list} />}
    </Page>
  );
}
