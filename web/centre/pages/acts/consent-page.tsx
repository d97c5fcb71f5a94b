import type { VNode } from 'preact';
import type { Patient } from '#contracts/patient.ts';
import { RELATIONS } from '#domain/vocabulary.ts';
import { Notice } from '../../../shared/components/notice.tsx';
import { Form } from '../../../shared/forms/form.tsx';
import { Radios } from '../../../shared/forms/radios.tsx';
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
import { centre } from '../../../shared/words/en/centre.ts';
import { centreActs } from '../../../shared/words/en/centre-acts.ts';
import { commonWords } from '../../../shared/words/en/common.ts';
import { today } from '../../parts/day-text.ts';
import { PatientAct } from '../../parts/patient-act.tsx';

const words = centreActs.consent;
const changes = ['given', 'revoked'] as const;
/** The patient can't stand in for a guardian. */
const relations = RELATIONS.filter((relation) => relation !== 'self');

function ConsentForm({ patient }: { readonly patient: Patient }): VNode {
  const given = patient.consent.state === 'given';
  const form = useForm({
    change: given ? 'revoked' : 'given',
    givenBy: '',
    relation: 'parent',
    on: today(),
    formReference: '',
  });
  const save = useAct(
    'put-consent',
    form,
    namesOf({ givenBy: words.givenBy, formReference: words.formReference }),
  );
  const submit = async (): Promise<void> => {
    const { givenBy, on, formReference } = form.values;
    const outcome = await save(({ id, mutationId }) => ({
      params: { p: patient.id, id },
      body: {
        mutationId,
        change: chosen(changes, form.values.change) ?? 'given',
        givenBy,
        relation: chosen(RELATIONS, form.values.relation) ?? 'parent',
        on,
        formReference,
      },
    }));
    if (outcome.ok) goWith(`/patients/${patient.id}`, words.saved);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <p>{words.intro}</p>
      <Radios
        {...form.text('change')}
        {...required(words.change)}
        choices={choicesOf(changes, words.change)}
        under={{ revoked: <Notice kind="warning">{words.revokeWarning}</Notice> }}
      />
      <TextField {...form.text('givenBy')} {...required(words.givenBy)} />
      <SelectField
        {...form.text('relation')}
        {...required(words.relation)}
        choices={choicesOf(relations, centre.relations)}
      />
      <TextField {...form.text('on')} {...required(words.on)} type="date" width={10} />
      <TextField {...form.text('formReference')} {...required(words.formReference)} />
      <Submit form={form}>{commonWords.save}</Submit>
    </Form>
  );
}

/** Records written consent, or that it was revoked. */
export function ConsentPage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.title} act="put-consent">
      {(patient) => <ConsentForm patient={patient} />}
    </PatientAct>
  );
}
