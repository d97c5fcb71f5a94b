import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { commonWords } from '../words/en/common.ts';
import type { whyWords } from '../words/en/why.ts';
import { Asking, type Reasons } from './asking.ts';
import { ErrorSummary } from './error-summary.tsx';
import type { Errors } from './use-form.ts';

interface Props {
  readonly form: {
    readonly errors: Errors;
    readonly general: string | undefined;
    readonly attempt: number;
    readonly busy: boolean;
    run: (work: () => Promise<void>) => Promise<void>;
  };
  readonly onSubmit: () => Promise<void>;
  /** What it asks patients and carers for: each field says whether it is needed, and at one press why it is asked. */
  readonly why?: keyof typeof whyWords;
  readonly children: ComponentChildren;
}

/** A form that checks itself: no browser bubbles, a summary on top, one submit at a time. */
export function Form({ form, onSubmit, why, children }: Props): VNode {
  const [reasons, setReasons] = useState<Reasons | undefined>(undefined);
  const show = async (): Promise<void> => {
    if (reasons !== undefined || why === undefined) setReasons(undefined);
    else setReasons((await import('../words/en/why.ts')).whyWords[why]);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    void form.run(onSubmit);
  };
  return (
    <form noValidate onSubmit={submit} aria-busy={form.busy}>
      <ErrorSummary errors={form.errors} general={form.general} attempt={form.attempt} />
      {why === undefined ? (
        children
      ) : (
        <Asking.Provider value={{ reasons }}>
          <p class="why-toggle">
            <button
              type="button"
              class="link"
              aria-expanded={reasons !== undefined}
              onClick={() => void show()}
            >
              {commonWords.why}
            </button>
          </p>
          {children}
        </Asking.Provider>
      )}
    </form>
  );
}
