import { Temporal } from 'temporal-polyfill';
import type { When } from '#contracts/entries.ts';
import { localTimeOf, resolveLocalTime } from '#domain/local-time.ts';
import { isWithheldFrom, type Reader } from '#domain/withheld.ts';
import type { entry } from '#table/entities/diary.ts';
import type { withheld } from '#table/entities/sharing.ts';
import type { state } from '#table/entities/state.ts';
import type { Fields, Stored } from '#table/entity.ts';

type Entry = Stored<typeof entry>;
type OpenBleeds = Fields<typeof state>['openBleeds'];
export type Mark = Fields<typeof withheld>;

/**
 * What one reader may see of a diary. Every way a diary leaves us goes through here: a page, a file, another centre's
 * view, and what a write answers.
 */
export interface Sight {
  /** Whether the reader may know of this entry. An unknown id is only safe where nothing is withheld at all. */
  readonly sees: (entry: string | undefined) => boolean;
  /** Something that accounts for planned doses is withheld: status and last treatment must be told without it. */
  readonly hidesEvidence: boolean;
  /** The entries the reader may see, without what they say of withheld ones: on their true days, to reckon with. */
  readonly visible: (items: readonly Entry[]) => Entry[];
  /** The same to show: a withheld zone is taken out. */
  readonly entries: (items: readonly Entry[], zoneInstead: string) => Entry[];
  readonly openBleeds: (bleeds: OpenBleeds, zoneInstead: string) => OpenBleeds;
  /** The zone whose clock the reader is told times by. */
  readonly zone: (home: string, zoneInstead: string) => string;
}

const toldIn = (when: When, zone: string): When => {
  const resolved = resolveLocalTime(when.local, when.zone, when.fold);
  if (!resolved.ok) throw new Error('A stored time has no instant.');
  return localTimeOf(Temporal.Instant.from(resolved.value.instant), zone);
};

const placedAt = ({ local }: When) => ({ localAt: local, day: local.slice(0, 10) });

/** The same entry by another clock, its day as well: a zone says where somebody is, and so does a day beside an hour. */
const entryIn = (item: Entry, zone: string): Entry => {
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

/** The entry without what it says of others that the reader doesn't see. */
const withoutHidden = (item: Entry, sees: Sight['sees']): Entry => {
  const { data } = item;
  if (data.kind === 'treatment')
    return { ...item, data: { ...data, bleeds: data.bleeds.filter((id) => sees(id)) } };
  if (data.kind !== 'bleed' || data.sameAs === undefined || sees(data.sameAs)) return item;
  const { sameAs: _, ...rest } = data;
  return { ...item, data: rest };
};

/** What a reader may see of a diary, from everything that is withheld in it. */
export const sightOf = (marks: readonly Mark[], reader: Reader): Sight => {
  const mine = marks.filter(({ from, lifted }) => lifted !== true && isWithheldFrom(from, reader));
  const hidden = mine.filter(({ what }) => what === 'entry');
  const ids = new Set(hidden.map(({ about }) => about));
  const hidesZone = mine.some(({ what }) => what === 'zone');
  const sees: Sight['sees'] = (id) => (id === undefined ? ids.size === 0 : !ids.has(id));
  const visible: Sight['visible'] = (items) =>
    items.filter((item) => sees(item.entry)).map((item) => withoutHidden(item, sees));
  return {
    sees,
    visible,
    hidesEvidence: hidden.some(({ entryKind }) => entryKind !== 'bleed'),
    entries: (items, zoneInstead) =>
      visible(items).map((item) => (hidesZone ? entryIn(item, zoneInstead) : item)),
    openBleeds: (bleeds, zoneInstead) =>
      bleeds
        .filter(({ id }) => sees(id))
        .map((one) => (hidesZone ? { ...one, startedAt: toldIn(one.startedAt, zoneInstead) } : one)),
    zone: (home, zoneInstead) => (hidesZone ? zoneInstead : home),
  };
};

/** The sight of somebody from whom nothing is withheld. */
export const ALL: Sight = sightOf([], { kind: 'own-centre' });
