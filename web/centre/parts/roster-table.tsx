import type { VNode } from 'preact';
import type { RosterRow } from '#contracts/centre.ts';
import type { RecordingStage } from '#domain/vocabulary.ts';
import { centre } from '../../shared/words/en/centre.ts';
import { centreLists } from '../../shared/words/en/centre-lists.ts';
import { dayText } from './day-text.ts';
import { DeliveryTag, StageTag } from './status-tag.tsx';

const words = centreLists.roster;

/** The stages in which the due day has passed. */
const overdue: readonly RecordingStage[] = ['due', 'reminded', 'lapsed', 'at-risk'];

/** In narrow windows a row is a card, and each cell says its column itself. */
const Label = ({ children }: { readonly children: string }): VNode => (
  <span class="cell-label" aria-hidden="true">
    {children}
  </span>
);

function Row({ row }: { readonly row: RosterRow }): VNode {
  const { columns } = words;
  return (
    <tr>
      <th scope="row">
        <a href={`/patients/${row.id}`}>{row.name}</a>
        <span class="quiet"> {words.born(dayText(row.birthDate))}</span>
      </th>
      <td>
        <Label>{columns.recording}</Label>
        <StageTag stage={row.recording} />
        {row.dueOn !== undefined && overdue.some((stage) => stage === row.recording) && (
          <span class="quiet"> {words.due(dayText(row.dueOn))}</span>
        )}
      </td>
      <td>
        <Label>{columns.delivery}</Label>
        <DeliveryTag status={row.delivery} />
      </td>
      <td>
        <Label>{columns.lastEntry}</Label>
        {row.lastEntryAt === undefined ? (
          <span class="quiet">{words.noEntry}</span>
        ) : (
          dayText(row.lastEntryAt)
        )}
      </td>
      <td>
        <Label>{columns.channel}</Label>
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
