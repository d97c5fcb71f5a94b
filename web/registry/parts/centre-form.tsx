import type { VNode } from 'preact';
import { More } from '../../shared/components/more.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextArea } from '../../shared/forms/text-area.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { type Errors, type FormModel, useForm } from '../../shared/forms/use-form.ts';
import { namesOf, required } from '../../shared/staff/asked.tsx';
import { emptyFields } from '../../shared/staff/empty-fields.ts';
import { POLICY_DAYS, policyErrors, policyPointers, policyWords } from '../../shared/staff/policy-draft.ts';
import { PolicyFields } from '../../shared/staff/policy-fields.tsx';
import { useAct } from '../../shared/staff/use-act.ts';
import { ZoneField } from '../../shared/staff/zone-field.tsx';
import { registry } from '../../shared/words/en/registry.ts';
import { type CentreDraft, centreBodyOf, centreDraftOf } from './centre-draft.ts';
import type { ReadCentre } from './read-centre.tsx';

const words = registry.onboard;
const own = namesOf({
  id: words.id,
  name: words.name,
  email: words.email,
  phone: words.phone,
  emergencyPhone: words.emergencyPhone,
  address: words.address,
  managerName: words.managerName,
  managerEmail: words.managerEmail,
});
/** The API's pointers where they aren't the field's name; a wrong id stands in the path. */
const ids = {
  ...policyPointers,
  '/firstDataManager/name': 'managerName',
  '/firstDataManager/email': 'managerEmail',
  '/c': 'id',
};

/** A mistake must not hide behind the fold. */
const policyWrong = (errors: Errors): boolean => POLICY_DAYS.some((key) => errors[key] !== undefined);

type Model = FormModel<CentreDraft>;

const Reach = ({ form, isNew }: { readonly form: Model; readonly isNew: boolean }): VNode => (
  <div>
    <h2>{words.groups.centre}</h2>
    <TextField {...form.text('name')} {...required(words.name)} maxLength={100} />
    {isNew && <TextField {...form.text('id')} {...required(words.id)} width={20} lower />}
    <TextField {...form.text('email')} {...required(words.email)} type="email" />
    <TextField {...form.text('phone')} {...required(words.phone)} type="tel" width={20} />
    <TextField {...form.text('emergencyPhone')} {...required(words.emergencyPhone)} type="tel" width={20} />
    <TextArea {...form.text('address')} {...required(words.address)} maxLength={300} rows={4} />
    <ZoneField {...form.text('zone')} {...required(words.zone)} />
  </div>
);

const FirstManager = ({ form }: { readonly form: Model }): VNode => (
  <>
    <h2>{words.groups.first}</h2>
    <TextField {...form.text('managerName')} {...required(words.managerName)} maxLength={80} />
    <TextField {...form.text('managerEmail')} {...required(words.managerEmail)} type="email" />
  </>
);

interface Props {
  /** The centre that is corrected; absent for a new one. */
  readonly centre?: ReadCentre;
  readonly onSaved: (id: string, name: string) => void;
}

/** A centre's details and policy; for a new one also its short id and first data manager. */
export function CentreForm({ centre, onSaved }: Props): VNode {
  const isNew = centre === undefined;
  const form = useForm<CentreDraft>(() => centreDraftOf(centre));
  const save = useAct('put-centre', form, { ...policyWords, ...own }, ids);
  const submit = async (): Promise<void> => {
    const id = form.values.id.trim();
    const { name, email, phone, emergencyPhone, address, managerName, managerEmail } = form.values;
    const first = isNew ? { managerName, managerEmail } : {};
    const errors = {
      ...emptyFields({ name, id, email, phone, emergencyPhone, address, ...first }, own),
      ...policyErrors(form.values),
    };
    if (Object.keys(errors).length > 0) {
      form.refuse(errors);
      return;
    }
    const outcome = await save(({ mutationId }) => ({
      params: { c: id },
      body: { mutationId, ...centreBodyOf(form.values, isNew) },
      ...(centre === undefined ? {} : { version: centre.version }),
    }));
    if (outcome.ok) onSaved(id, form.values.name);
    else if (isNew && outcome.failure.code === 'taken') form.refuse({ id: words.idTaken });
  };
  return (
    <Form form={form} onSubmit={submit}>
      <div class="form-groups">
        <Reach form={form} isNew={isNew} />
        <div>
          {isNew && <FirstManager form={form} />}
          <h2>{words.groups.policy}</h2>
          <p>{words.policyIntro}</p>
          <More summary={words.showPolicy} open={policyWrong(form.errors)}>
            <PolicyFields form={form} />
          </More>
        </div>
      </div>
      <Submit form={form}>{isNew ? words.submit : words.saveChanges}</Submit>
    </Form>
  );
}
