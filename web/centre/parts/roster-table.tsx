import type { VNode } from 'preact';
import type { RosterRow } from '#contracts/centre.ts';
import type { RecordingStage } from '#domain/vocabulary.ts';
import { centre } from '../../shared/words/en/centre.ts';
import { centreLists } from '../../shared/words/en/centre-lists.ts';
import { CellLabel } from './cell-label.tsx';
import { dayText } from './day-text.ts';
import { DeliveryTag, StageTag } from './status-tag.tsx';

const words = centreLists.roster;

/** The stages in which the due day has passed. */
const overdue: readonly RecordingStage[] = ['due', 'reminded', 'lapsed', 'at-risk'];

function Row({ row }: { readonly row: RosterRow }): VNode {
  const { columns } = words;
  return (
    <tr>
      <th scope="row">
        <a href={`/patients/${row.id}`}>{row.name}</a>
        <span class="quiet"> {words.born(dayText(row.birthDate))}</span>
      </th>
      <td>
        <CellLabel>{columns.recording}</CellLabel>
        <StageTag stage={row.recording} />
        {row.dueOn !== undefined && overdue.some((stage) => stage === row.recording) && (
          <span class="quiet"> {words.due(dayText(row.dueOn))}</span>
        )}
      </td>
      <td>
        <CellLabel>{columns.delivery}</CellLabel>
        <DeliveryTag status={row.delivery} />
      </td>
      <td>
        <CellLabel>{columns.lastEntry}</CellLabel>
        {row.lastEntryAt === undefined ? (
          <span class="quiet">{words.noEntry}</span>
        ) : (
          dayText(row.lastEntryAt)
        )}
      </td>
      <td>
        <CellLabel>{columns.channel}</CellLabel>
        {row.homeTherapy ? centre.channels[row.channel] : words.hospitalOnly}
      </td>
    </tr>
  );
}

/** The roster as a table; status stands in words. */
export function RosterTable({ rows }: { readonly rows: readonly RosterRow[] }): VNode {
  const { columns } = words;
  return (
    <table class="table table-cards">
      <caption class="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.recording}</th>
          <th scope="col">{columns.delivery}</th>
          <th scope="col">{columns.lastEntry}</th>
          <th scope="col">{columns.channel}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}
