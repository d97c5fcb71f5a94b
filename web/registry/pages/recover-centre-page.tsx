import type { VNode } from 'preact';
import { Page } from '../../shared/components/page.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { Radios } from '../../shared/forms/radios.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import type { PageProps } from '../../shared/router/routes.tsx';
import { namesOf, required } from '../../shared/staff/asked.tsx';
import { choicesOf } from '../../shared/staff/choices-of.ts';
import { chosen } from '../../shared/staff/chosen.ts';
import { emptyFields } from '../../shared/staff/empty-fields.ts';
import { goWith } from '../../shared/staff/flash.tsx';
import { NotAllowed } from '../../shared/staff/not-allowed.tsx';
import { useAct } from '../../shared/staff/use-act.ts';
import { registryRecovery } from '../../shared/words/en/registry-recovery.ts';
import { type ReadCentre, WithCentre } from '../parts/read-centre.tsx';
import { registryMe } from '../parts/registry-me.ts';

const words = registryRecovery.centre;
const changes = ['reset-second-factor', 'invite-data-manager'] as const;
const names = namesOf({
  change: words.change,
  username: words.username,
  name: words.name,
  email: words.email,
  reason: words.reason,
});
const own = {
  ...names,
  change: { empty: words.changeEmpty },
  username: { ...names['username'], 'not-a-data-manager': words.notAManager },
};

interface Typed {
  readonly change: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly reason: string;
}

/** Only what belongs to the choice: the other fields are not on the page. */
const askedOf = ({ change, username, name, email, reason }: Typed): Record<string, string> => {
  if (change === 'invite-data-manager') return { change, name, email, reason };
  return change === '' ? { change, reason } : { change, username, reason };
};

function HelpForm({ centre }: { readonly centre: ReadCentre }): VNode {
  const form = useForm({ change: '', username: '', name: '', email: '', reason: '' });
  const help = useAct('recover-centre', form, own);
  const submit = async (): Promise<void> => {
    const { change: _typed, ...asked } = askedOf(form.values);
    const change = chosen(changes, form.values.change);
    const empty = emptyFields(askedOf(form.values), own);
    if (change === undefined || Object.keys(empty).length > 0) {
      form.refuse(empty);
      return;
    }
    const { reason } = form.values;
    const outcome = await help(({ mutationId }) => ({
      params: { c: centre.id },
      body: { mutationId, change, ...asked, reason },
    }));
    if (outcome.ok) goWith(`/centres/${centre.id}`, words.done);
    else if (outcome.failure.code === 'not-now') form.refuse({}, words.hasAnother);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <Radios
        {...form.text('change')}
        {...required(words.change)}
        choices={choicesOf(changes, words.change)}
      />
      {form.values.change === 'reset-second-factor' && (
        <TextField {...form.text('username')} {...required(words.username)} maxLength={128} lower />
      )}
      {form.values.change === 'invite-data-manager' && (
        <>
          <TextField {...form.text('name')} {...required(words.name)} maxLength={80} />
          <TextField {...form.text('email')} {...required(words.email)} inputMode="email" lower />
        </>
      )}
      <TextField {...form.text('reason')} {...required(words.reason)} maxLength={300} />
      <Submit form={form}>{words.submit}</Submit>
    </Form>
  );
}

/** Helps a centre that has lost its last data manager. */
export function RecoverCentrePage({ params }: PageProps): VNode {
  if (!registryMe.may('recover-centre')) return <NotAllowed />;
  return (
    <WithCentre id={params['c'] ?? ''}>
      {(centre) => (
        <Page title={words.title} back={`/centres/${centre.id}`} backLabel={centre.name} narrow>
          <p>{words.text}</p>
          <HelpForm centre={centre} />
        </Page>
      )}
    </WithCentre>
  );
}
