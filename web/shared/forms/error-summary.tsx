import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { commonWords } from '../words/en/common.ts';
import type { Errors } from './use-form.ts';

interface Props {
  readonly errors: Errors;
  readonly general?: string | undefined;
  /** Rises with each refusal; the summary then takes the focus. */
  readonly attempt: number;
}

/** Grouped choices have no field of the id itself, so the link goes to their first choice. */
const focusField = (id: string) => (event: Event) => {
  event.preventDefault();
  const field = document.getElementById(id) ?? document.querySelector<HTMLElement>(`[id^="${id}-"]`);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
};

/** What is wrong with the form, at its top, each line leading to its field. */
export function ErrorSummary({ errors, general, attempt }: Props): VNode | null {
  const box = useRef<HTMLDivElement>(null);
  const lines = Object.entries(errors);
  useEffect(() => {
    if (attempt === 0) return;
    box.current?.focus();
    const title = document.title.replace(commonWords.errorTitle(''), '');
    // Sent again without a mistake, the page is called what it was.
    document.title = box.current === null ? title : commonWords.errorTitle(title);
  }, [attempt]);
  if (lines.length === 0 && general === undefined) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{commonWords.summary}</h2>
      {general !== undefined && <p>{general}</p>}
      {lines.length > 0 && (
        <ul>
          {lines.map(([id, message]) => (
            <li key={id}>
              <a href={`#${id}`} onClick={focusField(id)}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
