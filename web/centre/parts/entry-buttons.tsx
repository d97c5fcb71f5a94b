import type { VNode } from 'preact';
import type { FieldProblem } from '#contracts/problem.ts';
import { Questions } from '../../shared/components/questions.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { questionText } from './question-text.ts';

interface Props {
  readonly form: { readonly busy: boolean };
  readonly entry: {
    readonly questions: readonly FieldProblem[];
    readonly pass: () => Promise<void>;
    readonly back: () => void;
  };
  readonly label: string;
}

/** The save button of an entry, or the questions that stand before it. */
export function EntryButtons({ form, entry, label }: Props): VNode {
  if (entry.questions.length === 0) return <Submit form={form}>{label}</Submit>;
  return (
    <Questions
      questions={entry.questions.map(questionText)}
      busy={form.busy}
      onPass={() => void entry.pass()}
      onBack={entry.back}
    />
  );
}
