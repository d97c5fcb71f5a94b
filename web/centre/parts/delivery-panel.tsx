import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';
import { ActLink } from './act-link.tsx';
import { dayText } from './day-text.ts';
import { Panel } from './panel.tsx';
import { DeliveryTag } from './status-tag.tsx';

const words = centrePatient.delivery;

/** Where home delivery stands; only a person changes it. */
export function DeliveryPanel({ patient }: { readonly patient: Patient }): VNode {
  const { status, since, reason } = patient.delivery;
  const act = (
    <ActLink
      act="put-delivery"
      href={`/patients/${patient.id}/delivery`}
      label={centrePatient.actions.delivery}
    />
  );
  return (
    <Panel id="delivery" title={words.title} act={act}>
      <p>
        <DeliveryTag status={status} /> <span class="quiet">{words.since(dayText(since))}</span>
      </p>
      {reason !== undefined && <p>{words.reason(reason)}</p>}
    </Panel>
  );
}
