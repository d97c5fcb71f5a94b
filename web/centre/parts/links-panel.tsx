import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { Tag } from '../../shared/components/tag.tsx';
import { centre } from '../../shared/words/en/centre.ts';
import { centreHandover } from '../../shared/words/en/centre-handover.ts';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';
import { ActLink } from './act-link.tsx';
import { dayText } from './day-text.ts';
import { Panel } from './panel.tsx';

const words = centrePatient.links;
type Link = Patient['links'][number];

const facts = (link: Link): string =>
  [
    centre.relations[link.relation],
    words.username(link.username),
    link.mayRecord ? '' : words.readOnly,
    link.endedAt === undefined && link.statementAgreed === undefined ? words.noStatement : '',
    link.endedAt === undefined ? '' : words.ended(dayText(link.endedAt)),
  ]
    .filter((fact) => fact !== '')
    .join(', ');

function Line({ link, at }: { readonly link: Link; readonly at: string }): VNode {
  return (
    <li>
      <strong>{link.name}</strong>{' '}
      {!link.confirmed && link.endedAt === undefined && <Tag kind="attention">{words.unconfirmed}</Tag>}{' '}
      <span class="quiet">{facts(link)}</span>{' '}
      {link.endedAt === undefined && (
        <ActLink
          act="put-link"
          href={`${at}/accounts/${link.account}`}
          label={centrePatient.actions.link}
          full={centrePatient.actions.linkOf(link.name)}
        />
      )}
    </li>
  );
}

/** The accounts that may open this diary; ended links stay, for the record. */
export function LinksPanel({ patient }: { readonly patient: Patient }): VNode {
  const at = `/patients/${patient.id}`;
  return (
    <Panel
      id="links"
      title={words.title}
      act={<ActLink act="invite-person" href={`${at}/invite`} label={centrePatient.actions.invite} />}
    >
      {patient.links.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <ul class="plan-lines">
          {patient.links.map((link) => (
            <Line key={link.account} link={link} at={at} />
          ))}
        </ul>
      )}
      {patient.handover !== undefined && patient.handover.doneAt === undefined && (
        <p>
          {centreHandover.panel(dayText(patient.handover.dueOn))}{' '}
          <ActLink act="decide-handover" href={`${at}/handover`} label={centreHandover.open} />
        </p>
      )}
    </Panel>
  );
}
