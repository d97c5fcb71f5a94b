import type { AccessLine, EntryVersion } from '#contracts/rights.ts';
import type { When } from '#contracts/entries.ts';
import { STAFF_JOBS } from '#domain/vocabulary.ts';
import { entryData, type link } from '#table/entities/diary.ts';
import type { audit } from '#table/entities/system.ts';
import type { Fields, Stored } from '#table/entity.ts';
import { auditSeen } from '#usecases/withheld/audit-seen.ts';
import { toldIn } from '#usecases/withheld/own-clock.ts';
import type { Sight } from '#usecases/withheld/sight.ts';
import { REFUSED, VIEWS } from './view.ts';

type Audit = Stored<typeof audit>;
type Actor = Fields<typeof audit>['actor'];

/** To whom a log is told, and with what of the diary. */
export interface Telling {
  /** The reader's own account. */
  readonly account: string;
  readonly links: readonly Pick<Fields<typeof link>, 'account' | 'name' | 'relation'>[];
  readonly sight: Sight;
  /** The diary's centre. */
  readonly home: string;
  /** The clock that times are told by where the home zone is withheld. */
  readonly zoneInstead: string;
}

/** What one person looked at within this time is one line. */
const FOLD_MS = 3_600_000;
const CORRECTIONS = ['correct-treatment', 'correct-bleed'];

/** What is done with an entry, which is what its line is about. */
const ENTRY_ACTIONS = [
  ...CORRECTIONS,
  'record-treatment',
  'record-bleed',
  'mark-not-taken',
  'confirm-period',
  'void-entry',
  'move-entry-away',
  'move-entry-here',
];

export const isEntryAct = (action: string): boolean => ENTRY_ACTIONS.includes(action);
const isView = (action: string): boolean => VIEWS.some((view) => view === action);

const familyOf = ({ account, links }: Telling, who: string): AccessLine['who'] => {
  if (who === account) return { kind: 'you' };
  const known = links.find((one) => one.account === who);
  if (known === undefined) return { kind: 'family' };
  const [first = ''] = known.name.split(' ');
  return { kind: 'family', name: first, relation: known.relation };
};

/** Staff by the name people call them, where some line has it; never by the one they sign in with. */
const whoOf = (telling: Telling, names: ReadonlyMap<string, string>, actor: Actor): AccessLine['who'] => {
  if (actor.as === 'person') return familyOf(telling, actor.account);
  if (actor.as === 'system') return { kind: 'system' };
  const job = STAFF_JOBS.find((one) => one === actor.as);
  if (job === undefined) return { kind: 'registry' };
  const name = names.get(actor.account);
  const elsewhere =
    actor.centre === undefined || actor.centre === telling.home ? undefined : actor.centreName;
  return {
    kind: 'staff',
    job,
    ...(name === undefined ? {} : { name }),
    ...(elsewhere === undefined ? {} : { centreName: elsewhere }),
  };
};

/** What an entry said, as the reader may know it: without its note, and by the clock they are told times by. */
const versionOf = (data: ReturnType<typeof entryData.parse>, telling: Telling): EntryVersion => {
  const told = (when: When): When => (telling.sight.hidesZone ? toldIn(when, telling.zoneInstead) : when);
  switch (data.kind) {
    case 'treatment': {
      const { kind, productName, containers, amount, reason, place, fromHomeStock } = data;
      return { kind, when: told(data.when), productName, containers, amount, reason, place, fromHomeStock };
    }
    case 'bleed': {
      const { note: _note, sameAs: _same, ...rest } = data;
      const ended = data.endedAt === undefined ? {} : { endedAt: told(data.endedAt) };
      return { ...rest, startedAt: told(data.startedAt), ...ended };
    }
    case 'not-taken':
    case 'confirmation':
      return data;
  }
};

const noteOf = (data: ReturnType<typeof entryData.parse>): string | undefined =>
  'note' in data ? data.note : undefined;

/**
 * What a correction changed. Free text is the one thing that is never told: a note that was taken out may name what the
 * reader doesn't see. That it was changed is.
 */
const changeOf = (item: Audit | undefined, telling: Telling): Pick<AccessLine, 'change'> => {
  if (item === undefined || !CORRECTIONS.includes(item.action)) return {};
  const [before, after] = [entryData.safeParse(item.before), entryData.safeParse(item.after)];
  if (!before.success || !after.success) return {};
  return {
    change: {
      before: versionOf(before.data, telling),
      after: versionOf(after.data, telling),
      noteChanged: noteOf(before.data) !== noteOf(after.data),
    },
  };
};

const foldsInto = (line: AccessLine & { readonly account: string }, account: string, at: string): boolean =>
  line.account === account && line.did === 'saw' && Date.parse(line.at) - Date.parse(at) <= FOLD_MS;

/** Lines of a diary's audit, newest first, as its own people may read them. */
export const accessLinesOf = (items: readonly Audit[], telling: Telling): AccessLine[] => {
  const whole = new Map(items.map((item) => [item.audit, item]));
  const names = new Map(
    items.flatMap(({ actor }) =>
      actor.displayName === undefined ? [] : [[actor.account, actor.displayName] as const],
    ),
  );
  const refused = new Set(items.flatMap((one) => (one.action === REFUSED ? [one.about] : [])));
  const lines: (AccessLine & { account: string })[] = [];
  for (const { audit: id, at, actor, action, about } of auditSeen(items, telling.sight)) {
    const isRefused = action === REFUSED || refused.has(id);
    // The refusal has its own line where its look is on another page.
    if (action === REFUSED && about !== undefined && whole.has(about)) continue;
    const did = isRefused ? 'was-refused' : isView(action) ? 'saw' : 'changed';
    const into = did === 'saw' ? lines.find((line) => foldsInto(line, actor.account, at)) : undefined;
    if (into !== undefined) {
      into.since = at;
      if (!into.actions.includes(action)) into.actions.push(action);
      continue;
    }
    const item = whole.get(id);
    const isEntry = did === 'changed' && about !== undefined && isEntryAct(action);
    lines.push({
      id,
      at,
      account: actor.account,
      who: whoOf(telling, names, actor),
      did,
      actions: [action],
      ...(isEntry ? { entry: about } : {}),
      ...changeOf(item, telling),
    });
  }
  return lines.map(({ account: _, ...line }) => line);
};
