import type { MoveBody } from '#contracts/entries.ts';
import type { entry } from '#table/entities/diary.ts';
import type { photo } from '#table/entities/photo.ts';
import type { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import type { Context, Person } from '#usecases/ports/context.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { sightOfPerson } from '#usecases/photo/sight-of-person.ts';
import type { DiaryIds } from './may-write.ts';
import { readAbout } from './read-about.ts';
import { readCurrent, type Current } from './read-current.ts';

type State = Stored<typeof state>;
type Entry = Stored<typeof entry>;

/** Two diaries and what goes from the one to the other, as all of it is now. */
export interface Moving {
  readonly from: DiaryIds;
  readonly to: DiaryIds;
  readonly found: State;
  readonly there: State;
  /** Each with what whoever moves it may know of it: nothing else of it gets into the other diary. */
  readonly entries: readonly (Current & { readonly seen: Entry })[];
  /** The new ids by those that whoever moves them knows. */
  readonly ids: ReadonlyMap<string, string>;
  readonly photos: readonly Stored<typeof photo>[];
}

/** Periods answer for one diary's own plan; nobody records one for the wrong child without seeing it. */
const KINDS: readonly Entry['data']['kind'][] = ['treatment', 'bleed'];

const asSeen = (current: Current): Current & { readonly seen: Entry } => {
  const [now] = current.parts;
  const [seen = now] = current.sight.entries([now], current.clock ?? '');
  return { ...current, seen };
};

const problemOf = ({ parts: [now] }: Current): Result<never> | undefined =>
  KINDS.includes(now.data.kind) && now.voided === undefined ? undefined : fail('not-now');

/**
 * Reads both diaries before an entry is moved.
 *
 * @returns `done` where this very act has moved it already
 */
export const readMoving = async (
  contexts: { readonly from: Context; readonly to: Context },
  caller: Person,
  { from, to }: { readonly from: DiaryIds; readonly to: DiaryIds },
  { id, body, version }: { readonly id: string; readonly body: MoveBody; readonly version: number },
): Promise<Result<Moving> | 'done'> => {
  const named = [{ id, as: body.as }, ...body.others];
  const [about, aboutThere, ...currents] = await Promise.all([
    readAbout(contexts.from, from),
    readAbout(contexts.to, to),
    ...named.map((one) => readCurrent(contexts.from, caller, from, one.id)),
  ]);
  const { found: there } = aboutThere;
  const [main] = currents;
  if (main === undefined || there === undefined) return fail('not-found');
  if (main.parts[0].mutationId === body.mutationId) return 'done';
  if (main.parts[0].version !== version) return fail('stale', { current: main.parts[0].version });
  const entries: Moving['entries'][number][] = [];
  for (const place of named.keys()) {
    const current = currents[place];
    const at = place === 0 ? '' : `/others/${String(place - 1)}`;
    if (current === undefined) return invalid(`${at}/id`, 'not-there');
    const no = problemOf(current);
    if (no !== undefined) return no;
    entries.push(asSeen(current));
  }
  if (new Set(named.map((one) => one.id)).size !== named.length) return invalid('/others', 'repeated');
  if (new Set(named.map((one) => one.as)).size !== named.length) return invalid('/others', 'repeated');
  // An id that is withheld from them there is free to them.
  const { stored } = sightOfPerson(aboutThere, caller);
  const ids = new Map(named.map((one) => [one.id, stored(one.as)]));
  return ok({ from, to, found: main.state, there, entries, ids, photos: about.photos });
};
