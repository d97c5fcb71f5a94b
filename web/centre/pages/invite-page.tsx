import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Patient } from '#contracts/patient.ts';
import { LANGUAGES } from '#domain/languages.ts';
import { RELATIONS } from '#domain/vocabulary.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { Checkbox } from '../../shared/forms/checkbox.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { Radios } from '../../shared/forms/radios.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { type FormModel, useForm } from '../../shared/forms/use-form.ts';
import type { PageProps } from '../../shared/router/routes.tsx';
import { namesOf, required } from '../../shared/staff/asked.tsx';
import { choicesOf } from '../../shared/staff/choices-of.ts';
import { chosen } from '../../shared/staff/chosen.ts';
import { goWith } from '../../shared/staff/flash.tsx';
import { useAct } from '../../shared/staff/use-act.ts';
import { centre } from '../../shared/words/en/centre.ts';
import { centreAccounts } from '../../shared/words/en/centre-accounts.ts';
import { languageCatalogue } from '../../shared/words/language-catalogue.ts';
import { dayText } from '../parts/day-text.ts';
import { type Letter, InvitationLetter } from '../parts/invitation-letter.tsx';
import { PatientAct } from '../parts/patient-act.tsx';

const words = centreAccounts.invite;
const own = namesOf({ name: words.name, email: words.email });
const ways = ['mail', 'print'] as const;

const mailTo = ({ email, language }: { readonly email: string; readonly language: string }) => ({
  email: email.trim(),
  language: chosen(LANGUAGES, language) ?? 'en',
});

function ByMail({
  form,
}: {
  readonly form: Pick<FormModel<{ email: string; language: string }>, 'text'>;
}): VNode {
  return (
    <>
      <TextField {...form.text('email')} {...required(words.email)} type="email" />
      <SelectField
        {...form.text('language')}
        {...required(words.language)}
        choices={LANGUAGES.filter((language) => languageCatalogue[language].state !== 'to-be-made').map(
          (language) => ({ value: language, label: languageCatalogue[language].name }),
        )}
      />
    </>
  );
}

function InviteForm({
  patient,
  onLetter,
}: {
  readonly patient: Patient;
  readonly onLetter: (letter: Letter) => void;
}): VNode {
  const form = useForm({
    relation: patient.guardianConsentNeeded ? 'parent' : 'self',
    name: patient.guardianConsentNeeded ? '' : `${patient.givenName} ${patient.familyName}`,
    mayRecord: true,
    by: patient.email === undefined ? 'print' : 'mail',
    email: patient.guardianConsentNeeded ? '' : (patient.email ?? ''),
    language: 'en',
  });
  const save = useAct('invite-person', form, own);
  const submit = async (): Promise<void> => {
    const { name, mayRecord } = form.values;
    const by = chosen(ways, form.values.by) ?? 'mail';
    const relation = chosen(RELATIONS, form.values.relation) ?? 'self';
    const outcome = await save(({ id, mutationId }) => ({
      params: { p: patient.id, id },
      body: { mutationId, relation, mayRecord, by, name, ...(by === 'mail' ? mailTo(form.values) : {}) },
    }));
    if (!outcome.ok) return;
    const { code, expiresAt } = outcome.value;
    if (code === undefined) goWith(`/patients/${patient.id}`, words.mailed(dayText(expiresAt)));
    else onLetter({ code, expiresAt, name });
  };
  return (
    <Form form={form} onSubmit={submit}>
      <p>{words.intro}</p>
      <SelectField
        {...form.text('relation')}
        {...required(words.relation)}
        choices={choicesOf(RELATIONS, centre.relations)}
      />
      <TextField {...form.text('name')} {...required(words.name)} />
      <Checkbox {...form.flag('mayRecord')} label={words.mayRecord.label} hint={words.mayRecord.why} />
      <Radios
        {...form.text('by')}
        {...required(words.by)}
        choices={choicesOf(ways, words.by)}
        under={{ mail: <ByMail form={form} /> }}
      />
      <Submit form={form}>{words.submit}</Submit>
    </Form>
  );
}

function Invite({ patient }: { readonly patient: Patient }): VNode {
  const [letter, setLetter] = useState<Letter | undefined>(undefined);
  if (patient.consent.state === 'needed' || patient.consent.state === 'revoked') {
    return (
      <Notice kind="warning">
        <p>{words.consentFirst}</p>
        <p>
          <a href={`/patients/${patient.id}/consent`}>{words.recordConsent}</a>
        </p>
      </Notice>
    );
  }
  if (letter === undefined) return <InviteForm patient={patient} onLetter={setLetter} />;
  return <InvitationLetter letter={letter} back={`/patients/${patient.id}`} />;
}

/** Invites the patient or a carer, by mail or with a letter that is printed here. */
export function InvitePage({ params }: PageProps): VNode {
  return (
    <PatientAct patient={params['p'] ?? ''} title={words.title} act="invite-person">
      {(patient) => <Invite patient={patient} />}
    </PatientAct>
  );
}
