import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { Form } from '../../shared/forms/form.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { goWith } from '../../shared/staff/flash.tsx';
import { useAct } from '../../shared/staff/use-act.ts';
import { centreAccounts } from '../../shared/words/en/centre-accounts.ts';
import { ReasonAct } from './reason-act.tsx';

const words = centreAccounts.link;

interface Props {
  readonly patient: Patient;
  readonly link: Patient['links'][number];
}

/** Confirms that the account is the right person's. */
export function ConfirmLink({ patient, link }: Props): VNode {
  const form = useForm({});
  const save = useAct('put-link', form);
  const submit = async (): Promise<void> => {
    const outcome = await save(({ mutationId }) => ({
      params: { p: patient.id, account: link.account },
      body: { mutationId, change: 'confirm' },
    }));
    if (outcome.ok) goWith(`/patients/${patient.id}`, words.confirm.saved);
  };
  return (
    <section class="panel" aria-labelledby="confirm-title">
      <h2 id="confirm-title">{words.confirm.title}</h2>
      <p>{words.confirm.text}</p>
      <Form form={form} onSubmit={submit}>
        <Submit form={form}>{words.confirm.submit}</Submit>
      </Form>
    </section>
  );
}

/** Ends the link: as it comes to an end, or because it was never the right person. */
export function EndLink({
  patient,
  link,
  change,
}: Props & { readonly change: 'end' | 'wrong-person' }): VNode {
  return (
    <ReasonAct
      said={change === 'end' ? words.end : words.wrong}
      field={`reason-${change}`}
      act="put-link"
      call={({ mutationId, reason }) => ({
        params: { p: patient.id, account: link.account },
        body: { mutationId, change, reason },
      })}
      to={`/patients/${patient.id}`}
    />
  );
}
