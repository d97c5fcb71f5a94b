import { normaliseBatch } from '../batch.ts';
import type { LocalDate } from '../calendar-day.ts';

/** A batch that is called back. */
export interface Recalled {
  readonly productId: string;
  readonly normalisedBatch: string;
  readonly since: LocalDate;
  readonly note: string;
}

/** The recall of a batch, however it was typed; `undefined` where it isn't called back. */
export function recallOf(
  recalls: readonly Recalled[],
  productId: string,
  batch: string | undefined,
): Recalled | undefined {
  if (batch === undefined) return undefined;
  const normalised = normaliseBatch(batch);
  return recalls.find((one) => one.productId === productId && one.normalisedBatch === normalised);
}
