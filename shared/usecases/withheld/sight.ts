import { isWithheldFrom, type Reader } from '#domain/withheld.ts';
import type { entry } from '#table/entities/diary.ts';
import type { withheld } from '#table/entities/sharing.ts';
import type { state } from '#table/entities/state.ts';
import type { Fields, Stored } from '#table/entity.ts';
import { hashOf } from '#usecases/audit/digest.ts';
import { entryIn, toldIn } from './own-clock.ts';

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
  /**
   * Where an entry stands in the table that the reader names so. An id that is withheld from them is free to them:
   * what they record under it is kept under one that only stands for it, and shown to them under theirs.
   */
  readonly stored: (id: string) => string;
  /** The other way round: what the reader calls an entry. */
  readonly shown: (id: string) => string;
  /** Whether the home zone is withheld. */
  readonly hidesZone: boolean;
  /** Whether the reader may have the addresses of somebody: an account's id, or {@link PATIENT}. */
  readonly hasAddress: (of: string) => boolean;
  /** Whether the reader may know of a line of the log. */
  readonly seesLine: (audit: string) => boolean;
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

/** The entry without what it says of others that the reader doesn't see, and under the reader's own ids. */
const asNamed = (item: Entry, { sees, shown }: Pick<Sight, 'sees' | 'shown'>): Entry => {
  const { data } = item;
  const named = { ...item, entry: shown(item.entry) };
  if (data.kind === 'treatment') {
    const bleeds = data.bleeds.filter((id) => sees(id)).map((id) => shown(id));
    return { ...named, data: { ...data, bleeds } };
  }
  if (data.kind !== 'bleed') return named;
  const { sameAs, notSameAs, ...rest } = data;
  const seen = (key: 'sameAs' | 'notSameAs', id: string | undefined) =>
    id !== undefined && sees(id) ? { [key]: shown(id) } : {};
  return { ...named, data: { ...rest, ...seen('sameAs', sameAs), ...seen('notSameAs', notSameAs) } };
};

/** Whose addresses are withheld, where they are the patient's own. */
export const PATIENT = 'patient';
/** As long as an id may be, and too long to be guessed. */
const ALIAS_LENGTH = 32;

const nameOf = (reader: Reader): string => {
  switch (reader.kind) {
    case 'own-centre':
      return '';
    case 'other-centre':
      return reader.centre;
    case 'person':
      return reader.account;
  }
};

/** What stands for each withheld entry when this reader names it. The salt keeps it from them: they could ask for it. */
const aliasesOf = (hidden: readonly Mark[], reader: Reader): ReadonlyMap<string, string> =>
  new Map(
    hidden.map(({ about, salt }) => [about, hashOf([salt, about, nameOf(reader)]).slice(0, ALIAS_LENGTH)]),
  );

/** What a reader may see of a diary, from everything that is withheld in it. */
export const sightOf = (marks: readonly Mark[], reader: Reader): Sight => {
  const mine = marks.filter(({ from, lifted }) => lifted !== true && isWithheldFrom(from, reader));
  const hidden = mine.filter(({ what }) => what === 'entry');
  const aliases = aliasesOf(hidden, reader);
  const names = new Map([...aliases].map(([id, alias]) => [alias, id]));
  const about = (kind: Mark['what']) =>
    new Set(mine.filter(({ what }) => what === kind).map((one) => one.about));
  const [lines, addresses] = [about('log'), about('address')];
  const hidesZone = about('zone').size > 0;
  const sees: Sight['sees'] = (id) => (id === undefined ? aliases.size === 0 : !aliases.has(id));
  const shown: Sight['shown'] = (id) => names.get(id) ?? id;
  const visible: Sight['visible'] = (items) =>
    items.filter((item) => sees(item.entry)).map((item) => asNamed(item, { sees, shown }));
  return {
    sees,
    stored: (id) => aliases.get(id) ?? id,
    shown,
    visible,
    hidesZone,
    hasAddress: (of) => !addresses.has(of),
    seesLine: (audit) => !lines.has(audit),
    hidesEvidence: hidden.some(({ entryKind }) => entryKind !== 'bleed'),
    entries: (items, zoneInstead) =>
      visible(items).map((item) => (hidesZone ? entryIn(item, zoneInstead) : item)),
    openBleeds: (bleeds, zoneInstead) =>
      bleeds
        .filter(({ id }) => sees(id))
        .map((one) => ({
          ...one,
          id: shown(one.id),
          ...(hidesZone ? { startedAt: toldIn(one.startedAt, zoneInstead) } : {}),
        })),
    zone: (home, zoneInstead) => (hidesZone ? zoneInstead : home),
  };
};

/** The sight of somebody from whom nothing is withheld. */
export const ALL: Sight = sightOf([], { kind: 'own-centre' });
