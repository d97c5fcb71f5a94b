import { centreProfile } from '#table/entities/centre.ts';
import type { entry, use } from '#table/entities/diary.ts';
import { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import type { Context, Writer } from '#usecases/ports/context.ts';
import { sightOfCaller } from '#usecases/withheld/as-seen.ts';
import type { Sight } from '#usecases/withheld/sight.ts';
import type { DiaryIds } from './may-write.ts';

type State = Stored<typeof state>;
type Entry = Stored<typeof entry>;
type Use = Stored<typeof use>;

/** An entry as it is now, with all that a change of it touches. One round trip. */
export interface Current {
  /** One item, or one for each month that a period touches; the first names the entry. */
  readonly parts: readonly [Entry, ...Entry[]];
  readonly uses: readonly Use[];
  readonly state: State;
  /** What the caller may know of this diary. */
  readonly sight: Sight;
  /** The zone they are told times by, where the home zone is withheld from them. */
  readonly clock?: string | undefined;
}

const clockOf = async ({ store }: Context, diary: DiaryIds, sight: Sight): Promise<string | undefined> =>
  sight.hidesZone ? (await store.get(centreProfile, centreProfile.key(diary)))?.zone : undefined;

export const readCurrent = async (
  context: Context,
  caller: Writer,
  diary: DiaryIds,
  id: string,
): Promise<Current | undefined> => {
  const { centre, patient } = diary;
  const [parts, uses, found, sight] = await Promise.all([
    context.store.queryAll(patterns.entryParts(centre, patient, id)),
    context.store.queryAll(patterns.usesOf(centre, patient, id)),
    context.store.get(state, state.key(diary)),
    sightOfCaller(context, caller, diary),
  ]);
  // Exactly as if it weren't there, even to the one who recorded it: only what they recorded under that id since is.
  const stored = sight.stored(id);
  if (stored !== id) return readCurrent(context, caller, diary, stored);
  // `beginsWith` also finds ids that only begin alike.
  const [first, ...others] = parts.map(({ item }) => item).filter((item) => item.entry === id);
  if (first === undefined || found === undefined) return undefined;
  const clock = await clockOf(context, diary, sight);
  return { parts: [first, ...others], uses: uses.map(({ item }) => item), state: found, sight, clock };
};
