import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Form } from '../forms/form.tsx';
import { PasswordField } from '../forms/password-field.tsx';
import { Submit } from '../forms/submit.tsx';
import { useForm } from '../forms/use-form.ts';
import { commonWords } from '../words/en/common.ts';
import { proofWords as words } from '../words/en/proof.ts';
import { prove } from './proof.ts';

/** Asks for the password in place, with the focus in its box. */
export function ProofBox({ onDone }: { readonly onDone: (isProved: boolean) => void }): VNode {
  const form = useForm({ proofPassword: '' });
  useEffect(() => {
    document.getElementById('proofPassword')?.focus();
  }, []);
  const submit = async (): Promise<void> => {
    const password = form.values.proofPassword;
    if (password === '') {
      form.refuse({ proofPassword: words.empty });
      return;
    }
    const failure = await prove(password);
    if (failure === undefined) onDone(true);
    else if (failure.code === 'not-accepted') form.refuse({ proofPassword: words.wrong });
    else form.refuseWith(failure);
  };
  return (
    <section class="card" aria-labelledby="proof-title">
      <h2 id="proof-title">{words.title}</h2>
      <p>{words.text}</p>
      <Form why="account" form={form} onSubmit={submit}>
        <PasswordField
          {...form.text('proofPassword')}
          label={words.password}
          autoComplete="current-password"
        />
        <div class="buttons">
          <Submit form={form}>{words.go}</Submit>
          <button
            type="button"
            class="button button-quiet"
            onClick={() => {
              onDone(false);
            }}
          >
            {commonWords.cancel}
          </button>
        </div>
      </Form>
    </section>
  );
}
