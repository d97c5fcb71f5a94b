import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { send } from '../api/send.ts';
import { Page } from '../components/page.tsx';
import { Form } from '../forms/form.tsx';
import { Submit } from '../forms/submit.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { reasonWords } from '../words/en/problems.ts';
import { sessionFieldWords, sessionWords as words } from '../words/en/session.ts';
import { signInWords } from '../words/en/sign-in.ts';
import { spokenLanguage } from '../words/spoken-language.ts';
import { NewPasswordStep } from './new-password-step.tsx';
import { session } from './session.ts';

/** Asks for a one-time code by mail, then takes it with a new password. Never says whether a username exists. */
export function ResetPage(): VNode {
  const form = useForm({ username: '' });
  const [step, setStep] = useState<'ask' | 'code' | 'done'>('ask');
  const [sent, setSent] = useState(false);
  const username = form.values.username.trim();
  const named = (): boolean => {
    if (username !== '') return true;
    form.refuse({ username: reasonWords('empty', 'username', sessionFieldWords) });
    return false;
  };
  const submit = async (): Promise<void> => {
    if (!named()) return;
    const outcome = await send('request-reset', {
      params: { audience: session.audience() },
      body: { username, language: spokenLanguage() },
    });
    if (!outcome.ok) form.refuseWith(outcome.failure, sessionFieldWords);
    else {
      setSent(true);
      setStep('code');
    }
  };
  if (step === 'done') {
    return (
      <Page title={words.resetDoneTitle} narrow key="done">
        <p>{words.resetDone}</p>
        <a class="button" href="/sign-in">
          {words.signInNow}
        </a>
      </Page>
    );
  }
  if (step === 'code')
    return (
      <NewPasswordStep
        username={username}
        sent={sent}
        onDone={() => {
          setStep('done');
        }}
      />
    );
  return (
    <Page title={words.resetTitle} back="/sign-in" narrow>
      <p>{words.resetText}</p>
      <Form why="account" form={form} onSubmit={submit}>
        <TextField {...form.text('username')} label={signInWords.username} autoComplete="username" lower />
        <Submit form={form}>{words.resetSend}</Submit>
      </Form>
      <p>
        <button
          type="button"
          class="link"
          onClick={() => {
            if (named()) setStep('code');
          }}
        >
          {words.resetHaveCode}
        </button>
      </p>
      <p class="hint">{words.forgotUsername}</p>
    </Page>
  );
}
