import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { Notice } from '../../../shared/components/notice.tsx';
import { Form } from '../../../shared/forms/form.tsx';
import { Submit } from '../../../shared/forms/submit.tsx';
import { TextArea } from '../../../shared/forms/text-area.tsx';
import { useForm } from '../../../shared/forms/use-form.ts';
import type { PageProps } from '../../../shared/router/routes.tsx';
import { namesOf, required } from '../../../shared/staff/asked.tsx';
import { emptyFields } from '../../../shared/staff/empty-fields.ts';
import { goWith } from '../../../shared/staff/flash.tsx';
import { useAct } from '../../../shared/staff/use-act.ts';
import { centreRequests } from '../../../shared/words/en/centre-requests.ts';
import { dayText } from '../../parts/day-text.ts';
import { PatientAct } from '../../parts/patient-act.tsx';

const words = centreRequests.page;

interface Props {
  readonly patient: Patient;
  readonly one: Patient['requests'][number];
}

function AnswerForm({ patient, one }: Props): VNode {
  const form = useForm({ answer: '' });
  const names = namesOf({ answer: words.answer });
  const save = useAct('answer-request', form, names);
  const params = { p: patient.id, id: one.id };
  const back = `/patients/${patient.id}`;
  const seen = async (): Promise<void> => {
    const outcome = await save(({ mutationId }) => ({ params, body: { mutationId, state: 'seen' } }));
    if (outcome.ok) goWith(back, words.seenSaved);
  };
  const submit = async (): Promise<void> => {
    const answer = form.values.answer.trim();
    const empty = emptyFields({ answer }, names);
    if (Object.keys(empty).length > 0) {
      form.refuse(empty);
      return;
    }
    const outcome = await save(({ mutationId }) => ({
      params,
      body: { mutationId, state: 'decided', answer },
    }));
    if (outcome.ok) goWith(back, words.saved);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <p>
        <strong>{centreRequests.kinds[one.what]}</strong>{' '}
        <span class="quiet">{centreRequests.by(one.name, dayText(one.askedAt))}</span>
      </p>
      {one.text !== undefined && (
        <p>
          {words.wrote}: <bdi>{one.text}</bdi>
        </p>
      )}
      {one.what !== 'review' && (
        <Notice kind="warning">
          <p>{words.notDeleted}</p>
          {one.what === 'withdrawal' && <p>{words.withdrawal}</p>}
        </Notice>
      )}
      <TextArea {...form.text('answer')} {...required(words.answer)} maxLength={1000} />
      <div class="buttons">
        <Submit form={form}>{words.submit}</Submit>
        {one.state === 'asked' && (
          <button type="button" class="button button-second" onClick={() => void seen()}>
            {words.seen}
          </button>
        )}
      </div>
    </Form>
  );
}

/** Reads what somebody asked for, and answers it in words. */
export function RequestPage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.title} act="answer-request">
      {(patient) => {
        const one = patient.requests.find(({ id }) => id === params['id']);
        return one === undefined || one.state === 'decided' ? (
          <p>{words.gone}</p>
        ) : (
          <AnswerForm patient={patient} one={one} />
        );
      }}
    </PatientAct>
  );
}
