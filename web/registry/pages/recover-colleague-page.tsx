import type { VNode } from 'preact';
import type { Answer } from '../../shared/api/call.ts';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { NotFoundPage } from '../../shared/components/not-found-page.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { Form } from '../../shared/forms/form.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import type { PageProps } from '../../shared/router/routes.tsx';
import { namesOf, required } from '../../shared/staff/asked.tsx';
import { emptyFields } from '../../shared/staff/empty-fields.ts';
import { goWith } from '../../shared/staff/flash.tsx';
import { NotAllowed } from '../../shared/staff/not-allowed.tsx';
import { useAct } from '../../shared/staff/use-act.ts';
import { registryRecovery } from '../../shared/words/en/registry-recovery.ts';
import { registryMe } from '../parts/registry-me.ts';

const words = registryRecovery.colleague;
const own = namesOf({ reason: words.reason });
type Member = Answer<'list-registry-staff'>['items'][number];

function ConfirmForm({ member }: { readonly member: Member }): VNode {
  const form = useForm({ reason: '' });
  const confirm = useAct('recover-colleague', form, own);
  const submit = async (): Promise<void> => {
    const empty = emptyFields(form.values, own);
    if (Object.keys(empty).length > 0) {
      form.refuse(empty);
      return;
    }
    const outcome = await confirm(({ mutationId }) => ({
      params: { account: member.account },
      body: { mutationId, reason: form.values.reason },
    }));
    if (outcome.ok) goWith('/team', outcome.value.state === 'done' ? words.done : words.noted);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <TextField {...form.text('reason')} {...required(words.reason)} maxLength={300} />
      <Submit form={form}>{words.submit}</Submit>
    </Form>
  );
}

/** One of the two confirmations that a colleague's second factor may be reset. */
export function RecoverColleaguePage({ params }: PageProps): VNode {
  const list = useCall('list-registry-staff', {});
  if (!registryMe.may('recover-colleague')) return <NotAllowed back="/team" />;
  const member = list.value?.items.find(({ account }) => account === params['account']);
  if (member !== undefined) {
    const { recovery } = member;
    return (
      <Page
        title={words.title(member.displayName)}
        back="/team"
        backLabel={registryRecovery.team.title}
        narrow
      >
        <p>{words.text}</p>
        {recovery !== undefined && (
          <Notice>
            <p>{words.asked(dayWords.instant(recovery.endsAt))}</p>
            <p>
              {words.theirReason}: {recovery.reason}
            </p>
          </Notice>
        )}
        <ConfirmForm member={member} />
      </Page>
    );
  }
  if (list.value !== undefined) return <NotFoundPage />;
  return (
    <Page title={registryRecovery.team.title} back="/team" narrow>
      {list.failure === undefined ? (
        <Waiting />
      ) : (
        <Failed failure={list.failure} onRetry={() => void list.again()} />
      )}
    </Page>
  );
}
