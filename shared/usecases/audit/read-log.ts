import type { LogLine } from '#contracts/patient.ts';
import * as patterns from '#table/patterns.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import { diaryOf } from '#usecases/patient/change-patient.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { looksOf } from './look.ts';
import { nameIn } from './names-of.ts';
import { readNoted } from './view.ts';

const PAGE = 50;

/**
 * The log of a patient's diary for the centre's data managers, newest first, a page at a time. Staff of other centres
 * go by the name that is in the log: this centre reads no other centre's staff.
 */
export const readLog = async (
  context: Context,
  caller: StaffCaller,
  patient: string,
  cursor: string | undefined,
): Promise<Result<{ readonly items: LogLine[]; readonly cursor?: string }>> => {
  const diary = diaryOf(caller, patient);
  const owner = { of: 'diary', ...diary } as const;
  return readNoted(context, caller, owner, { action: 'read-log' }, async () => {
    const [about, page] = await Promise.all([
      readAbout(context, diary),
      context.store.query(patterns.auditOf(owner), { cursor, limit: PAGE }),
    ]);
    if (about.found === undefined) return fail('not-found');
    const names = await nameIn(context, diary.centre, { links: about.links, grants: [] });
    const items = looksOf(
      page.items.map(({ item }) => item),
      about,
      names,
    ).map(({ account: _, ...line }) => line);
    return ok({ items, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) });
  });
};
