import { findProduct } from '#catalogue/catalogue.ts';
import type { InsightsQuery, InsightsView } from '#contracts/insights.ts';
import { addDays, daysBetween } from '#domain/calendar-day.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import type { Window } from '#domain/insights/insight-facts.ts';
import { daysNeeded, insightsOf } from '#domain/insights/insights.ts';
import { localDay } from '#domain/local-time.ts';
import { centreProfile } from '#table/entities/centre.ts';
import type { entry } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import { readNoted } from '#usecases/audit/view.ts';
import { mayNotLook, sightFor } from '#usecases/diary/may-look.ts';
import { covers, type DiaryIds } from '#usecases/diary/may-write.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import { readFrom } from '#usecases/export/span.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { insightFactsOf } from './insight-facts-of.ts';

/** Ten years and their leap days. */
const LONGEST_DAYS = 3653;

/** The windows as they were asked for, or why they can't be. */
const windowsOf = ({ from, to, withFrom, withTo }: InsightsQuery): Result<Window[]> => {
  if (to < from) return invalid('/to', 'before-start');
  if (daysBetween(from, to) > LONGEST_DAYS) return invalid('/to', 'too-long');
  if (withFrom === undefined && withTo === undefined) return ok([{ from, to }]);
  if (withFrom === undefined) return invalid('/withFrom', 'empty');
  if (withTo === undefined) return invalid('/withTo', 'empty');
  if (withTo < withFrom) return invalid('/withTo', 'before-start');
  if (daysBetween(withFrom, withTo) > LONGEST_DAYS) return invalid('/withTo', 'too-long');
  return ok([
    { from, to },
    { from: withFrom, to: withTo },
  ]);
};

/** The entries that any of the windows needs, each once: one query, or two where the windows lie far apart. */
const readEntries = async (
  { store }: Pick<Context, 'store'>,
  { centre, patient }: DiaryIds,
  windows: readonly Window[],
): Promise<Stored<typeof entry>[]> => {
  const spans: Window[] = [];
  for (const window of [...windows].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const needed = daysNeeded(window, { policy: defaultPolicy });
    // A day on either side: the timeline is by the clock where it was given.
    const span = { from: addDays(readFrom(needed), -1), to: addDays(needed.to, 1) };
    const before = spans.at(-1);
    if (before === undefined || before.to < span.from) spans.push(span);
    else spans[spans.length - 1] = { from: before.from, to: span.to > before.to ? span.to : before.to };
  }
  const found = await Promise.all(
    spans.map(({ from, to }) => store.queryAll(patterns.entriesBetween(centre, patient, from, to))),
  );
  return found.flat().map(({ item }) => item);
};

/**
 * What a diary tells of a window, and of a second one beside it. The view is in the audit before it is answered. Nothing
 * withheld from the reader is in any number. Queries: what is about the patient, and the entries of the days needed.
 */
export const viewInsights = async (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  asked: InsightsQuery,
): Promise<Result<InsightsView>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const windows = windowsOf(asked);
  if (!windows.ok) return windows;
  const about = windows.value.map(({ from, to }) => `${from}/${to}`).join(' ');
  const view = { action: 'view-insights', about } as const;
  return readNoted(context, caller, { of: 'diary', ...diary }, view, async () => {
    const [read, profile, entries, statement] = await Promise.all([
      readAbout(context, diary),
      context.store.get(centreProfile, centreProfile.key(diary)),
      readEntries(context, diary, windows.value),
      context.statementInForce(),
    ]);
    const { found, plans } = read;
    if (found === undefined || profile === undefined) return fail('not-found');
    if (caller.kind === 'person' && found.consent.state === 'revoked') return fail('not-found');
    const no = mayNotLook(caller, read.links, statement);
    if (no !== undefined) return no;
    const sight = sightFor(caller, read);
    const today = localDay(context.now(), sight.zone(found.homeZone, profile.zone));
    if (windows.value.some(({ from }) => from > today)) return invalid('/from', 'in-the-future');
    const facts = insightFactsOf(plans, sight.visible(entries), sight.entries(entries, profile.zone));
    const rules = {
      policy: { ...defaultPolicy, matchByClass: profile.matchByClass },
      products: findProduct,
    };
    const [period, beside] = windows.value.map((window) => insightsOf(facts, window, today, rules));
    if (period === undefined) throw new Error('A window was asked for.');
    return ok({
      today,
      firstName: found.identity.givenName,
      planChanges: [...new Set(plans.map(({ effectiveOn }) => effectiveOn))].sort(),
      period,
      ...(beside === undefined ? {} : { beside }),
    });
  });
};
