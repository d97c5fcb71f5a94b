import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { PAUSE_REASONS } from '#domain/vocabulary.ts';
import { Form } from '../../../shared/forms/form.tsx';
import { SelectField } from '../../../shared/forms/select-field.tsx';
import { Submit } from '../../../shared/forms/submit.tsx';
import { TextField } from '../../../shared/forms/text-field.tsx';
import { useForm } from '../../../shared/forms/use-form.ts';
import type { PageProps } from '../../../shared/router/routes.tsx';
import { namesOf, required } from '../../../shared/staff/asked.tsx';
import { choicesOf } from '../../../shared/staff/choices-of.ts';
import { chosen } from '../../../shared/staff/chosen.ts';
import { goWith } from '../../../shared/staff/flash.tsx';
import { useAct } from '../../../shared/staff/use-act.ts';
import { centreActs } from '../../../shared/words/en/centre-acts.ts';
import { commonWords } from '../../../shared/words/en/common.ts';
import { today } from '../../parts/day-text.ts';
import { PatientAct } from '../../parts/patient-act.tsx';

const words = centreActs.pause;

function PauseForm({ patient }: { readonly patient: Patient }): VNode {
  const form = useForm({ reason: 'hospital', from: today(), to: '' });
  const save = useAct('put-pause', form, namesOf({ from: words.from, to: words.to }));
  const submit = async (): Promise<void> => {
    const { from, to } = form.values;
    const reason = chosen(PAUSE_REASONS, form.values.reason) ?? 'other';
    const outcome = await save(({ mutationId }) => ({
      params: { p: patient.id },
      body: { mutationId, change: 'starts', reason, from, to },
    }));
    if (outcome.ok) goWith(`/patients/${patient.id}`, words.saved);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <p>{words.intro}</p>
      <SelectField
        {...form.text('reason')}
        {...required(words.reason)}
        choices={choicesOf(PAUSE_REASONS, words.reason)}
      />
      <TextField {...form.text('from')} {...required(words.from)} type="date" width={10} />
      <TextField {...form.text('to')} {...required(words.to)} type="date" width={10} />
      <Submit form={form}>{commonWords.save}</Submit>
    </Form>
  );
}

function EndPauseForm({ patient }: { readonly patient: Patient }): VNode {
  const form = useForm({});
  const save = useAct('put-pause', form);
  const submit = async (): Promise<void> => {
    const day = today();
    const outcome = await save(({ mutationId }) => ({
      params: { p: patient.id },
      body: { mutationId, change: 'ends', reason: 'other', from: day, to: day },
    }));
    if (outcome.ok) goWith(`/patients/${patient.id}`, words.ended);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <p>{words.endIntro}</p>
      <Submit form={form}>{words.endTitle}</Submit>
    </Form>
  );
}

/** Starts a pause of the recording clock, or ends the one that runs. */
export function PausePage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.title} act="put-pause">
      {(patient) =>
        patient.recording.stage === 'paused' ? (
          <EndPauseForm patient={patient} />
        ) : (
          <PauseForm patient={patient} />
        )
      }
    </PatientAct>
  );
}
