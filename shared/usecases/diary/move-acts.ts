import { drawChange, mergedDraws } from '#domain/stock/stock-draws.ts';
import { entry, use } from '#table/entities/diary.ts';
import { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import { changed, type Stamp } from '#table/item.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import { movedPhotos } from '#usecases/photo/moved-photos.ts';
import type { Context, Person } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { drawActs, drawnBy } from '#usecases/stock/draw-acts.ts';
import { lentGone } from '#usecases/stock/lend-box.ts';
import type { DiaryIds } from './may-write.ts';
import { movedUses } from './moved-entry.ts';
import { stateWith, stateWithout, type Moved } from './moved-states.ts';
import type { Moving } from './read-moving.ts';

type State = Stored<typeof state>;
type Entry = Stored<typeof entry>;

/** The boxes go with the treatment: back to the one stock, out of the other. */
const stockActs = ({ from, to, found, there }: Moving, moved: readonly Moved[], stamp: Stamp): Act[] => {
  const back = mergedDraws(moved.flatMap(({ before: { parts } }) => drawnBy(parts[0], found)));
  // What had been lent by that diary has left its stock already, and was told of there.
  const isLent = ({ before: { parts }, here }: Moved): boolean =>
    parts[0].boxFrom !== undefined && here.boxFrom === undefined;
  const drawn = moved.flatMap((one) => (isLent(one) ? [] : drawnBy(one.here, there)));
  return [
    ...drawActs(from, drawChange(back, []), stamp),
    ...drawActs(to, mergedDraws(drawn), stamp),
    ...moved.filter(isLent).map(({ gone }) => lentGone(to, gone)),
  ];
};

const entryActs = (context: Context, caller: Person, moving: Moving, stamp: Stamp) => {
  const audited = (diary: DiaryIds, action: string, item: Entry): Act =>
    auditAct(
      context,
      caller,
      { of: 'diary', ...diary },
      { action, about: item.entry, mutationId: stamp.mutationId, before: item.data, after: item.data },
    );
  return ({ before, gone, here }: Moved): Act[] => [
    { act: 'put', label: 'gone', entity: entry, item: gone, over: before.parts[0].version },
    { act: 'put', label: 'here', entity: entry, item: here, over: 'absent' },
    ...before.uses.map((item): Act => ({ act: 'remove', label: 'use', key: use.key(item) })),
    ...movedUses(here, moving.to, stamp).map((item): Act => ({
      act: 'put',
      label: 'use',
      entity: use,
      item,
      over: 'absent',
    })),
    audited(moving.from, 'move-entry-away', gone),
    audited(moving.to, 'move-entry-here', here),
  ];
};

const stateAct = (item: State, before: State, stamp: Stamp): Act => ({
  act: 'put',
  label: 'state',
  entity: state,
  item: { ...item, ...changed(before, stamp) },
  over: before.version,
});

/** Everything that moving entries writes in the two diaries. */
export const moveActs = async (
  context: Context,
  caller: Person,
  moving: Moving,
  moved: readonly Moved[],
  stamp: Stamp,
): Promise<Act[]> => {
  const photos = await Promise.all(
    moved.map(({ gone, here }) =>
      gone.data.kind === 'bleed'
        ? movedPhotos(context, moving.photos, { here: gone.entry, there: here.entry }, moving.to, stamp)
        : Promise.resolve([]),
    ),
  );
  return [
    ...moved.flatMap(entryActs(context, caller, moving, stamp)),
    ...photos.flat(),
    ...stockActs(moving, moved, stamp),
    stateAct(await stateWithout(context, moving, moved), moving.found, stamp),
    stateAct(stateWith(context, moving, moved, stamp), moving.there, stamp),
  ];
};
