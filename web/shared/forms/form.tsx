import type { ComponentChildren, VNode } from 'preact';
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
  readonly children: ComponentChildren;
}

/** A form that checks itself: no browser bubbles, a summary on top, one submit at a time. */
export function Form({ form, onSubmit, children }: Props): VNode {
  const submit = (event: Event): void => {
    event.preventDefault();
    void form.run(onSubmit);
  };
  return (
    <form noValidate onSubmit={submit} aria-busy={form.busy}>
      <ErrorSummary errors={form.errors} general={form.general} attempt={form.attempt} />
      {children}
    </form>
  );
}
