import type { VNode } from 'preact';
import type { Answer } from '../../shared/api/call.ts';
import { send } from '../../shared/api/send.ts';
import { Form } from '../../shared/forms/form.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { session } from '../../shared/session/session.ts';
import { useProof } from '../../shared/session/use-proof.tsx';
import { addressFieldWords, addressWords as words } from '../../shared/words/en/address.ts';
import { reasonWords } from '../../shared/words/en/problems.ts';

interface Props {
  readonly mutationId: string;
  readonly onAsked: (known: Answer<'ask-address'>) => void;
}

/** The new address, which gets a code; the password is asked for on the way. */
export function AskAddress({ mutationId, onAsked }: Props): VNode {
  const form = useForm({ email: '' });
  const { withProof, box } = useProof();
  const submit = async (): Promise<void> => {
    const email = form.values.email.trim();
    if (email === '') {
      form.refuse({ email: reasonWords('empty', 'email', addressFieldWords) });
      return;
    }
    const outcome = await withProof((proof) => {
      const call = { params: { audience: 'diary' as const }, body: { mutationId, email, ...proof } };
      return session.inTurn(() => send('ask-address', call));
    });
    if (outcome?.ok === true) onAsked(outcome.value);
    else if (outcome !== undefined) form.refuseWith(outcome.failure, addressFieldWords);
  };
  return (
    <>
      <Form why="account" form={form} onSubmit={submit}>
        <TextField
          {...form.text('email')}
          type="email"
          inputMode="email"
          autoComplete="email"
          label={words.next}
          hint={words.nextHint}
          lower
        />
        <Submit form={form}>{words.ask}</Submit>
      </Form>
      {box}
    </>
  );
}
