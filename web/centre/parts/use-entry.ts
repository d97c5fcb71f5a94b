import { useRef, useState } from 'preact/hooks';
import type { Saved } from '#contracts/entries.ts';
import type { FieldProblem } from '#contracts/problem.ts';
import type { Outcome } from '../../shared/api/failure.ts';
import { failure } from '../../shared/api/failure.ts';
import { newId } from '../../shared/api/new-id.ts';
import type { FormModel } from '../../shared/forms/use-form.ts';
import type { Drafted } from '../model/drafted.ts';
import type { EntryAct } from '../model/entry-act.ts';
import type { FieldWords } from '../../shared/words/en/problems.ts';
import { today } from './day-text.ts';
import { centreRecord } from '../../shared/words/en/centre-record.ts';

/** Both halves of a date and time are one field of the API. */
const fieldIds: Readonly<Record<string, string>> = {
  '/when/local': 'day',
  '/when': 'day',
  '/startedAt/local': 'day',
  '/startedAt': 'day',
  '/endedAt/local': 'endDay',
  '/endedAt': 'endDay',
  '/product': 'productId',
  '/product/id': 'productId',
  '/product/name': 'otherName',
  '/amount/value': 'amount',
  '/amount': 'amount',
  '/amount/unit': 'unit',
  '/amount/moiety': 'moiety',
};

export interface EntryForm<V, B> {
  readonly form: FormModel<V>;
  readonly zone: string;
  readonly source: EntryAct['source'];
  readonly draft: (values: V, act: EntryAct) => Drafted<B>;
  readonly send: (id: string, body: B) => Promise<Outcome<Saved>>;
  readonly onSaved: (values: V) => void;
  /** What a field says when it is empty. */
  readonly own: FieldWords;
  /** The entry that is corrected; a new one gets its id here. */
  readonly id?: string;
}

/** Saving an entry: draft, send, questions that can be passed, and fresh ids once it is kept. */
export function useEntry<V extends object, B>(
  given: EntryForm<V, B>,
): {
  readonly questions: readonly FieldProblem[];
  readonly save: () => Promise<void>;
  readonly pass: () => Promise<void>;
  readonly back: () => void;
} {
  const { form } = given;
  const ids = useRef({ id: given.id ?? newId(), mutationId: newId() });
  const [questions, setQuestions] = useState<readonly FieldProblem[]>([]);
  const send = async (passed: string[]): Promise<void> => {
    const { id, mutationId } = ids.current;
    const typedAt = new Date().toISOString();
    const act = { mutationId, typedAt, passed, source: given.source, zone: given.zone, today: today() };
    const drafted = given.draft(form.values, act);
    if (!drafted.ok) {
      form.refuseWith({ ...failure('invalid'), fields: drafted.fields }, given.own, fieldIds);
      return;
    }
    const outcome = await given.send(id, drafted.body);
    if (outcome.ok) {
      ids.current = { id: newId(), mutationId: newId() };
      setQuestions([]);
      given.onSaved(form.values);
    } else if (outcome.failure.code === 'question') setQuestions(outcome.failure.questions);
    else if (outcome.failure.code === 'stale') form.refuse({}, centreRecord.stale);
    else form.refuseWith(outcome.failure, given.own, fieldIds);
  };
  return {
    questions,
    save: () => send([]),
    pass: () => form.run(() => send(questions.map(({ reason }) => reason))),
    back: () => {
      setQuestions([]);
    },
  };
}
