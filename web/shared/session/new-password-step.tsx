import type { VNode } from 'preact';
import { send } from '../api/send.ts';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Form } from '../forms/form.tsx';
import { PasswordField } from '../forms/password-field.tsx';
import { Submit } from '../forms/submit.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { reasonWords } from '../words/en/problems.ts';
import { sessionFieldWords, sessionWords as words } from '../words/en/session.ts';
import { passwordProblem } from './account-rules.ts';
import { session } from './session.ts';

interface Props {
  readonly username: string;
  readonly sent: boolean;
  readonly onDone: () => void;
}

/** The mailed code and the new password, in one step. */
export function NewPasswordStep({ username, sent, onDone }: Props): VNode {
  const form = useForm({ code: '', password: '' });
  const submit = async (): Promise<void> => {
    const code = form.values.code.replaceAll(/\s/g, '');
    const reason = passwordProblem(form.values.password);
    const errors = {
      ...(/^\d{6}$/.test(code) ? {} : { code: reasonWords('not-six-digits', 'code', sessionFieldWords) }),
      ...(reason === undefined ? {} : { password: reasonWords(reason, 'password', sessionFieldWords) }),
    };
    if (Object.keys(errors).length > 0) {
      form.refuse(errors);
      return;
    }
    const body = { username, code, password: form.values.password };
    const outcome = await send('reset-password', { params: { audience: session.audience() }, body });
    if (outcome.ok) onDone();
    else if (outcome.failure.code === 'not-accepted') form.refuse({ code: words.codeNotAccepted });
    else form.refuseWith(outcome.failure, sessionFieldWords);
  };
  return (
    <Page title={words.resetTitle} heading={words.resetTitle} back="/sign-in" narrow key="code">
      {sent && <Notice live>{words.resetSent(username)}</Notice>}
      <Form why="account" form={form} onSubmit={submit}>
        <input type="text" name="username" value={username} autoComplete="username" hidden readOnly />
        <TextField
          {...form.text('code')}
          label={words.resetCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          width={10}
        />
        <PasswordField
          {...form.text('password')}
          label={words.newPassword}
          hint={words.passwordHint}
          autoComplete="new-password"
        />
        <Submit form={form}>{words.resetSave}</Submit>
      </Form>
      <p class="hint">{words.resetNoMail}</p>
    </Page>
  );
}
