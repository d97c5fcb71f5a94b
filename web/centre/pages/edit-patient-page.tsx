import type { VNode } from 'preact';
import type { PageProps } from '../../shared/router/routes.tsx';
import { goWith } from '../../shared/staff/flash.tsx';
import { centreEnrol } from '../../shared/words/en/centre-enrol.ts';
import { patientDraftOf } from '../model/patient-draft.ts';
import { PatientAct } from '../parts/patient-act.tsx';
import { PatientForm } from '../parts/patient-form.tsx';

/** Corrects a patient's details; home delivery changes only by a decision. */
export function EditPatientPage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={centreEnrol.editTitle} act="put-patient" wide>
      {(patient) => (
        <PatientForm
          id={patient.id}
          version={patient.version}
          initial={patientDraftOf(patient)}
          submit={centreEnrol.saveChanges}
          onSaved={() => {
            goWith(`/patients/${patient.id}`, centreEnrol.changed);
          }}
        />
      )}
    </PatientAct>
  );
}
