import type { SharedMonth } from '#contracts/sharing.ts';
import * as patterns from '#table/patterns.ts';
import { noteView } from '#usecases/audit/view.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import { monthViewOf, readMonth } from '#usecases/diary/month-view.ts';
import type { NameOf } from '#usecases/diary/read-entry.ts';
import type { SharingStaff, StaffCaller } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { sightOf } from '#usecases/withheld/sight.ts';
import { sharedRowOf } from './list-shared.ts';
import { atOwnCentre, letIn, type SharedContext } from './open-shared.ts';

/** Colleagues by name; whoever else recorded something is the patient's centre or the family. */
const namesFor = (
  caller: SharingStaff,
  centreName: string,
  colleagues: ReadonlyMap<string, string>,
): NameOf => {
  return ({ account, staff, of }) => {
    if (of?.centre === caller.centre)
      return account === caller.account ? 'you' : (colleagues.get(account) ?? of.name);
    return of?.name ?? (staff ? centreName : 'the family');
  };
};

/**
 * One month of a diary that another centre shares. Both centres' audits have the view before it is answered: the
 * patient's centre sees who of which centre looked, the other centre what its own staff opened.
 */
export const viewSharedMonth = async (
  context: SharedContext,
  caller: StaffCaller,
  diary: DiaryIds,
  month: string,
): Promise<Result<SharedMonth>> => {
  const at = await atOwnCentre(context, caller, diary);
  if (!at.ok) return at;
  const own = context.within({ of: 'centre', centre: caller.centre });
  const [read, colleagues] = await Promise.all([
    readMonth(context, diary, month),
    own.queryAll(patterns.staffOf(caller.centre)),
  ]);
  const { found, profile } = read;
  const allowed = letIn(context, caller, at.value, read);
  if (allowed === undefined || found === undefined || profile === undefined) return fail('not-found');
  const action = 'view-shared-month';
  const atHome = { action, about: `${diary.centre}/${diary.patient}/${month}` } as const;
  await Promise.all([
    noteView(context, allowed.caller, { of: 'diary', ...diary }, { action, about: month }),
    noteView({ ...context, store: own }, caller, { of: 'centre', centre: caller.centre }, atHome),
  ]);
  const sight = sightOf(read.marks, { kind: 'other-centre', centre: caller.centre });
  const names = new Map(colleagues.map(({ item }) => [item.account, item.displayName]));
  const view = await monthViewOf(
    context,
    { ...read, found, profile },
    {
      month,
      sight,
      nameOf: namesFor(allowed.caller, profile.name, names),
    },
  );
  // Whether somebody lapsed, and what becomes of their deliveries, is between them and their own centre.
  const { recording: _r, delivery: _d, channel: _c, sharedWith: _s, ...diaryOfMonth } = view;
  const ours = new Set(
    read.entries
      .filter((one) => one.recordedBy.of?.centre === caller.centre)
      .map((one) => sight.shown(one.entry)),
  );
  const entries = view.entries.map((one) => (ours.has(one.id) ? { ...one, ours: true as const } : one));
  return ok({ ...diaryOfMonth, entries, shared: sharedRowOf(allowed.grant) });
};
