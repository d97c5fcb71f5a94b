import type { MonthView } from '#contracts/diary.ts';
import type { staff } from '#table/entities/centre.ts';
import type { Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import { readNoted } from '#usecases/audit/view.ts';
import { linkStands } from '#usecases/caller/still-in.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { sightOf, type Sight } from '#usecases/withheld/sight.ts';
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

const sight = (caller: Person | StaffCaller, { links, marks }: Read): Sight => {
  if (caller.kind === 'staff') return sightOf(marks, { kind: 'own-centre' });
  const { account } = caller;
  const relation = links.find((one) => one.account === account)?.relation;
  return sightOf(marks, { kind: 'person', account, relation });
};

/** Whether a person may read on. The link was read with the month, so looking costs no call. */
const mayNotLook = (
  caller: Person | StaffCaller,
  read: Read,
  statement: number,
): Result<never> | undefined => {
  if (caller.kind === 'staff') return undefined;
  const mine = read.links.find(({ account }) => account === caller.account);
  const stands = linkStands(mine, caller);
  if (!stands.ok) return stands;
  // Without agreement only the statement and the export are open. A newer one than this process knows yet is agreement too.
  return (mine?.statementAgreed ?? -1) < statement ? fail('statement-needed') : undefined;
};

/** One month of a diary. The view is in the audit before it is answered. */
export const viewMonth = async (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  month: string,
): Promise<Result<MonthView & { readonly familyName: string }>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const view = { action: 'view-month', about: month } as const;
  return readNoted(context, caller, { of: 'diary', ...diary }, view, async () => {
    const [monthRead, colleagues, statement] = await Promise.all([
      readMonth(context, diary, month),
      caller.kind === 'staff' ? context.store.queryAll(patterns.staffOf(diary.centre)) : [],
      context.statementInForce(),
    ]);
    const { found, profile } = monthRead;
    if (found === undefined || profile === undefined) return fail('not-found');
    if (caller.kind === 'person' && found.consent.state === 'revoked') return fail('not-found');
    const read = { ...monthRead, found, profile, colleagues: colleagues.map(({ item }) => item) };
    const no = mayNotLook(caller, read, statement);
    if (no !== undefined) return no;
    const given = { month, sight: sight(caller, read), nameOf: namesFor(caller, read) };
    return ok({ ...(await monthViewOf(context, read, given)), familyName: found.identity.familyName });
  });
};
