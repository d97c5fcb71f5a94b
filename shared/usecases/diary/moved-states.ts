import type { entry } from '#table/entities/diary.ts';
import type { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import type { Stamp } from '#table/item.ts';
import type { Context } from '#usecases/ports/context.ts';
import { evidenceOf } from '#usecases/recording/facts.ts';
import { afterEntries } from '#usecases/recording/reassess.ts';
import { lastTreatmentOf, lastTreatmentOn, laterOf } from './last-treatment.ts';
import type { Moving } from './read-moving.ts';
import { openBleedTrace } from './record-bleed.ts';

type State = Stored<typeof state>;
type Entry = Stored<typeof entry>;

/** One entry as it is, as it stays behind, and as it is there. */
export interface Moved {
  readonly before: Moving['entries'][number];
  readonly gone: Entry;
  readonly here: Entry;
}

/** The diary it leaves: nothing of it is offered, counted or asked about there any more. */
export const stateWithout = async (
  context: Context,
  { from, found }: Moving,
  moved: readonly Moved[],
): Promise<State> => {
  const gone = new Set(moved.map(({ gone: { entry: id } }) => id));
  const last = found.lastTreatment;
  const lastTreatment =
    last !== undefined && gone.has(last.entry ?? '')
      ? await lastTreatmentOn(context, from, last.day, (item) => !gone.has(item.entry))
      : last;
  return {
    ...afterEntries(
      context,
      found,
      'entry-voided',
      moved.flatMap(({ gone: item }) => (item.data.kind === 'bleed' ? [] : [{ takeOut: item.entry }])),
    ),
    lastTreatment,
    openBleeds: found.openBleeds.filter(({ id }) => !gone.has(id)),
  };
};

/** The bleeds that go on there. */
export const tracesOf = (moved: readonly Moved[]) =>
  moved.flatMap(({ here: { data, entry: id } }) => (data.kind === 'bleed' ? openBleedTrace(id, data) : []));

/** The diary it comes to: it counts as if it had been recorded there. */
export const stateWith = (
  context: Context,
  { there }: Moving,
  moved: readonly Moved[],
  stamp: Stamp,
): State => ({
  ...afterEntries(
    context,
    there,
    'entry-recorded',
    moved.flatMap(({ here }) => {
      const put = evidenceOf(here);
      return put === undefined ? [] : [{ put }];
    }),
  ),
  lastEntryAt: stamp.at,
  lastTreatment: moved.reduce(
    (last, { here }) => (here.data.kind === 'treatment' ? laterOf(last, lastTreatmentOf(here)) : last),
    there.lastTreatment,
  ),
  openBleeds: [...there.openBleeds, ...tracesOf(moved)],
});
