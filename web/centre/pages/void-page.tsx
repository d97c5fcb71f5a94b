import type { VNode } from 'preact';
import type { Entry } from '#contracts/entries.ts';
import { Form } from '../../shared/forms/form.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import type { PageProps } from '../../shared/router/routes.tsx';
import { namesOf, required } from '../../shared/staff/asked.tsx';
import { goWith } from '../../shared/staff/flash.tsx';
import { useAct } from '../../shared/staff/use-act.ts';
import { centreActs } from '../../shared/words/en/centre-acts.ts';
import { entryText } from '../model/entry-text.ts';
import { OneEntry } from '../parts/one-entry.tsx';
import { PatientAct } from '../parts/patient-act.tsx';

const words = centreActs.void;

function VoidForm({ patient, entry }: { readonly patient: string; readonly entry: Entry }): VNode {
  const form = useForm({ reason: '' });
  const save = useAct('void-patient-entry', form, namesOf({ reason: words.reason }));
  const { what, when, detail } = entryText(entry);
  const submit = async (): Promise<void> => {
    const outcome = await save(({ mutationId }) => ({
      params: { p: patient, id: entry.id },
      body: { mutationId, reason: form.values.reason },
      version: entry.version,
    }));
    if (outcome.ok) goWith(`/patients/${patient}`, words.saved);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <p>
        <strong>{what}</strong>, {when}
        {detail !== '' && <span class="quiet"> {detail}</span>}
      </p>
      <p>{words.intro}</p>
      <TextField {...form.text('reason')} {...required(words.reason)} maxLength={300} />
      <Submit form={form} warning>
        {words.submit}
      </Submit>
    </Form>
  );
}

/** Takes an entry out with a reason; its history stays. */
export function VoidPage({ params }: PageProps): VNode {
  const p = params['p'] ?? '';
  return (
    <PatientAct patient={p} title={words.title} act="void-patient-entry">
      {() => (
        <OneEntry patient={p} month={params['month'] ?? ''} id={params['id'] ?? ''}>
          {(entry) => <VoidForm patient={p} entry={entry} />}
        </OneEntry>
      )}
    </PatientAct>
  );
}
