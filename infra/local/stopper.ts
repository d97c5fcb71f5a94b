/** Collects how to stop what has been started, and stops it in the opposite order, once. */
export type Stopper = {
  readonly add: (stop: () => Promise<void> | void) => void;
  readonly stop: () => Promise<void>;
};

/** An empty stopper. A part that fails to stop does not keep the others from stopping; its error is thrown at the end. */
export function createStopper(): Stopper {
  const stops: (() => Promise<void> | void)[] = [];
  const stopAll = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) {
      try {
        await stop();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some parts of the local run did not stop');
  };
  let stopping: Promise<void> | undefined;
  return {
    add: (stop) => {
      stops.push(stop);
    },
    stop: () => (stopping ??= stopAll()),
  };
}
