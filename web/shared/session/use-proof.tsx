import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Outcome } from '../api/failure.ts';
import { ProofBox } from './proof-box.tsx';
import { proofOf } from './proof.ts';

interface Proof {
  readonly proof?: string;
}
type Act<T> = (given: Proof) => Promise<Outcome<T>>;

interface Proving {
  /**
   * Does what may ask for the password once more: then it is asked for in place, and the act is sent again.
   *
   * @returns the act's outcome, `undefined` where the person went back
   */
  readonly withProof: <T>(act: Act<T>) => Promise<Outcome<T> | undefined>;
  /** Stands on the page, outside any form, while the password is asked for. */
  readonly box: VNode | undefined;
}

/** The password once more, on the page that needs it: nothing that was typed there is lost. */
export function useProof(): Proving {
  const [isAsking, setAsking] = useState(false);
  const answer = useRef<(isProved: boolean) => void>(() => undefined);
  const ask = (): Promise<boolean> =>
    new Promise((resolve) => {
      const from = document.activeElement;
      answer.current = (isProved) => {
        setAsking(false);
        // Back to what asked for it: the box goes, and would take the focus with it.
        if (from instanceof HTMLElement) from.focus();
        resolve(isProved);
      };
      setAsking(true);
    });
  const withProof = async <T,>(act: Act<T>): Promise<Outcome<T> | undefined> => {
    const outcome = await act(proofOf());
    if (outcome.ok || outcome.failure.code !== 'proof-needed') return outcome;
    return (await ask()) ? withProof(act) : undefined;
  };
  const done = (isProved: boolean): void => {
    answer.current(isProved);
  };
  return { withProof, box: isAsking ? <ProofBox onDone={done} /> : undefined };
}
