import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { send } from '../api/send.ts';
import type { Answer } from '../api/call.ts';
import { Page } from '../components/page.tsx';
import { Waiting } from '../components/waiting.tsx';
import { Form } from '../forms/form.tsx';
import { Submit } from '../forms/submit.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { commonWords } from '../words/en/common.ts';
import { reasonWords } from '../words/en/problems.ts';
import { sessionFieldWords, sessionWords as words } from '../words/en/session.ts';
import { AcceptForm } from './accept-form.tsx';
import { codeProblem, plainCode } from './account-rules.ts';
import { session } from './session.ts';

type Step =
  | { at: 'code' }
  | { at: 'looking' }
  | { at: 'form'; seen: Answer<'see-invitation'> }
  | { at: 'done'; username: string; kind: Answer<'see-invitation'>['kind'] };

/** The code of the link's fragment, which is then taken out of the address bar and the history. */
function codeOfAddress(): string {
  const code = decodeURIComponent(window.location.hash.slice(1));
  if (code !== '') window.history.replaceState(null, '', window.location.pathname);
  return code;
}

/** From the code of a mail or letter to an account that can sign in. */
export function AcceptPage(): VNode {
  const form = useForm(() => ({ code: codeOfAddress() }));
  const [step, setStep] = useState<Step>(form.values.code === '' ? { at: 'code' } : { at: 'looking' });
  const look = async (): Promise<void> => {
    const reason = codeProblem(form.values.code);
    if (reason !== undefined) {
      setStep({ at: 'code' });
      form.refuse({ code: reasonWords(reason, 'code', sessionFieldWords) });
      return;
    }
    const body = { code: plainCode(form.values.code) };
    const outcome = await send('see-invitation', { params: { audience: session.audience() }, body });
    if (outcome.ok) {
      setStep({ at: 'form', seen: outcome.value });
      return;
    }
    setStep({ at: 'code' });
    const unknown = outcome.failure.code === 'not-accepted' || outcome.failure.code === 'not-found';
    if (unknown) form.refuse({ code: words.acceptNot });
    else form.refuseWith(outcome.failure, sessionFieldWords);
  };
  useEffect(() => {
    if (step.at === 'looking') void form.run(look);
  }, []);
  if (step.at === 'form') {
    const done = (username: string): void => {
      setStep({ at: 'done', username, kind: step.seen.kind });
    };
    return <AcceptForm code={plainCode(form.values.code)} seen={step.seen} onDone={done} />;
  }
  if (step.at === 'done') {
    return (
      <Page title={words.acceptedTitle} narrow key="done">
        <p>{words.accepted(step.username)}</p>
        {(step.kind === 'staff' || step.kind === 'registry') && <p>{words.acceptedNextCode}</p>}
        <a class="button" href="/sign-in">
          {words.signInNow}
        </a>
      </Page>
    );
  }
  return (
    <Page title={words.acceptTitle} back="/sign-in" narrow>
      {step.at === 'looking' ? (
        <Waiting />
      ) : (
        <Form why="account" form={form} onSubmit={look}>
          <TextField
            {...form.text('code')}
            label={words.invitationCode}
            hint={words.acceptText}
            width={20}
            lower
          />
          <Submit form={form}>{commonWords.continue}</Submit>
        </Form>
      )}
    </Page>
  );
}
