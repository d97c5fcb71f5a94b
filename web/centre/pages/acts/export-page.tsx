import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { useState } from 'preact/hooks';
import { saveFile } from '../../../shared/api/save-file.ts';
import { Notice } from '../../../shared/components/notice.tsx';
import { addDays } from '../../../shared/dates/days.ts';
import { Form } from '../../../shared/forms/form.tsx';
import { Radios } from '../../../shared/forms/radios.tsx';
import { Submit } from '../../../shared/forms/submit.tsx';
import { TextField } from '../../../shared/forms/text-field.tsx';
import { useForm } from '../../../shared/forms/use-form.ts';
import type { PageProps } from '../../../shared/router/routes.tsx';
import { namesOf, required } from '../../../shared/staff/asked.tsx';
import { choicesOf } from '../../../shared/staff/choices-of.ts';
import { chosen } from '../../../shared/staff/chosen.ts';
import { useAct } from '../../../shared/staff/use-act.ts';
import { centreActs } from '../../../shared/words/en/centre-acts.ts';
import { today } from '../../parts/day-text.ts';
import { PatientAct } from '../../parts/patient-act.tsx';

const words = centreActs.export;
/** The others are for programs: whoever needs those asks the API. */
const FORMATS = ['excel', 'pdf'] as const;

const names = () => namesOf({ from: words.from, to: words.to, format: words.format });

function ExportForm({ patient }: { readonly patient: Patient }): VNode {
  const [done, setDone] = useState(false);
  const form = useForm({ from: addDays(today(), -89), to: today(), format: 'excel' });
  const ask = useAct('export-patient', form, names());
  const submit = async (): Promise<void> => {
    setDone(false);
    const { from, to } = form.values;
    const format = chosen(FORMATS, form.values.format) ?? 'excel';
    const outcome = await ask(() => ({ params: { p: patient.id }, query: { from, to, format } }));
    if (!outcome.ok) return;
    saveFile(outcome.value);
    setDone(true);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <p>{words.intro}</p>
      <TextField {...form.text('from')} {...required(words.from)} type="date" width={10} />
      <TextField {...form.text('to')} {...required(words.to)} type="date" width={10} />
      <Radios
        {...form.text('format')}
        {...required(words.format)}
        choices={choicesOf(FORMATS, words.formats)}
      />
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

/** A period of one patient's diary: all of it to work on, or the summary that a clinic reads. */
export function ExportPage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.title} act="export-patient">
      {(patient) => <ExportForm patient={patient} />}
    </PatientAct>
  );
}
