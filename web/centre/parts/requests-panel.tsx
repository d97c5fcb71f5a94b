import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { Tag } from '../../shared/components/tag.tsx';
import { centreRequests as words } from '../../shared/words/en/centre-requests.ts';
import { ActLink } from './act-link.tsx';
import { dayText } from './day-text.ts';
import { Panel } from './panel.tsx';

/** What people of this diary asked for, and what the centre said. */
export function RequestsPanel({ patient }: { readonly patient: Patient }): VNode | null {
  if (patient.requests.length === 0) return null;
  return (
    <Panel id="requests" title={words.title}>
      <ul class="plan-lines">
        {patient.requests.map((one) => (
          <li key={one.id}>
            <strong>{words.kinds[one.what]}</strong>{' '}
            <Tag kind={one.state === 'decided' ? 'plain' : 'attention'}>{words.states[one.state]}</Tag>{' '}
            <span class="quiet">
              {words.by(one.name, dayText(one.askedAt))} {one.answer}
            </span>{' '}
            {one.state !== 'decided' && (
              <ActLink
                act="answer-request"
                href={`/patients/${patient.id}/requests/${one.id}`}
                label={words.open}
                full={words.openOf(words.kinds[one.what], one.name)}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
