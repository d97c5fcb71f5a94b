import type { ExportFormat } from '#contracts/export-formats.ts';
import { daysBetween } from '#domain/calendar-day.ts';
import { centreProfile } from '#table/entities/centre.ts';
import { noteView } from '#usecases/audit/view.ts';
import { linkStands } from '#usecases/caller/still-in.ts';
import { exportStock } from '#usecases/export/export-stock.ts';
import { fileOf, type Writers } from '#usecases/export/file-of.ts';
import { gather, storedEntries, type About } from '#usecases/export/gather.ts';
import type { Span } from '#usecases/export/span.ts';
import { summaryFacts, todayAt } from '#usecases/export/summary/summary-facts.ts';
import { spend } from '#usecases/limits/spend.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import type { FileAnswer } from '#usecases/ports/file-answer.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { sightFor } from './may-look.ts';
import { covers, type DiaryIds } from './may-write.ts';
import { readAbout } from './read-about.ts';

/** A little over a year: one patient's file stays far below what one answer may hold. */
const LONGEST_DAYS = 400;
/** A function answers at most 6 MB and base64 takes a third. */
const LARGEST_BYTES = 4_000_000;

/** Who the diary is of, where the caller may take it with them: also without agreeing to the statement. */
const aboutFor = async (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
): Promise<Result<About>> => {
  const [read, profile] = await Promise.all([
    readAbout(context, diary),
    context.store.get(centreProfile, centreProfile.key(diary)),
  ]);
  const { found, links } = read;
  // An empty file would say "nothing was recorded" of somebody who isn't here.
  if (found === undefined || profile === undefined) return fail('not-found');
  if (caller.kind === 'person') {
    if (found.consent.state === 'revoked') return fail('not-found');
    const stands = linkStands(
      links.find(({ account }) => account === caller.account),
      caller,
    );
    if (!stands.ok) return stands;
  }
  return ok({ ...read, found, profile, sight: sightFor(caller, read) });
};

/** A period of one diary as a file, its export in the audit first. */
export const exportDiary = async (
  context: Context & Writers,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  { format = 'excel', ...span }: Span & { readonly format?: ExportFormat },
): Promise<Result<FileAnswer>> => {
  if (!covers(caller, diary)) return fail('not-found');
  if (span.to < span.from) return invalid('/to', 'before-start');
  if (daysBetween(span.from, span.to) > LONGEST_DAYS) return invalid('/to', 'too-long');
  const spent = await spend(context, caller, { of: 'diary', ...diary }, 'export-diary');
  if (!spent.ok) return spent;
  const about = await aboutFor(context, caller, diary);
  if (!about.ok) return about;
  // Figures are of days that were; the other files hold what is planned as well.
  if (format === 'pdf' && span.from > todayAt(context, about.value)) return invalid('/from', 'in-the-future');
  await noteView(
    context,
    caller,
    { of: 'diary', ...diary },
    { action: 'export-diary', about: `${span.from}/${span.to}${format === 'excel' ? '' : ` ${format}`}` },
  );
  const madeAt = context.now().toString({ smallestUnit: 'second' });
  const [stored, stock] = await Promise.all([
    storedEntries(context, diary, span),
    exportStock(context, about.value, span),
  ]);
  const record = gather(about.value, stored, { ...span, madeAt, stock });
  const file = await fileOf(context, format, {
    record,
    facts: () => summaryFacts(context, about.value, span),
  });
  return file.bytes.length > LARGEST_BYTES ? fail('too-large') : ok(file);
};
