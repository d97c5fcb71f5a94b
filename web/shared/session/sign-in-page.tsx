import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { SignInAnswer } from '#contracts/session.ts';
import { send } from '../api/send.ts';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Form } from '../forms/form.tsx';
import { PasswordField } from '../forms/password-field.tsx';
import { Submit } from '../forms/submit.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { lazy } from '../router/lazy.tsx';
import { router } from '../router/router.ts';
import { failureWords } from '../words/en/problems.ts';
import { signInWords as words } from '../words/en/sign-in.ts';
import { session } from './session.ts';

type NextStep = Exclude<SignInAnswer, { outcome: 'signed-in' }>;

const SecondStep = lazy(() => import('./second-step.tsx').then((module) => module.SecondStep));

interface Props {
  /** The page was signed in and lost its session: what was typed waits behind this page. */
  readonly expired?: boolean;
  /** Links and words of the site, below the form. */
  readonly children?: ComponentChildren;
}

/** Username and password; then, where the account has one, the second step. One answer for every wrong. */
export function SignInPage({ expired = false, children }: Props): VNode {
  const form = useForm({ username: '', password: '' });
  const [next, setNext] = useState<NextStep | undefined>(undefined);
  const submit = async (): Promise<void> => {
    const { username, password } = form.values;
    const errors = {
      ...(username.trim() === '' ? { username: words.usernameEmpty } : {}),
      ...(password === '' ? { password: words.passwordEmpty } : {}),
    };
    if (Object.keys(errors).length > 0) {
      form.refuse(errors);
      return;
    }
    const body = { username: username.trim(), password };
    const outcome = await send('sign-in', { params: { audience: session.audience() }, body });
    if (!outcome.ok) {
      const { code } = outcome.failure;
      const wrong = code === 'not-accepted' || code === 'signed-out' || code === 'invalid';
      form.refuse({}, wrong ? words.notAccepted : failureWords(outcome.failure));
    } else if (outcome.value.outcome === 'signed-in') {
      if (router.path.peek() === '/sign-in') router.go('/', { replace: true });
      session.begin(outcome.value);
    } else setNext(outcome.value);
  };
  if (next !== undefined) {
    return (
      <SecondStep
        step={next}
        username={form.values.username.trim()}
        onAgain={() => {
          setNext(undefined);
        }}
      />
    );
  }
  return (
    <Page title={words.signIn} narrow>
      {expired && <Notice>{words.expired}</Notice>}
      <Form why="account" form={form} onSubmit={submit}>
        <TextField {...form.text('username')} label={words.username} autoComplete="username" lower />
        <PasswordField {...form.text('password')} label={words.password} autoComplete="current-password" />
        <Submit form={form}>{words.signIn}</Submit>
      </Form>
      {!expired && (
        <ul class="plain-list">
          <li>
            <a href="/reset">{words.forgot}</a>
          </li>
          <li>
            <a href="/accept">{words.haveCode}</a>
          </li>
          {children}
        </ul>
      )}
    </Page>
  );
}
