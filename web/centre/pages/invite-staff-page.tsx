import type { VNode } from 'preact';
import { STAFF_JOBS } from '#domain/vocabulary.ts';
import { Page } from '../../shared/components/page.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { Radios } from '../../shared/forms/radios.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { namesOf, required } from '../../shared/staff/asked.tsx';
import { chosen } from '../../shared/staff/chosen.ts';
import { emptyFields } from '../../shared/staff/empty-fields.ts';
import { goWith } from '../../shared/staff/flash.tsx';
import { NotAllowed } from '../../shared/staff/not-allowed.tsx';
import { useAct } from '../../shared/staff/use-act.ts';
import { centre } from '../../shared/words/en/centre.ts';
import { centreAccounts } from '../../shared/words/en/centre-accounts.ts';
import { dayText } from '../parts/day-text.ts';
import { staff } from '../parts/staff.ts';

const words = centreAccounts.staff.invitePage;
const own = namesOf({ name: words.name, email: words.email, job: words.job });
const jobs = STAFF_JOBS.map((job) => ({
  value: job,
  label: centre.jobs[job],
  hint: centreAccounts.staff.jobMeans[job],
}));

function InviteForm(): VNode {
  const form = useForm({ name: '', email: '', job: '' });
  const save = useAct('invite-staff', form, own);
  const submit = async (): Promise<void> => {
    const { name, email } = form.values;
    const job = chosen(STAFF_JOBS, form.values.job);
    const empty = emptyFields({ name, email, job: form.values.job }, own);
    if (job === undefined || Object.keys(empty).length > 0) {
      form.refuse(empty);
      return;
    }
    const outcome = await save(({ id, mutationId }) => ({
      params: { id },
      body: { mutationId, name, email: email.trim(), job },
    }));
    if (outcome.ok) goWith('/staff', words.saved(dayText(outcome.value.expiresAt)));
  };
  return (
    <Form form={form} onSubmit={submit}>
      <p>{words.intro}</p>
      <TextField {...form.text('name')} {...required(words.name)} />
      <TextField {...form.text('email')} {...required(words.email)} type="email" />
      <Radios {...form.text('job')} {...required(words.job)} choices={jobs} />
      <Submit form={form}>{words.submit}</Submit>
    </Form>
  );
}

/** Invites a colleague with a job. */
export function InviteStaffPage(): VNode {
  if (!staff.may('invite-staff')) return <NotAllowed back="/staff" />;
  return (
    <Page title={words.title} back="/staff" backLabel={centreAccounts.staff.title} narrow>
      <InviteForm />
    </Page>
  );
}
