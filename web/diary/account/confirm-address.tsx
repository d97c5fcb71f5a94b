import type { VNode } from 'preact';
import type { Answer } from '../../shared/api/call.ts';
import { send } from '../../shared/api/send.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { Form } from '../../shared/forms/form.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { codeProblem, plainCode } from '../../shared/session/account-rules.ts';
import { session } from '../../shared/session/session.ts';
import { addressWords as words } from '../../shared/words/en/address.ts';
import { reasonWords } from '../../shared/words/en/problems.ts';

type Addresses = Answer<'confirm-address'>;

interface Props {
  readonly mutationId: string;
  /** Of the link that was followed, or empty. */
  readonly code: string;
  readonly waiting: NonNullable<Addresses['waiting']>;
  readonly onDone: (known: Addresses) => void;
}

/** The code that the new address was mailed. */
export function ConfirmAddress({ mutationId, code, waiting, onDone }: Props): VNode {
  const form = useForm({ code });
  const submit = async (): Promise<void> => {
    const reason = codeProblem(form.values.code);
    if (reason !== undefined) {
      form.refuse({ code: reasonWords(reason) });
      return;
    }
    const body = { mutationId, code: plainCode(form.values.code) };
    const params = { audience: 'diary' as const };
    const outcome = await session.inTurn(() => send('confirm-address', { params, body }));
    if (outcome.ok) onDone(outcome.value);
    else if (outcome.failure.code === 'not-accepted') form.refuse({ code: words.wrong });
    else form.refuseWith(outcome.failure);
  };
  return (
    <Form why="account" form={form} onSubmit={submit}>
      <Notice>
        <p>{words.waiting(waiting.email, dayWords.instant(waiting.until))}</p>
      </Notice>
      <TextField
        {...form.text('code')}
        label={words.code}
        hint={words.codeHint}
        autoComplete="one-time-code"
        width={20}
        lower
      />
      <Submit form={form}>{words.confirm}</Submit>
    </Form>
  );
}
