import { useRef, useState } from 'preact/hooks';
import { announce } from '../components/announce.ts';
import type { FormModel } from '../forms/use-form.ts';
import { stockFieldWords, stockQuestion, stockWords as words } from '../words/en/stock.ts';
import { newStockAct, tellStock, type StockPlace, type Told } from './stock-place.ts';

/** Sending what a form tells: its questions, and what the server refuses at its fields. */
export interface StockAct {
  readonly questions: readonly string[];
  readonly send: (told: Told) => Promise<void>;
  readonly pass: () => Promise<void>;
  readonly back: () => void;
}

/** @param done after it is kept */
export function useStockAct<V extends object>(
  place: StockPlace,
  form: FormModel<V>,
  done: () => Promise<void>,
  ids: Readonly<Record<string, string>> = {},
): StockAct {
  const act = useRef(newStockAct());
  const asked = useRef<Told | undefined>(undefined);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const sendWith = async (told: Told, passed: readonly string[]): Promise<void> => {
    asked.current = told;
    const outcome = await tellStock(place, told, act.current, passed);
    if (outcome === 'kept' || outcome.ok) {
      announce(outcome === 'kept' ? words.kept : words.saved);
      await done();
    } else if (outcome.failure.code === 'question') {
      setCodes([...new Set([...passed, ...outcome.failure.questions.map(({ reason }) => reason)])]);
    } else form.refuseWith(outcome.failure, stockFieldWords, ids);
  };
  return {
    questions: codes.map(stockQuestion),
    send: (told) => sendWith(told, []),
    pass: async () => {
      const told = asked.current;
      setCodes([]);
      // Not through the form, which runs a submit by itself.
      if (told !== undefined) await form.run(() => sendWith(told, codes));
    },
    back: () => {
      setCodes([]);
    },
  };
}
