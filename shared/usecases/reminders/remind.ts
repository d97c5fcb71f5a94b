import { Temporal } from 'temporal-polyfill';
import { addDays } from '#domain/calendar-day.ts';
import { localDay } from '#domain/local-time.ts';
import { dueReminders, nextReminder, type DueReminders } from '#domain/reminders/reminder-times.ts';
import { centreProfile } from '#table/entities/centre.ts';
import { link } from '#table/entities/diary.ts';
import type { state } from '#table/entities/state.ts';
import { outbox } from '#table/entities/system.ts';
import type { Key, Stored } from '#table/entity.ts';
import { changed } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { closed } from '#usecases/diary/closed.ts';
import { dosesOf } from '#usecases/diary/plan-doses.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import { mailItem } from '#usecases/outbox/mail-item.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import type { Swept } from '#usecases/recording/sweep-patient.ts';
import { entriesForDraws } from '#usecases/stock/entries-for-draws.ts';
import { datedDraws, treatedOn } from '#usecases/stock/rows-seen.ts';
import { shelfRows, suppliesOf } from '#usecases/stock/shelf.ts';
import { stockNotices } from '#usecases/stock/stock-notices.ts';

type Link = Stored<typeof link>;
type About = Awaited<ReturnType<typeof readAbout>>;

const JOB = 'overdue-sweep';
/** Days around today in which a treatment may stand for a planned dose. */
const AROUND_DAYS = 5;

interface Seen extends About {
  readonly found: Stored<typeof state>;
  readonly today: string;
  readonly entries: Parameters<typeof datedDraws>[0];
  readonly matchByClass: boolean;
}

/** A planned dose of that day which nothing stands for yet. */
const isOpen = ({ plans, entries, today, matchByClass, found }: Seen, day: string): boolean =>
  found.recording.stage !== 'paused' &&
  dosesOf(plans, entries, { from: day, to: day, today, matchByClass }).some(
    ({ state: now }) => now === 'open' || now === 'ahead',
  );

/** As Home has them: since when a pen is open, and what is called back, count here too. */
const hasNotices = async (context: Context, seen: Seen): Promise<boolean> => {
  const { found, rows, plans, entries, today } = seen;
  if (!rows.some(({ stockedAt }) => stockedAt !== undefined)) return false;
  const [drawing, recalls] = await Promise.all([
    entriesForDraws(context, found, seen, today),
    context.recallsAt(context.store, found.centre),
  ]);
  const shelf = shelfRows({ rows, recalls, today, draws: datedDraws(drawing) });
  const supplies = suppliesOf(rows, shelf, { plans, today, treatedToday: treatedOn(entries, today) });
  return stockNotices(shelf, supplies).length > 0;
};

/** The one mail of this moment, if any: it says that there is something to do, and never what. */
const messageOf = async (context: Context, due: DueReminders, seen: Seen): Promise<string | undefined> => {
  if (due.planFor !== undefined && isOpen(seen, due.planFor))
    return due.onStockDay && (await hasNotices(context, seen)) ? 'plan-and-stock' : 'plan-reminder';
  // An account has one mail a day: where the plan's is still to come today, it tells of the stock too.
  if (!due.stock || (due.planLater !== undefined && isOpen(seen, due.planLater))) return undefined;
  return (await hasNotices(context, seen)) ? 'stock-notice' : undefined;
};

const see = async (context: Context, mine: Link, now: Temporal.Instant): Promise<Seen | undefined> => {
  const utc = localDay(now, 'UTC');
  const { centre, patient } = mine;
  const [about, entries, profile] = await Promise.all([
    readAbout(context, mine),
    context.store.queryAll(
      patterns.entriesBetween(centre, patient, addDays(utc, -AROUND_DAYS), addDays(utc, AROUND_DAYS)),
    ),
    context.store.get(centreProfile, centreProfile.key(mine)),
  ]);
  if (about.found === undefined) return undefined;
  return {
    ...about,
    found: about.found,
    today: localDay(now, about.found.homeZone),
    entries: entries.map(({ item }) => item),
    matchByClass: profile?.matchByClass ?? false,
  };
};

const mailAct = (context: Context, mine: Link, zone: string, message: string, at: string): Act => ({
  act: 'put',
  label: 'mail',
  entity: outbox,
  over: 'absent',
  item: mailItem(context, {
    owner: { of: 'diary', centre: mine.centre, patient: mine.patient },
    message,
    to: mine.email ?? '',
    account: mine.account,
    zone,
    // What was planned is one day's; the stock has no period.
    values: message === 'stock-notice' ? {} : { period: 'day' },
    locale: mine.language,
    chosen: true,
    by: JOB,
    at,
    notBefore: context.now().toString({ smallestUnit: 'second' }),
  }),
});

/**
 * Looks at one account whose chosen moment has come: queues at most one mail, and sets its clock to the next. Both are
 * one transaction over the link as it was read, so each moment is answered once, however often the job runs.
 */
export const remind = async (context: Context, key: Key, now: Temporal.Instant): Promise<Swept> => {
  const mine = await context.store.get(link, key);
  const at = now.toString({ smallestUnit: 'second' });
  if (mine?.nextReminderAt === undefined || mine.nextReminderAt > at) return 'skipped';
  const seen = await see(context, mine, now);
  if (seen === undefined) return 'skipped';
  const { nextReminderAt: since, ...rest } = mine;
  const { homeZone } = seen.found;
  const isOver = mine.endedAt !== undefined || closed(seen.found) !== undefined;
  const reminders = mine.reminders ?? {};
  const next = isOver ? undefined : nextReminder(reminders, homeZone, now);
  const due = dueReminders(reminders, homeZone, Temporal.Instant.from(since), now);
  const mayMail = !isOver && mine.confirmed && mine.email !== undefined;
  const message = mayMail ? await messageOf(context, due, seen) : undefined;
  const after = {
    ...rest,
    ...(next === undefined ? {} : { nextReminderAt: next.toString({ smallestUnit: 'second' }) }),
    ...changed(mine, { at, by: JOB, mutationId: context.newId() }),
  };
  const outcome = await context.store.transact([
    { act: 'put', label: 'link', entity: link, item: after, over: mine.version },
    ...(message === undefined ? [] : [mailAct(context, mine, homeZone, message, at)]),
  ]);
  if (!outcome.done) return 'skipped';
  return message === undefined ? 'looked' : 'moved';
};
