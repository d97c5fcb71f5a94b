import type { Entry } from '#contracts/entries.ts';
import { addDays, daysBetween } from '#domain/calendar-day.ts';
import * as patterns from '#table/patterns.ts';
import { noteView } from '#usecases/audit/view.ts';
import { linkStands } from '#usecases/caller/still-in.ts';
import { entrySheets } from '#usecases/export/sheets.ts';
import { countsIn, readFrom } from '#usecases/export/span.ts';
import { centreProfile } from '#table/entities/centre.ts';
import { spend } from '#usecases/limits/spend.ts';
import { sightOf, type Mark } from '#usecases/withheld/sight.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import type { FileAnswer } from '#usecases/ports/file-answer.ts';
import type { Workbooks } from '#usecases/ports/workbook.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { covers, type DiaryIds } from './may-write.ts';
import { readAbout } from './read-about.ts';
import { readEntry, type NameOf } from './read-entry.ts';

/** A little over a year: one patient's file stays far below what one answer may hold. */
const LONGEST_DAYS = 400;
/** A function answers at most 6 MB and base64 takes a third. */
const LARGEST_BYTES = 4_000_000;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Periods stand once in each month they touch; an export tells each once. */
const once = (entries: readonly Entry[]): Entry[] => [
  ...new Map(entries.map((one) => [one.id, one])).values(),
];

/** The clock that times are told by where the home zone is withheld; only read where something is. */
const zoneOfCentre = async ({ store }: Context, diary: DiaryIds, marks: readonly Mark[]): Promise<string> => {
  const profile = marks.length === 0 ? undefined : await store.get(centreProfile, centreProfile.key(diary));
  return profile?.zone ?? 'Europe/London';
};

/** A period of one diary as an Excel file, its export in the audit first. */
export const exportDiary = async (
  context: Context & { readonly workbooks: Workbooks },
  caller: Person | StaffCaller,
  diary: DiaryIds,
  span: { readonly from: string; readonly to: string },
): Promise<Result<FileAnswer>> => {
  if (!covers(caller, diary)) return fail('not-found');
  if (span.to < span.from) return invalid('/to', 'before-start');
  if (daysBetween(span.from, span.to) > LONGEST_DAYS) return invalid('/to', 'too-long');
  const { centre, patient } = diary;
  const spent = await spend(context, caller, { of: 'diary', ...diary }, 'export-diary');
  if (!spent.ok) return spent;
  const { found: about, links, marks } = await readAbout(context, diary);
  // An empty file would say "nothing was recorded" of somebody who isn't here.
  if (about === undefined) return fail('not-found');
  const mine = links.find(({ account }) => account === caller.account);
  if (caller.kind === 'person') {
    if (about.consent.state === 'revoked') return fail('not-found');
    const stands = linkStands(mine, caller);
    if (!stands.ok) return stands;
  }
  await noteView(
    context,
    caller,
    { of: 'diary', ...diary },
    { action: 'export-diary', about: `${span.from}/${span.to}` },
  );
  // The timeline is by the clock where it was given, which may show another day than at home.
  const [from, to] = [addDays(readFrom(span), -1), addDays(span.to, 1)];
  const found = await context.store.queryAll(patterns.entriesBetween(centre, patient, from, to));
  const names = new Map(links.map(({ account, name }) => [account, name]));
  const sight = sightOf(
    marks,
    caller.kind === 'staff'
      ? { kind: 'own-centre' }
      : { kind: 'person', account: caller.account, relation: mine?.relation },
  );
  const nameOf: NameOf = ({ account, staff, of }) =>
    staff ? (of?.name ?? 'centre') : (names.get(account) ?? 'family');
  // By the days that the reader is told: where the home zone is withheld, a day asked for must not tell it.
  const items = sight
    .entries(
      found.map(({ item }) => item),
      await zoneOfCentre(context, diary, marks),
    )
    .filter((item) => countsIn(item, span));
  const entries = once(items.map((item) => readEntry(item, nameOf)));
  const chunks: Uint8Array[] = [];
  for await (const chunk of context.workbooks.write(
    entrySheets(
      entries.map((entry) => ({ entry })),
      false,
    ),
  )) {
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length > LARGEST_BYTES) return fail('too-large');
  return ok({ fileName: `haemdiary-${span.from}-${span.to}.xlsx`, contentType: XLSX, bytes });
};
