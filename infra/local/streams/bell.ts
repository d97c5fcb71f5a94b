/** Rung when something may have been written, so that whoever follows the tables need not ask while nothing is. */
export interface Bell {
  readonly ring: () => void;
  /** How often it has been rung. */
  readonly rings: () => number;
  /** Resolves once it has been rung more than so many times, or after a while, or when everything stops. */
  readonly after: (rings: number, limitMs: number, stop: AbortSignal) => Promise<void>;
}

/** A bell nobody has rung yet. */
export function createBell(): Bell {
  let rung = 0;
  const waiting = new Set<() => void>();
  return {
    ring: () => {
      rung += 1;
      for (const wake of waiting) wake();
    },
    rings: () => rung,
    after: (rings, limitMs, stop) =>
      new Promise((resolve) => {
        const wake = (): void => {
          waiting.delete(wake);
          clearTimeout(timer);
          stop.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, rung > rings || stop.aborted ? 0 : limitMs);
        waiting.add(wake);
        stop.addEventListener('abort', wake);
      }),
  };
}
