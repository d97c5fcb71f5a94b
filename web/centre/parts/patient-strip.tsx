import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { centrePatient } from '../../shared/words/en/centre-patient.ts';
import { ageOn } from '../model/age-on.ts';
import { dayText, today } from './day-text.ts';
import { DeliveryTag, StageTag } from './status-tag.tsx';

/** Who this is about, in one line: name, birth date and status. */
export function PatientStrip({ patient }: { readonly patient: Patient }): VNode {
  return (
    <p class="patient-strip">
      <strong>{centrePatient.heading(patient.givenName, patient.familyName)}</strong>
      <span>{centrePatient.born(dayText(patient.birthDate), ageOn(patient.birthDate, today()))}</span>
      <StageTag stage={patient.recording.stage} />
      <span class="with-label">
        {centrePatient.delivery.title}: <DeliveryTag status={patient.delivery.status} />
      </span>
    </p>
  );
}
