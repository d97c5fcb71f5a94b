import { entry } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import { fromItem, type Stamp } from '#table/item.ts';
import type { Writer } from '#usecases/ports/context.ts';
import type { Refused } from '#usecases/ports/store.ts';

type Entry = Stored<typeof entry>;

/** The entry as it is now where this very act recorded it, whatever was corrected since. */
export const alreadyDone = (refused: readonly Refused[], stamp: Stamp): Entry | undefined => {
  const found = refused.find(({ label }) => label === 'entry-0')?.found;
  const isOurs = found?.['mutationId'] === stamp.mutationId || found?.['recordedIn'] === stamp.mutationId;
  return found !== undefined && isOurs ? fromItem(entry, found) : undefined;
};

/**
 * An id that a device made is nobody else's. Whoever finds it taken by an entry of their own is told which version that
 * has: an earlier try arrived, and its answer was lost.
 */
export const versionOfOwn = ({ found }: Refused, caller: Writer): { readonly current?: number } => {
  if (found === undefined) return {};
  const { recordedBy, version } = fromItem(entry, found);
  return recordedBy.account === caller.account ? { current: version } : {};
};
