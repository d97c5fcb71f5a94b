import { addDays } from '#domain/calendar-day.ts';
import type { entry as entryEntity } from '#table/entities/diary.ts';
import type { state } from '#table/entities/state.ts';
import type { Fields } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { DiaryIds } from './may-write.ts';

type Entry = Fields<typeof entryEntity>;
type Last = Fields<typeof state>['lastTreatment'];

/** How far back "repeat the last treatment" looks when the last one can't be used, in days. */
const LOOK_BACK_DAYS = 92;

/** What "repeat the last treatment" starts from, made of an entry; `undefined` for other kinds. */
export const lastTreatmentOf = (item: Entry): Last => {
  const { data, day, instantAt, entry } = item;
  if (data.kind !== 'treatment') return undefined;
  const { product, productName, containers, amount, reason, place, fromHomeStock } = data;
  return {
    product,
    productName,
    containers,
    amount,
    reason,
    place,
    fromHomeStock,
    day,
    at: instantAt,
    entry,
  };
};

/** The one given later, by whichever was recorded last where both were given at once. */
export const laterOf = (before: Last, recorded: Last): Last =>
  before === undefined || (recorded !== undefined && recorded.at >= before.at) ? recorded : before;

/** The last treatment up to a day that is neither voided nor left out by `keep`. */
export const lastTreatmentOn = async (
  { store }: Pick<Context, 'store'>,
  { centre, patient }: DiaryIds,
  day: string,
  keep: (item: Entry) => boolean,
): Promise<Last> => {
  const before = await store.queryAll(
    patterns.entriesBetween(centre, patient, addDays(day, -LOOK_BACK_DAYS), day),
  );
  return before
    .map(({ item }) => item)
    .filter((item) => item.voided === undefined && keep(item))
    .map((item) => lastTreatmentOf(item))
    .findLast((last) => last !== undefined);
};
