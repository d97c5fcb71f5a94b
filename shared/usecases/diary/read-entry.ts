import type { Entry as EntryView } from '#contracts/entries.ts';
import type { entry } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';

type Entry = Stored<typeof entry>;

/** Who recorded something, as the reader may know it. */
export type NameOf = (recordedBy: Entry['recordedBy']) => string;

/** A stored entry as people read it. */
export const readEntry = (item: Entry, nameOf: NameOf): EntryView => {
  const read = {
    id: item.entry,
    version: item.version,
    source: item.source,
    typedAt: item.typedAt,
    ...(item.clockAheadMinutes === undefined ? {} : { clockAheadMinutes: item.clockAheadMinutes }),
    receivedAt: item.receivedAt,
    recordedBy: nameOf(item.recordedBy),
    ...(item.voided === undefined ? {} : { voided: { at: item.voided.at, reason: item.voided.reason } }),
  };
  const { data, day } = item;
  switch (data.kind) {
    case 'treatment':
      return {
        ...read,
        ...data,
        day,
        at: item.instantAt,
        batchMissing: data.containers.some(({ batch }) => batch.kind === 'unknown'),
      };
    case 'bleed':
      return { ...read, ...data, day };
    case 'not-taken':
    case 'confirmation':
      return { ...read, ...data };
  }
};
