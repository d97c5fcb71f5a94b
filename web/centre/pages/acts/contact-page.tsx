import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { Form } from '../../../shared/forms/form.tsx';
import { Radios } from '../../../shared/forms/radios.tsx';
import { Submit } from '../../../shared/forms/submit.tsx';
import { TextArea } from '../../../shared/forms/text-area.tsx';
import { useForm } from '../../../shared/forms/use-form.ts';
import type { PageProps } from '../../../shared/router/routes.tsx';
import { namesOf, required } from '../../../shared/staff/asked.tsx';
import { choicesOf } from '../../../shared/staff/choices-of.ts';
import { chosen } from '../../../shared/staff/chosen.ts';
import { goWith } from '../../../shared/staff/flash.tsx';
import { useAct } from '../../../shared/staff/use-act.ts';
import { centreActs } from '../../../shared/words/en/centre-acts.ts';
import { commonWords } from '../../../shared/words/en/common.ts';
import { PatientAct } from '../../parts/patient-act.tsx';

const words = centreActs.contact;
const ways = ['phone', 'letter', 'in-person'] as const;

function ContactForm({ patient }: { readonly patient: Patient }): VNode {
  const form = useForm({ how: 'phone', note: '' });
  const save = useAct('note-contact', form, namesOf({ note: words.note }));
  const submit = async (): Promise<void> => {
    const how = chosen(ways, form.values.how) ?? 'phone';
    const outcome = await save(({ id, mutationId }) => ({
      params: { p: patient.id, id },
      body: { mutationId, how, note: form.values.note },
    }));
    if (outcome.ok) goWith(`/patients/${patient.id}`, words.saved);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <p>{words.intro}</p>
      <Radios {...form.text('how')} {...required(words.how)} choices={choicesOf(ways, words.how)} inline />
      <TextArea {...form.text('note')} {...required(words.note)} maxLength={300} />
      <Submit form={form}>{commonWords.save}</Submit>
    </Form>
  );
}

/** A note that somebody reached the patient. */
export function ContactPage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.title} act="note-contact">
      {(patient) => <ContactForm patient={patient} />}
    </PatientAct>
  );
}
