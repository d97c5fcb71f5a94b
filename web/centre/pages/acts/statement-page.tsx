import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { useCall } from '../../../shared/api/use-call.ts';
import { Failed } from '../../../shared/components/failed.tsx';
import { Waiting } from '../../../shared/components/waiting.tsx';
import { Form } from '../../../shared/forms/form.tsx';
import { Submit } from '../../../shared/forms/submit.tsx';
import { TextField } from '../../../shared/forms/text-field.tsx';
import { useForm } from '../../../shared/forms/use-form.ts';
import type { PageProps } from '../../../shared/router/routes.tsx';
import { namesOf, required } from '../../../shared/staff/asked.tsx';
import { goWith } from '../../../shared/staff/flash.tsx';
import { useAct } from '../../../shared/staff/use-act.ts';
import { centreActs } from '../../../shared/words/en/centre-acts.ts';
import { commonWords } from '../../../shared/words/en/common.ts';
import { today } from '../../parts/day-text.ts';
import { PatientAct } from '../../parts/patient-act.tsx';

const words = centreActs.statement;

function AgreementForm({ patient, current }: { readonly patient: Patient; readonly current: number }): VNode {
  const form = useForm({ version: String(current), on: today(), formReference: '' });
  const save = useAct(
    'put-paper-statement',
    form,
    namesOf({ version: words.version, on: words.on, formReference: words.formReference }),
  );
  const submit = async (): Promise<void> => {
    const { on, formReference } = form.values;
    const outcome = await save(({ mutationId }) => ({
      params: { p: patient.id },
      body: { mutationId, version: Number(form.values.version), on, formReference },
    }));
    if (outcome.ok) goWith(`/patients/${patient.id}`, words.saved);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <p>
        {words.intro} {words.current(current)}
      </p>
      <TextField {...form.text('version')} {...required(words.version)} inputMode="numeric" width={3} />
      <TextField {...form.text('on')} {...required(words.on)} type="date" width={10} />
      <TextField {...form.text('formReference')} {...required(words.formReference)} />
      <Submit form={form}>{commonWords.save}</Submit>
    </Form>
  );
}

function CurrentStatement({ patient }: { readonly patient: Patient }): VNode {
  const reading = useCall('get-statement', {});
  if (reading.value !== undefined) return <AgreementForm patient={patient} current={reading.value.version} />;
  if (reading.failure !== undefined)
    return <Failed failure={reading.failure} onRetry={() => void reading.again()} />;
  return <Waiting />;
}

/** Records the privacy statement that somebody agreed to on paper. */
export function StatementPage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.title} act="put-paper-statement">
      {(patient) => <CurrentStatement patient={patient} />}
    </PatientAct>
  );
}
