import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../shared/api/failure.ts';
import type { FormModel } from '../../shared/forms/use-form.ts';
import { router } from '../../shared/router/router.ts';
import type { Draft } from './draft.ts';
import type { DiaryLink } from './me.ts';
import { saveEntry, type EntryRoute, type Unsent } from './save-entry.ts';

interface Given<N extends EntryRoute, V extends { readonly id: string }> {
  readonly route: N;
  readonly link: DiaryLink;
  readonly form: FormModel<V>;
  readonly draft: Draft<V>;
  readonly version?: number | undefined;
  /** The entry as it is sent; `undefined` while something is missing. */
  readonly bodyOf: (values: V) => Unsent<N> | undefined;
  /** The page after it; Home where nothing is said. */
  readonly next?: string;
  /** Puts a refusal at its fields. */
  readonly refused: (failure: Failure) => void;
  /** What is said and shown afterwards. `kept`: it is on this device and will be sent. */
  readonly saved: (version: number, body: Unsent<N>, how: 'sent' | 'kept') => void;
}

export interface EntrySave {
  /** Codes of what is asked now, instead of the save button. */
  readonly questions: readonly string[];
  readonly send: () => Promise<void>;
  readonly ask: (codes: readonly string[]) => void;
  /** The person has seen the questions and it is right. */
  readonly pass: () => void;
  /** Back to the form. */
  readonly reconsider: () => void;
}

/**
 * Saving one form's entry: the draft is kept as it is typed, questions are asked and passed, and an entry that was
 * changed after a question is asked about anew.
 */
export function useEntrySave<N extends EntryRoute, V extends { readonly id: string }>(
  given: Given<N, V>,
): EntrySave {
  const { route, link, form, draft, version, bodyOf } = given;
  const { values } = form;
  const [questions, setQuestions] = useState<readonly string[]>([]);
  const passed = useRef<readonly string[]>([]);
  const reconsider = (): void => {
    passed.current = [];
    setQuestions([]);
  };
  useEffect(() => {
    if (values !== draft.start) draft.keep(values);
    reconsider();
  }, [values]);
  const send = async (): Promise<void> => {
    const fields = bodyOf(values);
    if (fields === undefined) return;
    const body = passed.current.length === 0 ? fields : { ...fields, passed: [...passed.current] };
    const outcome = await saveEntry({ route, link, id: values.id, version, body, draft });
    if (outcome === 'kept' || outcome.ok) {
      draft.forget();
      if (outcome === 'kept') given.saved((version ?? 0) + 1, fields, 'kept');
      else given.saved(outcome.value.version, fields, 'sent');
      // From a sheet on Home there is nowhere to go.
      const next = given.next ?? '/';
      if (router.path.peek() !== next) router.go(next);
    } else if (outcome.failure.code === 'stale') {
      // Somebody changed it meanwhile: it waits in the outbox, where both versions are shown and a person decides.
      draft.forget();
      router.go('/waiting');
    } else if (outcome.failure.code === 'question') {
      setQuestions([...new Set(outcome.failure.questions.map(({ reason }) => reason))]);
    } else {
      setQuestions([]);
      given.refused(outcome.failure);
    }
  };
  const pass = (): void => {
    passed.current = [...new Set([...passed.current, ...questions])];
    void form.run(send);
  };
  const ask = (codes: readonly string[]): void => {
    setQuestions([...new Set(codes)]);
  };
  return { questions, send, ask, pass, reconsider };
}
