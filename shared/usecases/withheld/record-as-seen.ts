import type { Saved } from '#contracts/entries.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context, Writer } from '#usecases/ports/context.ts';
import { ok, type Result } from '#usecases/result.ts';
import { sightOfCaller } from './as-seen.ts';
import { ALL, type Sight } from './sight.ts';

/**
 * Records an entry as if nothing that is withheld from the caller were there. Ids are the client's, and random: only
 * whoever saw an entry before it was withheld can send its id again. "Taken" would tell them that it is still there, so
 * what they record is kept under an id that stands for it and answered under theirs (Sight.stored).
 *
 * @param names whether the entry names others: then what is withheld is read before, else only where its id is taken
 */
export const recordAsSeen = async (
  context: Context,
  caller: Writer,
  diary: DiaryIds,
  id: string,
  names: boolean,
  record: (stored: Sight['stored']) => Promise<Result<Saved>>,
): Promise<Result<Saved>> => {
  const sight = names ? await sightOfCaller(context, caller, diary) : ALL;
  const first = await record(sight.stored);
  if (first.ok) return ok({ ...first.value, id });
  if (names || first.failure.code !== 'taken') return first;
  const { stored } = await sightOfCaller(context, caller, diary);
  if (stored(id) === id) return first;
  const again = await record(stored);
  return again.ok ? ok({ ...again.value, id }) : again;
};
