import { Temporal } from 'temporal-polyfill';
import type { When } from '#contracts/entries.ts';
import { localTimeOf, resolveLocalTime } from '#domain/local-time.ts';
import type { entry } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';

type Entry = Stored<typeof entry>;

/**
 * The same moment by the clock of another zone.
 *
 * @throws Error for a time that no clock ever showed; what is stored or checked always has its instant
 */
export const toldIn = (when: When, zone: string): When => {
  const resolved = resolveLocalTime(when.local, when.zone, when.fold);
  if (!resolved.ok) throw new Error('A stored time has no instant.');
  return localTimeOf(Temporal.Instant.from(resolved.value.instant), zone);
};

const placedAt = ({ local }: When) => ({ localAt: local, day: local.slice(0, 10) });

/** The same entry by another clock, its day as well: a zone says where somebody is, and so does a day beside an hour. */
export const entryIn = (item: Entry, zone: string): Entry => {
  const { data } = item;
  if (data.kind === 'treatment') {
    const when = toldIn(data.when, zone);
    return { ...item, ...placedAt(when), data: { ...data, when } };
  }
  if (data.kind !== 'bleed') return item;
  const startedAt = toldIn(data.startedAt, zone);
  const ended = data.endedAt === undefined ? {} : { endedAt: toldIn(data.endedAt, zone) };
  return { ...item, ...placedAt(startedAt), data: { ...data, startedAt, ...ended } };
};

/**
 * A corrected time as it is kept. Whoever is told times by another clock corrects the moment, and never the zone,
 * which they don't see; a zone that they chose themselves stands.
 *
 * @param clock the zone they are told times by; `undefined` where the zone isn't withheld from them
 * @param before the time, or for one that wasn't there yet another time of the same entry
 */
export const whenKept = (clock: string | undefined, before: When, sent: When): When =>
  sent.zone === clock ? toldIn(sent, before.zone) : sent;
