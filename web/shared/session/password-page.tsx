import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { send } from '../api/send.ts';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Form } from '../forms/form.tsx';
import { PasswordField } from '../forms/password-field.tsx';
import { Submit } from '../forms/submit.tsx';
import { useForm } from '../forms/use-form.ts';
import { deviceWords as words } from '../words/en/devices.ts';
import { reasonWords } from '../words/en/problems.ts';
import { sessionFieldWords } from '../words/en/session.ts';
import { passwordProblem } from './account-rules.ts';
import { session } from './session.ts';

/** A new password for whoever is signed in and knows the one they have. */
export function PasswordPage(): VNode {
  const form = useForm({ current: '', password: '' });
  const [saved, setSaved] = useState(false);
  const submit = async (): Promise<void> => {
    const { current, password } = form.values;
    const reason = passwordProblem(password);
    const errors = {
      ...(current === '' ? { current: reasonWords('empty', 'password', sessionFieldWords) } : {}),
      ...(reason === undefined ? {} : { password: reasonWords(reason, 'password', sessionFieldWords) }),
    };
    if (Object.keys(errors).length > 0) {
      form.refuse(errors);
      return;
    }
    const outcome = await session.inTurn(() =>
      send('change-password', { params: { audience: session.audience() }, body: { current, password } }),
    );
    if (outcome.ok) {
      form.set({ current: '', password: '' });
      setSaved(true);
    } else if (outcome.failure.code === 'not-accepted') form.refuse({ current: words.wrong });
    else form.refuseWith(outcome.failure, sessionFieldWords);
  };
  return (
    <Page title={words.passwordTitle} back="/devices" narrow>
      {saved ? (
        <Notice kind="success" live>
          <p>{words.saved}</p>
        </Notice>
      ) : (
        <>
          <p>{words.passwordIntro}</p>
          <Form why="account" form={form} onSubmit={submit}>
            <PasswordField {...form.text('current')} label={words.current} autoComplete="current-password" />
            <PasswordField
              {...form.text('password')}
              label={words.next}
              hint={words.nextHint}
              autoComplete="new-password"
            />
            <Submit form={form}>{words.save}</Submit>
          </Form>
        </>
      )}
    </Page>
  );
}
