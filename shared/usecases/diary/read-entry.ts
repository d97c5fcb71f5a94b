import type { Entry as EntryView } from '#contracts/entries.ts';
import type { entry } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import type { DiaryIds } from './may-write.ts';

type Entry = Stored<typeof entry>;

/** Who recorded something, as the reader may know it. */
export type NameOf = (recordedBy: Entry['recordedBy']) => string;

const voidedOf = ({ at, reason, moved }: NonNullable<Entry['voided']>) => ({
  at,
  reason,
  ...(moved === undefined ? {} : { moved }),
});

/** That the boxes were another diary's is this entry's to say; whose they were is only for who may open that one. */
const otherBoxOf = ({ boxFrom }: Entry, opens: (diary: DiaryIds) => boolean) =>
  boxFrom === undefined ? {} : { otherBox: opens(boxFrom) ? { of: boxFrom } : {} };

/**
 * A stored entry as people read it.
 *
 * @param opens whether the reader may open another diary that the entry tells of
 */
export const readEntry = (
  item: Entry,
  nameOf: NameOf,
  opens: (diary: DiaryIds) => boolean = () => false,
): EntryView => {
  const read = {
    id: item.entry,
    version: item.version,
    source: item.source,
    typedAt: item.typedAt,
    ...(item.clockAheadMinutes === undefined ? {} : { clockAheadMinutes: item.clockAheadMinutes }),
    receivedAt: item.receivedAt,
    recordedBy: nameOf(item.recordedBy),
    ...(item.voided === undefined ? {} : { voided: voidedOf(item.voided) }),
    ...(item.movedHere === undefined ? {} : { movedHere: item.movedHere }),
  };
  const { data, day } = item;
  switch (data.kind) {
    case 'treatment':
      return {
        ...read,
        ...data,
        day,
        at: item.instantAt,
        ...otherBoxOf(item, opens),
        batchMissing: data.containers.some(({ batch }) => batch.kind === 'unknown'),
      };
    case 'bleed':
      return { ...read, ...data, day };
    case 'not-taken':
    case 'confirmation':
      return { ...read, ...data };
  }
};
