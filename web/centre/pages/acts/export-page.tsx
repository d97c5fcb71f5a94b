import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { useState } from 'preact/hooks';
import { saveFile } from '../../../shared/api/save-file.ts';
import { Notice } from '../../../shared/components/notice.tsx';
import { addDays } from '../../../shared/dates/days.ts';
import { Form } from '../../../shared/forms/form.tsx';
import { Submit } from '../../../shared/forms/submit.tsx';
import { TextField } from '../../../shared/forms/text-field.tsx';
import { useForm } from '../../../shared/forms/use-form.ts';
import type { PageProps } from '../../../shared/router/routes.tsx';
import { namesOf, required } from '../../../shared/staff/asked.tsx';
import { useAct } from '../../../shared/staff/use-act.ts';
import { centreActs } from '../../../shared/words/en/centre-acts.ts';
import { today } from '../../parts/day-text.ts';
import { PatientAct } from '../../parts/patient-act.tsx';

const words = centreActs.export;

function ExportForm({ patient }: { readonly patient: Patient }): VNode {
  const [done, setDone] = useState(false);
  const form = useForm({ from: addDays(today(), -89), to: today() });
  const ask = useAct('export-patient', form, namesOf({ from: words.from, to: words.to }));
  const submit = async (): Promise<void> => {
    setDone(false);
    const outcome = await ask(() => ({ params: { p: patient.id }, query: { ...form.values } }));
    if (!outcome.ok) return;
    saveFile(outcome.value);
    setDone(true);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <p>{words.intro}</p>
      <TextField {...form.text('from')} {...required(words.from)} type="date" width={10} />
      <TextField {...form.text('to')} {...required(words.to)} type="date" width={10} />
      <p class="quiet">{words.safety}</p>
      <Submit form={form}>{words.submit}</Submit>
      {done && (
        <Notice kind="success" live>
          <p>{words.done}</p>
        </Notice>
      )}
    </Form>
  );
}

/** A period of one patient's diary as an Excel file. */
export function ExportPage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.title} act="export-patient">
      {(patient) => <ExportForm patient={patient} />}
    </PatientAct>
  );
}
