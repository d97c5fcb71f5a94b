import { Temporal } from 'temporal-polyfill';
import type { entry, use } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import { created, type Stamp } from '#table/item.ts';
import type { Person } from '#usecases/ports/context.ts';
import { dayIn } from './entry-item.ts';
import type { DiaryIds } from './may-write.ts';
import { usesOf } from './uses-of.ts';

type Entry = Stored<typeof entry>;
type Data = Entry['data'];

/** Where the entries go. */
export interface Destination {
  readonly diary: DiaryIds;
  readonly homeZone: string;
  /** What each entry that moves is called there, by what it was called here. */
  readonly ids: ReadonlyMap<string, string>;
  readonly passed: readonly string[];
}

const isSame = (a: DiaryIds, b: DiaryIds): boolean => a.centre === b.centre && a.patient === b.patient;

/** What an entry says, without links to what stays behind: a bleed in another diary is nobody's to name. */
const dataThere = (data: Data, { ids }: Destination, isOwnBox: boolean): Data => {
  if (data.kind === 'treatment') {
    const bleeds = data.bleeds.flatMap((id) => ids.get(id) ?? []);
    return { ...data, bleeds, fromHomeStock: data.fromHomeStock || isOwnBox };
  }
  if (data.kind !== 'bleed') return data;
  const { sameAs, notSameAs, ...bleed } = data;
  const [same, notSame] = [ids.get(sameAs ?? ''), ids.get(notSameAs ?? '')];
  return {
    ...bleed,
    ...(same === undefined ? {} : { sameAs: same }),
    ...(notSame === undefined ? {} : { notSameAs: notSame }),
  };
};

/**
 * An entry as the other diary gets it: what was said and when it was typed stay; who put it there is whoever moves it. A
 * box that had been lent by that very diary becomes one of its own.
 */
export const movedEntry = (caller: Person, before: Entry, to: Destination, stamp: Stamp): Entry => {
  const { boxFrom, lentAs, part: _part, statementVersion: _version, voided: _voided, ...rest } = before;
  const isOwnBox = boxFrom !== undefined && isSame(boxFrom, to.diary);
  return {
    ...rest,
    ...to.diary,
    entry: to.ids.get(before.entry) ?? before.entry,
    data: dataThere(before.data, to, isOwnBox),
    day: dayIn(Temporal.Instant.from(before.instantAt), to.homeZone),
    // A third diary is not written: what it lent keeps the name it has there.
    ...(boxFrom === undefined || isOwnBox ? {} : { boxFrom, lentAs: lentAs ?? before.entry }),
    receivedAt: stamp.at,
    passed: [...new Set([...before.passed, ...to.passed])],
    recordedBy: { account: caller.account, staff: false },
    recordedIn: stamp.mutationId,
    movedHere: true,
    ...created(stamp),
  };
};

/** Its batches, for recalls to find at the right person. */
export const movedUses = (item: Entry, diary: DiaryIds, stamp: Stamp): Stored<typeof use>[] =>
  item.data.kind === 'treatment'
    ? usesOf(diary, item.entry, item.data, Temporal.Instant.from(item.instantAt), stamp)
    : [];
