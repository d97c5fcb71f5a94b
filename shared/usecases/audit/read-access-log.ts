import { Temporal } from 'temporal-polyfill';
import type { AccessLine } from '#contracts/rights.ts';
import { entry } from '#table/entities/diary.ts';
import { centreProfile } from '#table/entities/centre.ts';
import type { audit } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import { mayNotLook, sightFor } from '#usecases/diary/may-look.ts';
import { covers, type DiaryIds } from '#usecases/diary/may-write.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import type { Context, Person } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { accessLinesOf, isEntryAct, type Telling } from './access-lines.ts';
import { readNoted } from './view.ts';

const PAGE = 100;

/** What may be told of a diary's log to somebody of it, or why nothing may. */
const tellingFor = async (context: Context, caller: Person, diary: DiaryIds): Promise<Result<Telling>> => {
  const [about, profile, statement] = await Promise.all([
    readAbout(context, diary),
    context.store.get(centreProfile, centreProfile.key(diary)),
    context.statementInForce(),
  ]);
  const { found, links } = about;
  if (found === undefined || profile === undefined || found.consent.state === 'revoked')
    return fail('not-found');
  const no = mayNotLook(caller, links, statement);
  if (no !== undefined) return no;
  const sight = sightFor(caller, about);
  return ok({ account: caller.account, links, sight, home: diary.centre, zoneInstead: profile.zone });
};

/**
 * Who saw and who changed a diary, for its own people, newest first, a page at a time. What is withheld from the reader
 * is not in it; nobody is shown with an address or a sign-in name. The look itself is in the log as well.
 */
export const readAccessLog = (
  context: Context,
  caller: Person,
  diary: DiaryIds,
  cursor: string | undefined,
): Promise<Result<{ readonly items: AccessLine[]; readonly cursor?: string }>> => {
  if (!covers(caller, diary)) return Promise.resolve(fail('not-found'));
  const owner = { of: 'diary', ...diary } as const;
  return readNoted(context, caller, owner, { action: 'read-access-log' }, async () => {
    const telling = await tellingFor(context, caller, diary);
    if (!telling.ok) return telling;
    const page = await context.store.query(patterns.auditOf(owner), { cursor, limit: PAGE });
    return ok({
      items: accessLinesOf(
        page.items.map(({ item }) => item),
        telling.value,
      ),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    });
  });
};

/** An act and its line are stamped one after the other, and the act may have been tried again in between. */
const SLACK_SECONDS = 60;

/** The log between the first and the newest act on an entry: it is as long as the entry was worked on. */
const linesAbout = async (
  { store }: Context,
  diary: DiaryIds,
  found: Stored<typeof entry>,
): Promise<Stored<typeof audit>[]> => {
  const at = (instant: string, seconds = 0): string =>
    Temporal.Instant.from(instant).add({ seconds }).toString({ smallestUnit: 'millisecond' });
  const [from, to] = [at(found.createdAt), at(found.updatedAt, SLACK_SECONDS)];
  const lines = await store.queryAll(patterns.auditBetween({ of: 'diary', ...diary }, from, to));
  return lines
    .map(({ item }) => item)
    .filter(({ about, action }) => about === found.entry && isEntryAct(action));
};

/** Who recorded and who changed one entry, newest first, with what it said before and after. */
export const readEntryHistory = (
  context: Context,
  caller: Person,
  diary: DiaryIds,
  id: string,
): Promise<Result<{ readonly items: AccessLine[] }>> => {
  if (!covers(caller, diary)) return Promise.resolve(fail('not-found'));
  const owner = { of: 'diary', ...diary } as const;
  return readNoted(context, caller, owner, { action: 'read-access-log', about: id }, async () => {
    const telling = await tellingFor(context, caller, diary);
    if (!telling.ok) return telling;
    const stored = telling.value.sight.stored(id);
    const found = await context.store.get(entry, entry.key({ ...diary, entry: stored }));
    if (found === undefined) return fail('not-found');
    const lines = await linesAbout(context, diary, found);
    return ok({ items: accessLinesOf(lines.toReversed(), telling.value) });
  });
};
