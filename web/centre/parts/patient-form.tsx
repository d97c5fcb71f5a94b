import type { ComponentChildren, VNode } from 'preact';
import { CHANNELS, DIAGNOSES } from '#domain/vocabulary.ts';
import { Checkbox } from '../../shared/forms/checkbox.tsx';
import { DateParts, joinedDay } from '../../shared/forms/date-parts.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { Radios } from '../../shared/forms/radios.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextArea } from '../../shared/forms/text-area.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { type FormModel, useForm } from '../../shared/forms/use-form.ts';
import { namesOf, optional, required } from '../../shared/staff/asked.tsx';
import { choicesOf } from '../../shared/staff/choices-of.ts';
import { emptyFields } from '../../shared/staff/empty-fields.ts';
import { useAct } from '../../shared/staff/use-act.ts';
import { ZoneField } from '../../shared/staff/zone-field.tsx';
import { centre } from '../../shared/words/en/centre.ts';
import { centreEnrol } from '../../shared/words/en/centre-enrol.ts';
import { staffWords } from '../../shared/words/en/staff.ts';
import { type PatientDraft, patientBodyOf } from '../model/patient-draft.ts';

const { fields, groups } = centreEnrol;
const own = namesOf(fields);

interface Props {
  readonly id: string;
  /** The version a correction starts from; absent for a new patient. */
  readonly version?: number;
  readonly initial: PatientDraft;
  readonly submit: string;
  readonly onSaved: () => void;
}

const Group = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): VNode => (
  <section aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

type Model = FormModel<PatientDraft>;

const Who = ({ form }: { readonly form: Model }): VNode => (
  <Group title={groups.who}>
    <TextField {...form.text('givenName')} {...required(fields.givenName)} />
    <TextField {...form.text('familyName')} {...required(fields.familyName)} />
    <DateParts {...form.text('birthDate')} {...required(fields.birthDate)} />
  </Group>
);

const Health = ({ form }: { readonly form: Model }): VNode => (
  <Group title={groups.health}>
    <SelectField
      {...form.text('diagnosis')}
      {...required(fields.diagnosis)}
      choices={choicesOf(DIAGNOSES, centre.diagnoses)}
      none={staffWords.choose}
    />
    <TextField {...form.text('factorLevel')} {...optional(fields.factorLevel)} width={5} />
  </Group>
);

const Recording = ({ form, isNew }: { readonly form: Model; readonly isNew: boolean }): VNode => (
  <Group title={groups.recording}>
    <Checkbox {...form.flag('homeTherapy')} label={fields.homeTherapy.label} hint={fields.homeTherapy.why} />
    {isNew && (
      <Checkbox
        {...form.flag('homeDelivery')}
        label={fields.homeDelivery.label}
        hint={fields.homeDelivery.why}
      />
    )}
    <Radios
      {...form.text('channel')}
      {...required(fields.channel)}
      choices={choicesOf(CHANNELS, centre.channels)}
      inline
    />
    <ZoneField {...form.text('homeZone')} {...required(fields.homeZone)} />
    <Checkbox
      {...form.flag('guardianConsentNeeded')}
      label={fields.guardianConsentNeeded.label}
      hint={fields.guardianConsentNeeded.why}
    />
  </Group>
);

const Contact = ({ form }: { readonly form: Model }): VNode => (
  <Group title={groups.contact}>
    <TextField {...form.text('email')} {...optional(fields.email)} type="email" />
    <TextField {...form.text('phone')} {...optional(fields.phone)} type="tel" width={20} />
    <TextArea {...form.text('address')} {...optional(fields.address)} maxLength={300} />
  </Group>
);

const Numbers = ({ form }: { readonly form: Model }): VNode => (
  <Group title={groups.numbers}>
    <TextField {...form.text('centreNumber')} {...optional(fields.centreNumber)} width={20} />
    <TextField {...form.text('registryNumber')} {...optional(fields.registryNumber)} width={20} />
    <TextField {...form.text('healthServiceNumber')} {...optional(fields.healthServiceNumber)} width={20} />
  </Group>
);

/** All of a patient's details; each field says whether it is required and why it is asked. */
export function PatientForm({ id, version, initial, submit: submitLabel, onSaved }: Props): VNode {
  const form = useForm<PatientDraft>(initial);
  const save = useAct('put-patient', form, own);
  const submit = async (): Promise<void> => {
    const draft = { ...form.values, birthDate: joinedDay(form.values.birthDate) };
    const body = patientBodyOf(draft);
    const { givenName, familyName, birthDate, diagnosis } = form.values;
    const empty = emptyFields({ givenName, familyName, birthDate, diagnosis }, own);
    if (body === undefined || Object.keys(empty).length > 0) {
      form.refuse(empty);
      return;
    }
    const outcome = await save(({ mutationId }) => ({
      params: { p: id },
      body: { mutationId, ...body },
      ...(version === undefined ? {} : { version }),
    }));
    if (outcome.ok) onSaved();
  };
  return (
    <Form form={form} onSubmit={submit}>
      <div class="form-groups">
        <div>
          <Who form={form} />
          <Health form={form} />
          <Numbers form={form} />
        </div>
        <div>
          <Recording form={form} isNew={version === undefined} />
          <Contact form={form} />
        </div>
      </div>
      <Submit form={form}>{submitLabel}</Submit>
    </Form>
  );
}
