import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { FieldProblem } from '#contracts/problem.ts';
import type { RouteName } from '#contracts/routes.ts';
import type { Call } from '../../shared/api/call.ts';
import { Questions } from '../../shared/components/questions.tsx';
import { More } from '../../shared/components/more.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { namesOf, required } from '../../shared/staff/asked.tsx';
import { emptyFields } from '../../shared/staff/empty-fields.ts';
import { goWith } from '../../shared/staff/flash.tsx';
import { useAct } from '../../shared/staff/use-act.ts';
import { questionText } from './question-text.ts';

interface Props<N extends RouteName> {
  readonly said: {
    readonly title: string;
    readonly text: string;
    readonly reason: { readonly label: string; readonly why: string };
    readonly submit: string;
    readonly saved: string;
  };
  /** The id of the field: there may be several such acts on a page. */
  readonly field: string;
  readonly act: N;
  readonly call: (
    given: { readonly mutationId: string; readonly reason: string },
    /** The questions that were asked about it and passed. */
    passed: string[],
  ) => Call<N>;
  /** Where it goes on, once it is done. */
  readonly to: string;
}

/** An act that ends something, folded away, and done with nothing but a reason. */
export function ReasonAct<N extends RouteName>({ said, field, act, call, to }: Props<N>): VNode {
  const form = useForm({ reason: '' });
  const names = namesOf({ [field]: said.reason });
  const save = useAct(act, form, names, { '/reason': field });
  const [asked, setAsked] = useState<readonly FieldProblem[]>([]);
  const send = async (passed: string[]): Promise<void> => {
    const reason = form.values.reason.trim();
    const empty = emptyFields({ [field]: reason }, names);
    if (Object.keys(empty).length > 0) {
      form.refuse(empty);
      return;
    }
    const outcome = await save(({ mutationId }) => call({ mutationId, reason }, passed));
    if (outcome.ok) goWith(to, said.saved);
    else if (outcome.failure.code === 'question') {
      form.refuse({});
      setAsked(outcome.failure.questions);
    }
  };
  const pass = async (): Promise<void> => {
    setAsked([]);
    await form.run(() => send(asked.map(({ reason }) => reason)));
  };
  return (
    <More summary={said.title}>
      <p>{said.text}</p>
      <Form form={form} onSubmit={() => send([])}>
        <TextField
          {...form.text('reason')}
          id={field}
          error={form.errors[field]}
          {...required(said.reason)}
          maxLength={300}
        />
        {asked.length > 0 && (
          <Questions
            questions={asked.map(questionText)}
            busy={form.busy}
            onPass={() => void pass()}
            onBack={() => {
              setAsked([]);
            }}
          />
        )}
        <Submit form={form} warning>
          {said.submit}
        </Submit>
      </Form>
    </More>
  );
}
