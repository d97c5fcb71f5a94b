import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Questions } from '../../shared/components/questions.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { questionText } from '../../shared/words/en/treatment.ts';
import type { DiaryLink } from '../state/me.ts';
import type { EntrySave } from '../state/use-entry-save.ts';
import { saveLabel } from './save-label.ts';

interface Props {
  readonly form: { readonly busy: boolean };
  readonly save: EntrySave;
  readonly link: DiaryLink;
  /** Buttons beside Save. */
  readonly children?: ComponentChildren;
}

/** The end of a form: the questions where there are any, else Save. */
export function SaveOrAsk({ form, save, link, children }: Props): VNode {
  const end = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  const isAsking = save.questions.length > 0;
  useEffect(() => {
    // The questions took their buttons with them: the focus goes back to Save, not to the top of the document.
    if (asked.current && document.activeElement === document.body)
      end.current?.querySelector('button')?.focus();
    asked.current = isAsking;
  }, [isAsking]);
  if (isAsking) {
    return (
      <Questions
        questions={save.questions.map(questionText)}
        onPass={save.pass}
        onBack={save.reconsider}
        busy={form.busy}
      />
    );
  }
  return (
    <div class="buttons" ref={end}>
      <Submit form={form}>{saveLabel(link)}</Submit>
      {children}
    </div>
  );
}
