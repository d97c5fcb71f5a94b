import type { InsightsQuery, InsightsView } from '#contracts/insights.ts';
import { daysBetween } from '#domain/calendar-day.ts';
import type { Window } from '#domain/insights/insight-facts.ts';
import { localDay } from '#domain/local-time.ts';
import { centreProfile } from '#table/entities/centre.ts';
import { readNoted } from '#usecases/audit/view.ts';
import { mayNotLook, sightFor } from '#usecases/diary/may-look.ts';
import { covers, type DiaryIds } from '#usecases/diary/may-write.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { insightEntries, insightsIn } from './insights-in.ts';

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
      insightEntries(context, diary, windows.value),
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
    const [period, beside] = insightsIn({ plans, sight, profile }, entries, windows.value, today);
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
