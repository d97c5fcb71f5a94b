import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { commonWords } from '../words/en/common.ts';

interface Props {
  readonly questions: readonly string[];
  readonly onPass: () => void;
  readonly onBack: () => void;
  readonly busy?: boolean;
}

/** A possible mistake: what was typed may well be right, so it is asked and can be passed. Never advice. */
export function Questions({ questions, onPass, onBack, busy = false }: Props): VNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div class="notice notice-warning" role="group" aria-labelledby="questions-title" tabIndex={-1} ref={box}>
      <h2 id="questions-title">{commonWords.questionsTitle}</h2>
      <ul>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <div class="buttons">
        <button type="button" class="button" aria-disabled={busy} onClick={onPass}>
          {commonWords.saveAnyway}
        </button>
        <button type="button" class="button button-second" onClick={onBack}>
          {commonWords.goBack}
        </button>
      </div>
    </div>
  );
}
