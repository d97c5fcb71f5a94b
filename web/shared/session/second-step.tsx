import type { VNode } from 'preact';
import type { SignInAnswer } from '#contracts/session.ts';
import { send } from '../api/send.ts';
import { Page } from '../components/page.tsx';
import { Form } from '../forms/form.tsx';
import { Submit } from '../forms/submit.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { router } from '../router/router.ts';
import { failureWords, reasonWords } from '../words/en/problems.ts';
import { sessionFieldWords, sessionWords as words } from '../words/en/session.ts';
import { signInWords } from '../words/en/sign-in.ts';
import { QrCode } from './qr-code.tsx';
import { session } from './session.ts';

interface Props {
  readonly step: Exclude<SignInAnswer, { outcome: 'signed-in' }>;
  readonly username: string;
  readonly onAgain: () => void;
}

/** Groups of four are easier to copy by hand. */
const inFours = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');

/** The six-digit code of a sign-in, with the set-up of the authenticator app before it the first time. */
export function SecondStep({ step, username, onAgain }: Props): VNode {
  const form = useForm({ code: '' });
  const settingUp = step.outcome === 'set-up';
  const submit = async (): Promise<void> => {
    const code = form.values.code.replaceAll(/\s/g, '');
    if (!/^\d{6}$/.test(code)) {
      form.refuse({ code: reasonWords('not-six-digits', 'code', sessionFieldWords) });
      return;
    }
    const call = {
      params: { audience: session.audience() },
      body: { challenge: step.challenge, username, code },
    };
    const outcome = await send(settingUp ? 'set-up-second-factor' : 'answer-second-factor', call);
    if (outcome.ok) {
      if (router.path.peek() === '/sign-in') router.go('/', { replace: true });
      session.begin(outcome.value);
    } else if (outcome.failure.code === 'not-accepted') form.refuse({ code: words.codeNotAccepted });
    else form.refuse({}, failureWords(outcome.failure));
  };
  return (
    <Page title={settingUp ? words.setUpTitle : words.secondTitle} narrow key={step.outcome}>
      <p>{settingUp ? words.setUpText : words.secondText}</p>
      {step.outcome === 'set-up' && (
        <>
          <h2>{words.setUpScan}</h2>
          <QrCode text={step.link} label={words.setUpPicture} />
          <p>{words.setUpType}</p>
          <p class="code-text">
            <bdi>{inFours(step.secret)}</bdi>
          </p>
          <h2>{words.setUpEnter}</h2>
        </>
      )}
      <Form why="account" form={form} onSubmit={submit}>
        <TextField
          {...form.text('code')}
          label={words.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          width={10}
        />
        <Submit form={form}>{settingUp ? words.finish : signInWords.signIn}</Submit>
      </Form>
      <p>
        <button type="button" class="link" onClick={onAgain}>
          {words.startAgain}
        </button>
      </p>
      {!settingUp && <p class="hint">{words.lostPhone}</p>}
    </Page>
  );
}
