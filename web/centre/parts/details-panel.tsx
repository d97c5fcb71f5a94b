import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { PhoneLink } from '../../shared/components/phone-link.tsx';
import { SummaryList } from '../../shared/components/summary-list.tsx';
import { centre } from '../../shared/words/en/centre.ts';
import { centreEnrol } from '../../shared/words/en/centre-enrol.ts';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';
import { commonWords } from '../../shared/words/en/common.ts';
import { ActLink } from './act-link.tsx';
import { dayText } from './day-text.ts';
import { Panel } from './panel.tsx';

const { fields } = centreEnrol;

/** What was given at enrolment; what is missing isn't listed. */
export function DetailsPanel({ patient }: { readonly patient: Patient }): VNode {
  const at = `/patients/${patient.id}`;
  return (
    <Panel
      id="details"
      title={centrePatient.details.title}
      act={<ActLink act="put-patient" href={`${at}/edit`} label={centrePatient.actions.edit} />}
    >
      <SummaryList
        rows={[
          [fields.diagnosis.label, centre.diagnoses[patient.diagnosis]],
          [fields.factorLevel.label, patient.factorLevel],
          [fields.homeTherapy.label, patient.homeTherapy ? commonWords.yes : commonWords.no],
          [fields.channel.label, centre.channels[patient.channel]],
          [fields.phone.label, patient.phone === undefined ? undefined : <PhoneLink phone={patient.phone} />],
          [fields.email.label, patient.email],
          [
            fields.address.label,
            patient.address === undefined ? undefined : (
              <span class="lines" dir="auto">
                {patient.address}
              </span>
            ),
          ],
          [fields.centreNumber.label, patient.centreNumber],
          [fields.registryNumber.label, patient.registryNumber],
          [fields.healthServiceNumber.label, patient.healthServiceNumber],
          [fields.homeZone.label, patient.homeZone.replaceAll('_', ' ')],
          [centrePatient.details.enrolled, dayText(patient.enrolledAt)],
        ]}
      />
      {patient.recording.stage !== 'stopped' && (
        <p>
          <ActLink act="stop-patient" href={`${at}/stop`} label={centrePatient.actions.stop} />
        </p>
      )}
    </Panel>
  );
}
