import type { MonthView } from '#contracts/diary.ts';
import type { staff } from '#table/entities/centre.ts';
import type { Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import { readNoted } from '#usecases/audit/view.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { mayNotLook, sightFor } from './may-look.ts';
import { covers, type DiaryIds } from './may-write.ts';
import { monthViewOf, readMonth, type MonthRead } from './month-view.ts';
import type { NameOf } from './read-entry.ts';

type Read = MonthRead & { readonly colleagues: readonly Stored<typeof staff>[] };

/** Staff are named to their own centre only; to families an entry of a centre is the centre's. */
const namesFor = (caller: Person | StaffCaller, read: Read): NameOf => {
  const people = new Map(read.links.map(({ account, name }) => [account, name]));
  const colleagues = new Map(read.colleagues.map((one) => [one.account, one.displayName]));
  return ({ account, staff: byStaff, of }) => {
    if (account === caller.account && of === undefined) return 'you';
    if (of !== undefined) return of.name;
    return (
      (byStaff ? colleagues.get(account) : people.get(account)) ??
      (byStaff ? 'your centre' : 'someone who had access')
    );
  };
};

type SeenMonth = MonthView & { readonly familyName: string };

/** One month as the caller may see it; whoever calls this notes the view. */
export const monthFor = async (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  month: string,
): Promise<Result<SeenMonth>> => {
  const [monthRead, colleagues, statement] = await Promise.all([
    readMonth(context, diary, month),
    caller.kind === 'staff' ? context.store.queryAll(patterns.staffOf(diary.centre)) : [],
    context.statementInForce(),
  ]);
  const { found, profile } = monthRead;
  if (found === undefined || profile === undefined) return fail('not-found');
  if (caller.kind === 'person' && found.consent.state === 'revoked') return fail('not-found');
  const read = { ...monthRead, found, profile, colleagues: colleagues.map(({ item }) => item) };
  const no = mayNotLook(caller, read.links, statement);
  if (no !== undefined) return no;
  const opens = (other: DiaryIds): boolean => covers(caller, other);
  const given = { month, sight: sightFor(caller, read), nameOf: namesFor(caller, read), opens };
  return ok({ ...(await monthViewOf(context, read, given)), familyName: found.identity.familyName });
};

/** One month of a diary. The view is in the audit before it is answered. */
export const viewMonth = async (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  month: string,
): Promise<Result<SeenMonth>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const view = { action: 'view-month', about: month } as const;
  return readNoted(context, caller, { of: 'diary', ...diary }, view, () =>
    monthFor(context, caller, diary, month),
  );
};
