import type { VNode } from 'preact';
import { Page } from '../../shared/components/page.tsx';
import { newId } from '../../shared/api/new-id.ts';
import { useRef } from 'preact/hooks';
import { goWith } from '../../shared/staff/flash.tsx';
import { NotAllowed } from '../../shared/staff/not-allowed.tsx';
import { centreEnrol } from '../../shared/words/en/centre-enrol.ts';
import { emptyPatient } from '../model/patient-draft.ts';
import { PatientForm } from '../parts/patient-form.tsx';
import { staff } from '../parts/staff.ts';

/** Enrols a new patient. */
export function EnrolPage(): VNode {
  // Made here once, so that a repeated save enrols the same patient and not a second one.
  const id = useRef(newId());
  if (!staff.may('put-patient')) return <NotAllowed back="/patients" />;
  return (
    <Page title={centreEnrol.title} back="/patients">
      <p>{centreEnrol.intro}</p>
      <PatientForm
        id={id.current}
        initial={emptyPatient(staff.me.value?.centre.zone ?? 'Europe/London')}
        submit={centreEnrol.submit}
        onSaved={() => {
          goWith(`/patients/${id.current}`, `${centreEnrol.enrolled} ${centreEnrol.next}`);
        }}
      />
    </Page>
  );
}
