import { Temporal } from 'temporal-polyfill';
import type { MonthView } from '#contracts/diary.ts';
import { addDays } from '#domain/calendar-day.ts';
import { grantState } from '#domain/grant-state.ts';
import { localDay, monthBounds } from '#domain/local-time.ts';
import { planInForce } from '#domain/plan.ts';
import type { centreProfile } from '#table/entities/centre.ts';
import type { grant } from '#table/entities/sharing.ts';
import type { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import type { recall } from '#table/entities/stock.ts';
import * as patterns from '#table/patterns.ts';
import type { Context } from '#usecases/ports/context.ts';
import { lastTreatmentSeen, statusSeen } from '#usecases/withheld/as-seen.ts';
import type { Sight } from '#usecases/withheld/sight.ts';
import { inForce } from '#usecases/stock/known-recalls.ts';
import { stockOfMonth } from '#usecases/stock/stock-of-month.ts';
import type { DiaryIds } from './may-write.ts';
import { dosesOf, MATCH_MARGIN_DAYS } from './plan-doses.ts';
import { batchesMissing, twins } from './needs-a-look.ts';
import { readAbout } from './read-about.ts';
import { readEntry, type NameOf } from './read-entry.ts';
import { recentBleeds } from './recent-bleeds.ts';

type State = Stored<typeof state>;

const dayOf = (instant: string, zone: string): string => localDay(Temporal.Instant.from(instant), zone);
const startOfDay = (instant: string, zone: string): string =>
  Temporal.PlainDate.from(dayOf(instant, zone)).toZonedDateTime(zone).toInstant().toString();

/** Everything one month needs, asked for at once: as many calls, but the time of one. */
export const readMonth = async (context: Pick<Context, 'store'>, diary: DiaryIds, month: string) => {
  const { firstDay, lastDay } = monthBounds(month);
  const around = [addDays(firstDay, -MATCH_MARGIN_DAYS), addDays(lastDay, MATCH_MARGIN_DAYS)] as const;
  const [entries, about, known] = await Promise.all([
    context.store.queryAll(patterns.entriesBetween(diary.centre, diary.patient, ...around)),
    readAbout(context, diary),
    context.store.queryAll(patterns.centreKnown(diary.centre)),
  ]);
  let profile: Stored<typeof centreProfile> | undefined;
  const recalls: Stored<typeof recall>[] = [];
  for (const one of known) {
    if (one.type === 'centre') profile = one.item;
    else recalls.push(one.item);
  }
  return { ...about, entries: entries.map(({ item }) => item), profile, recalls: inForce(recalls) };
};

export type MonthRead = Awaited<ReturnType<typeof readMonth>>;
/** Where patient and centre are there. */
export type FoundMonth = MonthRead & { found: State; profile: NonNullable<MonthRead['profile']> };

/** Who else may see the diary, or will: over ones are left out. */
const sharedWith = (grants: readonly Stored<typeof grant>[], today: string): MonthView['sharedWith'] =>
  grants
    .filter((one) => grantState(one, today) !== 'over')
    .map(({ granteeName, mayRecord, startsOn, endsOn, reason }) => ({
      centreName: granteeName,
      mayRecord,
      startsOn,
      endsOn,
      reason,
    }));

/** Nobody records any more in a closed diary, so nothing in it waits to be recorded. */
const openTo = ({ stop }: State, doses: MonthView['planned']): MonthView['planned'] =>
  stop === undefined
    ? doses
    : doses.filter(({ state: became }) => became === 'recorded' || became === 'not-taken');

const conditionOf = ({ details: { diagnosis, factorLevel } }: State): MonthView['condition'] => ({
  diagnosis,
  ...(factorLevel === undefined ? {} : { factorLevel }),
});

const contactOf = ({ name, phone, email, emergencyPhone }: FoundMonth['profile']): MonthView['centre'] => ({
  name,
  phone,
  email,
  emergencyPhone,
});

interface MonthGiven {
  readonly month: string;
  readonly sight: Sight;
  readonly nameOf: NameOf;
  /** Whether the reader may open another diary that an entry tells of. */
  readonly opens?: (diary: DiaryIds) => boolean;
}

/** A month as one reader sees it: nothing withheld from them is in it, nor shows in what is worked out from it. */
export const monthViewOf = async (
  context: Pick<Context, 'store' | 'now'>,
  read: FoundMonth,
  given: MonthGiven,
): Promise<MonthView> => {
  const { found, profile, plans } = read;
  const { month, sight, nameOf } = given;
  const now = context.now();
  const { firstDay, lastDay } = monthBounds(month);
  const homeZone = sight.zone(found.homeZone, profile.zone);
  // An instant at a full hour of the morning, or a day beside an hour, would tell the zone after all.
  const zoneHidden = homeZone !== found.homeZone;
  const today = localDay(now, homeZone);
  const entries = sight.entries(read.entries, profile.zone);
  // Not of the bleeds that were taken out.
  const gone = new Set(entries.flatMap((item) => (item.voided === undefined ? [] : [item.entry])));
  const inForce = planInForce(plans, today);
  const planned = openTo(
    found,
    dosesOf(plans, sight.visible(read.entries), {
      from: firstDay,
      to: lastDay,
      today,
      matchByClass: profile.matchByClass,
    }),
  );
  const [status, last, stock] = await Promise.all([
    statusSeen(context, found, sight, now),
    lastTreatmentSeen(context, found, sight),
    stockOfMonth(context, read, { sight, today }),
  ]);
  return {
    month,
    today,
    homeZone,
    firstName: found.identity.givenName,
    channel: found.channel,
    centre: contactOf(profile),
    recording: zoneHidden ? { ...status, since: startOfDay(status.since, homeZone) } : status,
    delivery: found.delivery.status,
    condition: conditionOf(found),
    ...(inForce === undefined ? {} : { plan: inForce }),
    planned,
    batchesMissing: batchesMissing(entries),
    twins: twins(entries, { planned, today, nameOf }),
    entries: entries
      .filter(({ localAt }) => localAt.slice(0, 10) >= firstDay && localAt.slice(0, 10) <= lastDay)
      .map((item) => readEntry(item, nameOf, given.opens)),
    recentBleeds: recentBleeds(entries),
    photos: read.photos
      .filter(({ bleed, removedAt }) => removedAt === undefined && sight.sees(bleed) && !gone.has(bleed))
      .map(({ photo, bleed }) => ({ id: photo, bleed })),
    openBleeds: sight.openBleeds(found.openBleeds, profile.zone),
    ...(last === undefined
      ? {}
      : { lastTreatment: zoneHidden ? { ...last, day: dayOf(last.at, homeZone) } : last }),
    ...stock,
    sharedWith: sharedWith(read.grants, localDay(now, found.homeZone)),
    emergencySites: profile.emergencySites,
  };
};
