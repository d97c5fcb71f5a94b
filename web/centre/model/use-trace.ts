import { useEffect, useState } from 'preact/hooks';
import type { RecallContactMade, RecallPerson, RecallTrace } from '#contracts/recall.ts';
import { api } from '../../shared/api/api.ts';
import type { Failure } from '../../shared/api/failure.ts';

interface Traced {
  readonly recall?: RecallTrace['recall'];
  readonly people: readonly RecallPerson[];
  readonly looked: number;
  readonly isDone: boolean;
  readonly failure?: Failure;
}
interface Trace extends Traced {
  /** Puts what was just noted of somebody where it is shown. */
  readonly note: (patient: string, contact: RecallContactMade) => void;
  readonly again: () => void;
}

const NOTHING: Traced = { people: [], looked: 0, isDone: false };

/** Reads a recall's whole trace, page after page, and shows what there is of it meanwhile. */
export function useTrace(id: string): Trace {
  const [traced, setTraced] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let open = true;
    const read = async (cursor?: string): Promise<void> => {
      const outcome = await api('trace-recall', { params: { id }, query: { cursor } });
      if (!open) return;
      if (!outcome.ok) {
        setTraced((so) => ({ ...so, failure: outcome.failure }));
        return;
      }
      const { recall, people, looked, cursor: next } = outcome.value;
      setTraced((so) => ({
        recall,
        people: [...so.people, ...people],
        looked: so.looked + looked,
        isDone: next === undefined,
      }));
      if (next !== undefined) await read(next);
    };
    setTraced(NOTHING);
    void read();
    return () => {
      open = false;
    };
  }, [id, attempt]);
  return {
    ...traced,
    note: (patient, contact) => {
      setTraced((so) => ({
        ...so,
        people: so.people.map((one) => (one.patient === patient ? { ...one, contact } : one)),
      }));
    },
    again: () => {
      setAttempt(attempt + 1);
    },
  };
}
