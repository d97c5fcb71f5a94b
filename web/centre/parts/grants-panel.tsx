import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { Tag } from '../../shared/components/tag.tsx';
import { centreSharing } from '../../shared/words/en/centre-sharing.ts';
import { ActLink } from './act-link.tsx';
import { dayText, lastDayText } from './day-text.ts';
import { Panel } from './panel.tsx';

const words = centreSharing.panel;

type Grant = Patient['grants'][number];

/** What the other centre may do, from when and how long; of what is over, when and why it ended. */
const may = ({ state, mayRecord, startsOn, endsOn, endedOn, endReason }: Grant): string => {
  if (state !== 'over')
    return `${mayRecord ? words.records : words.reads}, ${words.between(dayText(startsOn), lastDayText(endsOn))}.`;
  const could = `${mayRecord ? words.recorded : words.read}.`;
  if (endedOn === undefined) return `${could} ${words.ended(lastDayText(endsOn))}`;
  const day = dayText(endedOn);
  return `${could} ${endReason === undefined ? words.endedOn(day) : words.endedWhy(day, endReason)}`;
};

function Line({ grant, at }: { readonly grant: Grant; readonly at: string }): VNode {
  return (
    <li>
      <strong>{grant.centreName}</strong>{' '}
      <Tag kind={grant.state === 'live' ? 'good' : 'plain'}>{words.states[grant.state]}</Tag>{' '}
      <span class="quiet">
        {may(grant)} {words.reason(grant.reason)}
      </span>{' '}
      <ActLink
        act="put-grant"
        href={`${at}/grants/${grant.centre}`}
        label={words.change}
        full={words.changeOf(grant.centreName)}
      />
    </li>
  );
}

/** The other centres that may see this diary; those that once could stay, for the record. */
export function GrantsPanel({ patient }: { readonly patient: Patient }): VNode {
  const at = `/patients/${patient.id}`;
  return (
    <Panel
      id="grants"
      title={words.title}
      act={<ActLink act="put-grant" href={`${at}/share`} label={words.share} />}
    >
      {patient.grants.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="plan-lines">
          {patient.grants.map((grant) => (
            <Line key={grant.centre} grant={grant} at={at} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
