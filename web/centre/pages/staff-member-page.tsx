import type { VNode } from 'preact';
import { api } from '../../shared/api/api.ts';
import type { Answer } from '../../shared/api/call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { NotFoundPage } from '../../shared/components/not-found-page.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
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
import { usePaged } from '../../shared/staff/use-paged.ts';
import { centreAccounts } from '../../shared/words/en/centre-accounts.ts';
import { staff } from '../parts/staff.ts';

const words = centreAccounts.staff.memberPage;
const changes = ['end', 'reset-second-factor'] as const;
const own = namesOf({ change: words.change, reason: words.reason });
type Member = Answer<'list-staff'>['items'][number];

function MemberForm({ member }: { readonly member: Member }): VNode {
  const form = useForm({ change: '', reason: '' });
  const save = useAct('put-staff', form, own);
  const submit = async (): Promise<void> => {
    const change = chosen(changes, form.values.change);
    const empty = emptyFields(form.values, own);
    if (change === undefined || Object.keys(empty).length > 0) {
      form.refuse(empty);
      return;
    }
    const outcome = await save(({ mutationId }) => ({
      params: { account: member.account },
      body: { mutationId, change, reason: form.values.reason },
    }));
    if (outcome.ok) goWith('/staff', change === 'end' ? words.ended : words.reset);
    // The API refuses only one thing as "not now" here: to leave a centre without a data manager.
    else if (outcome.failure.code === 'not-now') form.refuse({}, words.lastManager);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <Radios
        {...form.text('change')}
        {...required(words.change)}
        choices={choicesOf(changes, words.change)}
        under={{ end: <p>{words.endText}</p>, 'reset-second-factor': <p>{words.resetText}</p> }}
      />
      <TextField {...form.text('reason')} {...required(words.reason)} maxLength={300} />
      <Submit form={form} warning={form.values.change === 'end'}>
        {words.submit}
      </Submit>
    </Form>
  );
}

/** Ends a colleague's work at this centre, or removes a second factor that was lost. */
export function StaffMemberPage({ params }: PageProps): VNode {
  const list = usePaged((cursor) => api('list-staff', { query: { cursor } }));
  if (!staff.may('put-staff')) return <NotAllowed back="/staff" />;
  const member = list.items?.find(({ account }) => account === params['account']);
  if (member !== undefined) {
    return (
      <Page
        title={words.title(member.displayName)}
        back="/staff"
        backLabel={centreAccounts.staff.title}
        narrow
      >
        <MemberForm member={member} />
      </Page>
    );
  }
  if (list.items !== undefined && !list.more && !list.loading) return <NotFoundPage />;
  // The member may stand on a later page of the list.
  if (list.more && !list.loading && list.failure === undefined) list.readMore();
  return (
    <Page title={centreAccounts.staff.title} back="/staff" narrow>
      {list.failure === undefined ? <Waiting /> : <Failed failure={list.failure} onRetry={list.again} />}
    </Page>
  );
}
