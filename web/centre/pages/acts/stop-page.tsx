import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { STOP_REASONS } from '#domain/vocabulary.ts';
import { Notice } from '../../../shared/components/notice.tsx';
import { Checkbox } from '../../../shared/forms/checkbox.tsx';
import { Form } from '../../../shared/forms/form.tsx';
import { Radios } from '../../../shared/forms/radios.tsx';
import { Submit } from '../../../shared/forms/submit.tsx';
import { useForm } from '../../../shared/forms/use-form.ts';
import type { PageProps } from '../../../shared/router/routes.tsx';
import { required } from '../../../shared/staff/asked.tsx';
import { choicesOf } from '../../../shared/staff/choices-of.ts';
import { chosen } from '../../../shared/staff/chosen.ts';
import { goWith } from '../../../shared/staff/flash.tsx';
import { useAct } from '../../../shared/staff/use-act.ts';
import { centreActs } from '../../../shared/words/en/centre-acts.ts';
import { staffWords } from '../../../shared/words/en/staff.ts';
import { PatientAct } from '../../parts/patient-act.tsx';

const words = centreActs.stop;

function StopForm({ patient }: { readonly patient: Patient }): VNode {
  const form = useForm({ reason: '', sure: false });
  const save = useAct('stop-patient', form);
  const submit = async (): Promise<void> => {
    const reason = chosen(STOP_REASONS, form.values.reason);
    if (reason === undefined || !form.values.sure) {
      form.refuse({
        ...(reason === undefined ? { reason: staffWords.fillIn(words.reason.label) } : {}),
        ...(form.values.sure ? {} : { sure: words.sure.missing }),
      });
      return;
    }
    const outcome = await save(({ mutationId }) => ({
      params: { p: patient.id },
      body: { mutationId, reason },
    }));
    if (outcome.ok) goWith(`/patients/${patient.id}`, words.saved);
  };
  const sure = required(words.sure);
  return (
    <Form form={form} onSubmit={submit}>
      <Notice kind="warning">
        <p>{words.warning}</p>
      </Notice>
      <Radios
        {...form.text('reason')}
        {...required(words.reason)}
        choices={choicesOf(STOP_REASONS, words.reason)}
      />
      <Checkbox {...form.flag('sure')} label={sure.label} hint={words.sure.why} />
      <Submit form={form} warning>
        {words.submit}
      </Submit>
    </Form>
  );
}

/** Closes the diary of someone who died, left or withdrew. */
export function StopPage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.title} act="stop-patient">
      {(patient) => <StopForm patient={patient} />}
    </PatientAct>
  );
}
