import type { MonthView } from '#contracts/diary.ts';
import type { When } from '#contracts/entries.ts';
import { resolveLocalTime } from '#domain/local-time.ts';
import type { entry } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';

type Entry = Stored<typeof entry>;
type Recent = NonNullable<MonthView['recentBleeds']>;

const instantOf = ({ local, zone, fold }: When): string => {
  const resolved = resolveLocalTime(local, zone, fold);
  if (!resolved.ok) throw new Error('A stored time has no instant.');
  return resolved.value.instant;
};

/** When each bleed was treated last, by the treatments that name it. */
const lastTreated = (entries: readonly Entry[]): ReadonlyMap<string, string> => {
  const times = new Map<string, string>();
  for (const { data, instantAt, voided } of entries) {
    if (voided !== undefined || data.kind !== 'treatment') continue;
    for (const bleed of data.bleeds) {
      const before = times.get(bleed) ?? '';
      times.set(bleed, before > instantAt ? before : instantAt);
    }
  }
  return times;
};

/**
 * Every bleed among some entries with what "the same bleed or a new one?" is worked out from.
 *
 * @param entries as the reader may see them
 */
export const recentBleeds = (entries: readonly Entry[]): Recent => {
  const treated = lastTreated(entries);
  return entries.flatMap(({ entry: id, data, instantAt, voided }) => {
    if (voided !== undefined || data.kind !== 'bleed') return [];
    const { site, side, startedAt, endedAt } = data;
    const lastTreatedInstant = treated.get(id);
    return [
      {
        id,
        site,
        side,
        startedAt,
        startedInstant: instantAt,
        ...(endedAt === undefined ? {} : { endedInstant: instantOf(endedAt) }),
        ...(lastTreatedInstant === undefined ? {} : { lastTreatedInstant }),
      },
    ];
  });
};
