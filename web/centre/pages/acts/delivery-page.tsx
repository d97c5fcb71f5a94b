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
import { emptyFields } from '../../../shared/staff/empty-fields.ts';
import { goWith } from '../../../shared/staff/flash.tsx';
import { useAct } from '../../../shared/staff/use-act.ts';
import { centre } from '../../../shared/words/en/centre.ts';
import { centreActs } from '../../../shared/words/en/centre-acts.ts';
import { commonWords } from '../../../shared/words/en/common.ts';
import { PatientAct } from '../../parts/patient-act.tsx';

const words = centreActs.delivery;
const decisions = ['active', 'suspended', 'none'] as const;

function DeliveryForm({ patient }: { readonly patient: Patient }): VNode {
  // Nothing is chosen beforehand: a decision about a person's supply is never a default.
  const form = useForm({ status: '', reason: '' });
  const own = namesOf({ status: words.status, reason: words.reason });
  const save = useAct('put-delivery', form, own);
  const submit = async (): Promise<void> => {
    const status = chosen(decisions, form.values.status);
    const empty = emptyFields(form.values, own);
    if (status === undefined || Object.keys(empty).length > 0) {
      form.refuse(empty);
      return;
    }
    const outcome = await save(({ mutationId }) => ({
      params: { p: patient.id },
      body: { mutationId, status, reason: form.values.reason },
    }));
    if (outcome.ok) goWith(`/patients/${patient.id}`, words.saved);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <p>{words.intro}</p>
      <p>{words.now(centre.deliveries[patient.delivery.status])}</p>
      <Radios
        {...form.text('status')}
        {...required(words.status)}
        choices={choicesOf(decisions, words.status)}
      />
      <TextArea {...form.text('reason')} {...required(words.reason)} maxLength={300} />
      <p class="quiet">{words.mail}</p>
      <Submit form={form}>{commonWords.save}</Submit>
    </Form>
  );
}

/** A person's decision on home delivery, with its reason. */
export function DeliveryPage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.title} act="put-delivery">
      {(patient) => <DeliveryForm patient={patient} />}
    </PatientAct>
  );
}
