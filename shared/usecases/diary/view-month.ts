import type { MonthView } from '#contracts/diary.ts';
import { addDays } from '#domain/calendar-day.ts';
import { localDay, monthBounds } from '#domain/local-time.ts';
import { planInForce } from '#domain/plan.ts';
import { centreProfile, staff } from '#table/entities/centre.ts';
import type { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import { readNoted } from '#usecases/audit/view.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import { readStatus } from '#usecases/recording/read-status.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { covers, type DiaryIds } from './may-write.ts';
import { readAbout } from './read-about.ts';
import { dosesOf, MATCH_MARGIN_DAYS } from './plan-doses.ts';
import { readEntry, type NameOf } from './read-entry.ts';

type State = Stored<typeof state>;

/** Everything one month needs, asked for at once: as many calls, but the time of one. */
const readMonth = async (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  span: { from: string; to: string },
) => {
  const { centre, patient } = diary;
  const around = [addDays(span.from, -MATCH_MARGIN_DAYS), addDays(span.to, MATCH_MARGIN_DAYS)] as const;
  const [entries, about, profile, colleagues] = await Promise.all([
    context.store.queryAll(patterns.entriesBetween(centre, patient, ...around)),
    readAbout(context, diary),
    context.store.get(centreProfile, centreProfile.key(diary)),
    caller.kind === 'staff' ? context.store.queryAll(patterns.staffOf(centre)) : [],
  ]);
  return {
    ...about,
    entries: entries.map(({ item }) => item),
    profile,
    colleagues: colleagues.map(({ item }) => item),
  };
};

type Read = Awaited<ReturnType<typeof readMonth>>;

/** Staff are named to staff only; to families an entry of the centre is the centre's. */
const namesFor = (caller: Person | StaffCaller, read: Read): NameOf => {
  const people = new Map(read.links.map(({ account, name }) => [account, name]));
  const colleagues = new Map(
    read.colleagues.map((one: Stored<typeof staff>) => [one.account, one.displayName]),
  );
  return ({ account, staff: byStaff }) => {
    if (account === caller.account) return 'you';
    return (
      (byStaff ? colleagues.get(account) : people.get(account)) ??
      (byStaff ? 'your centre' : 'someone who had access')
    );
  };
};

const viewOf = (
  context: Context,
  caller: Person | StaffCaller,
  read: Read & { found: State; profile: NonNullable<Read['profile']> },
  month: string,
): MonthView => {
  const { found, profile, entries, plans } = read;
  const { firstDay, lastDay } = monthBounds(month);
  const today = localDay(context.now(), found.homeZone);
  const nameOf = namesFor(caller, read);
  const inForce = planInForce(plans, today);
  return {
    month,
    today,
    homeZone: found.homeZone,
    firstName: found.identity.givenName,
    channel: found.channel,
    centre: {
      name: profile.name,
      phone: profile.phone,
      email: profile.email,
      emergencyPhone: profile.emergencyPhone,
    },
    recording: readStatus(found, context.now()),
    delivery: found.delivery.status,
    ...(inForce === undefined ? {} : { plan: inForce }),
    planned: dosesOf(plans, entries, {
      from: firstDay,
      to: lastDay,
      today,
      matchByClass: profile.matchByClass,
    }),
    entries: entries
      .filter(({ localAt }) => localAt.slice(0, 10) >= firstDay && localAt.slice(0, 10) <= lastDay)
      .map((item) => readEntry(item, nameOf)),
    openBleeds: found.openBleeds,
    ...(found.lastTreatment === undefined ? {} : { lastTreatment: found.lastTreatment }),
    emergencySites: profile.emergencySites,
  };
};

/**
 * A token names its diaries for a quarter of an hour: somebody whose link or job has ended since reads nothing more.
 * Both were read with the month, so looking costs no call.
 */
const mayNotLook = (
  caller: Person | StaffCaller,
  read: Read,
  statement: number,
): Result<never> | undefined => {
  if (caller.kind === 'staff') {
    const me = read.colleagues.find(({ account }) => account === caller.account);
    return me?.status === 'active' && me.notBefore <= caller.issuedAt ? undefined : fail('signed-out');
  }
  const mine = read.links.find(({ account }) => account === caller.account);
  if (mine === undefined || mine.endedAt !== undefined) return fail('not-found');
  if (mine.notBefore > caller.issuedAt) return fail('signed-out');
  // Without agreement only the statement and the export are open. A newer one than this process knows yet is agreement too.
  return (mine.statementAgreed ?? -1) < statement ? fail('statement-needed') : undefined;
};

/** One month of a diary. The view is in the audit before it is answered. */
export const viewMonth = async (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  month: string,
): Promise<Result<MonthView & { readonly familyName: string }>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const { firstDay, lastDay } = monthBounds(month);
  const view = { action: 'view-month', about: month } as const;
  return readNoted(context, caller, { of: 'diary', ...diary }, view, async () => {
    const [read, statement] = await Promise.all([
      readMonth(context, caller, diary, { from: firstDay, to: lastDay }),
      context.statementInForce(),
    ]);
    const { found, profile } = read;
    if (found === undefined || profile === undefined) return fail('not-found');
    if (caller.kind === 'person' && found.consent.state === 'revoked') return fail('not-found');
    const no = mayNotLook(caller, read, statement);
    if (no !== undefined) return no;
    return ok({
      ...viewOf(context, caller, { ...read, found, profile }, month),
      familyName: found.identity.familyName,
    });
  });
};
