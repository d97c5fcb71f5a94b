import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { Form } from '../../../shared/forms/form.tsx';
import { Submit } from '../../../shared/forms/submit.tsx';
import { TextField } from '../../../shared/forms/text-field.tsx';
import { useForm } from '../../../shared/forms/use-form.ts';
import { firstDay, lastDay, monthOf, addMonths } from '../../../shared/dates/days.ts';
import type { PageProps } from '../../../shared/router/routes.tsx';
import { namesOf, required } from '../../../shared/staff/asked.tsx';
import { goWith } from '../../../shared/staff/flash.tsx';
import { useAct } from '../../../shared/staff/use-act.ts';
import { centreActs } from '../../../shared/words/en/centre-acts.ts';
import { today } from '../../parts/day-text.ts';
import { PatientAct } from '../../parts/patient-act.tsx';

const words = centreActs.paperForm;

function PaperForm({ patient }: { readonly patient: Patient }): VNode {
  // Forms are mostly for the month that has just ended.
  const month = addMonths(monthOf(today()), -1);
  const form = useForm({ from: firstDay(month), to: lastDay(month), receivedOn: today() });
  const save = useAct(
    'put-paper-form',
    form,
    namesOf({ from: words.from, to: words.to, receivedOn: words.receivedOn }),
  );
  const submit = async (): Promise<void> => {
    const outcome = await save(({ id, mutationId }) => ({
      params: { p: patient.id, id },
      body: { mutationId, ...form.values },
    }));
    if (outcome.ok) goWith(`/patients/${patient.id}/record`, words.saved);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <p>{words.intro}</p>
      <TextField {...form.text('from')} {...required(words.from)} type="date" width={10} />
      <TextField {...form.text('to')} {...required(words.to)} type="date" width={10} />
      <TextField {...form.text('receivedOn')} {...required(words.receivedOn)} type="date" width={10} />
      <Submit form={form}>{words.thenType}</Submit>
    </Form>
  );
}

/** Notes that a paper form arrived, then goes on to typing it in. */
export function PaperFormPage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.title} act="put-paper-form">
      {(patient) => <PaperForm patient={patient} />}
    </PatientAct>
  );
}
