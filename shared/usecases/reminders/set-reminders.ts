import type { RemindersBody, RemindersView } from '#contracts/reminders.ts';
import { nextReminder } from '#domain/reminders/reminder-times.ts';
import { link } from '#table/entities/diary.ts';
import { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import { changed } from '#table/item.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import { linkStands } from '#usecases/caller/still-in.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import { covers, type DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context, Person } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';

type Link = Stored<typeof link>;

const viewOf = ({ reminders, email }: Link): RemindersView => ({
  ...reminders,
  mailable: email !== undefined,
});

const own = async (context: Context, caller: Person, diary: DiaryIds): Promise<Result<Link>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const [mine, statement] = await Promise.all([
    context.store.get(link, link.key({ ...diary, account: caller.account })),
    context.statementInForce(),
  ]);
  const stands = linkStands(mine, caller);
  if (!stands.ok) return stands;
  if (mine === undefined || mine.consent === 'revoked') return fail('not-found');
  return (mine.statementAgreed ?? -1) < statement ? fail('statement-needed') : ok(mine);
};

/** What this account is mailed about this diary. */
export const readReminders = async (
  context: Context,
  caller: Person,
  diary: DiaryIds,
): Promise<Result<RemindersView>> => {
  const mine = await own(context, caller, diary);
  return mine.ok ? ok(viewOf(mine.value)) : mine;
};

/**
 * Chooses what this account is mailed about this diary. Reminders that home delivery depends on are not among it: they
 * can't be switched off.
 */
export const setReminders = async (
  context: Context,
  caller: Person,
  diary: DiaryIds,
  { mutationId, plan, stock }: RemindersBody,
): Promise<Result<RemindersView>> => {
  const mine = await own(context, caller, diary);
  if (!mine.ok) return mine;
  const before = mine.value;
  if (before.mutationId === mutationId) return ok(viewOf(before));
  const found = await context.store.get(state, state.key(diary));
  if (found === undefined) return fail('not-found');
  const reminders = {
    ...(plan === undefined ? {} : { plan }),
    ...(stock === undefined ? {} : { stock }),
  };
  const next = nextReminder(reminders, found.homeZone, context.now());
  const { nextReminderAt: _, ...rest } = before;
  const after: Link = {
    ...rest,
    reminders,
    ...(next === undefined ? {} : { nextReminderAt: next.toString({ smallestUnit: 'second' }) }),
    ...changed(before, stampOf(context, caller, mutationId)),
  };
  const outcome = await context.store.transact([
    { act: 'put', label: 'link', entity: link, item: after, over: before.version },
    auditAct(
      context,
      caller,
      { of: 'diary', ...diary },
      {
        action: 'set-reminders',
        about: caller.account,
        mutationId,
        before: before.reminders,
        after: reminders,
      },
    ),
  ]);
  return outcome.done ? ok(viewOf(after)) : fail('busy');
};
