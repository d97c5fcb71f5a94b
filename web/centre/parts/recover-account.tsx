import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Patient } from '#contracts/patient.ts';
import { More } from '../../shared/components/more.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import type { Answer } from '../../shared/api/call.ts';
import { Form } from '../../shared/forms/form.tsx';
import { Radios } from '../../shared/forms/radios.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { namesOf, required } from '../../shared/staff/asked.tsx';
import { choicesOf } from '../../shared/staff/choices-of.ts';
import { chosen } from '../../shared/staff/chosen.ts';
import { emptyFields } from '../../shared/staff/empty-fields.ts';
import { useAct } from '../../shared/staff/use-act.ts';
import { centreAccounts } from '../../shared/words/en/centre-accounts.ts';
import { staff } from './staff.ts';

const words = centreAccounts.link.recover;
const losses = ['username', 'password', 'second-factor', 'devices'] as const;
const checks = ['in-person', 'phone-call-back', 'letter'] as const;
type Loss = (typeof losses)[number];
const own = namesOf({ lost: words.lost, identityCheckedBy: words.identityCheckedBy });

const told = (lost: Loss, { username, code }: Answer<'recover-account'>): string => {
  if (lost === 'username') return words.username(username);
  if (lost === 'second-factor') return words.reset(username);
  if (lost === 'devices') return words.devicesEnded(username);
  return code === undefined ? words.passwordMailed(username) : words.code(username, code);
};

interface Props {
  readonly patient: Patient;
  readonly link: Patient['links'][number];
}

/** Helps somebody to sign in again. How their identity was checked has no default: it must have been done. */
export function RecoverAccount({ patient, link }: Props): VNode | null {
  const [answer, setAnswer] = useState<{ text: string; once: boolean } | undefined>(undefined);
  const form = useForm({ lost: '', identityCheckedBy: '' });
  const recover = useAct('recover-account', form, own);
  if (!staff.may('recover-account')) return null;
  const submit = async (): Promise<void> => {
    const lost = chosen(losses, form.values.lost);
    const identityCheckedBy = chosen(checks, form.values.identityCheckedBy);
    if (lost === undefined || identityCheckedBy === undefined) {
      form.refuse(emptyFields(form.values, own));
      return;
    }
    const outcome = await recover(({ mutationId }) => ({
      params: { p: patient.id, account: link.account },
      body: { mutationId, lost, identityCheckedBy },
    }));
    if (outcome.ok) setAnswer({ text: told(lost, outcome.value), once: outcome.value.code !== undefined });
  };
  return (
    <More summary={words.title}>
      <p>{words.text}</p>
      {answer === undefined ? (
        <Form form={form} onSubmit={submit}>
          <Radios
            {...form.text('lost')}
            {...required(words.lost)}
            choices={choicesOf(losses, words.lost)}
            under={{ devices: <p class="hint">{words.devicesHint}</p> }}
          />
          <Radios
            {...form.text('identityCheckedBy')}
            {...required(words.identityCheckedBy)}
            choices={choicesOf(checks, words.identityCheckedBy)}
          />
          <Submit form={form}>{words.submit}</Submit>
        </Form>
      ) : (
        <Notice kind="success" title={answer.text} live>
          {answer.once && <p>{words.codeOnce}</p>}
        </Notice>
      )}
    </More>
  );
}
