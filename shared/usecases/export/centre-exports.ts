import type * as z from 'zod';
import type { ExportJob, exportBody } from '#contracts/centre.ts';
import { daysBetween } from '#domain/calendar-day.ts';
import { exportJob } from '#table/entities/centre.ts';
import { outbox } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { created } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { noteView } from '#usecases/audit/view.ts';
import { doneBefore, writeAtCentre } from '#usecases/centre/change-centre.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import { spend } from '#usecases/limits/spend.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import type { Files } from '#usecases/ports/files.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';

type Job = Stored<typeof exportJob>;

/** A year and a day of a centre at a time. */
const LONGEST_DAYS = 366;
const KEEP_HOURS = 7 * 24;
const PAGE = 50;

const jobOf = (job: Job): ExportJob => ({
  id: job.export,
  from: job.from,
  to: job.to,
  askedAt: job.askedAt,
  askedBy: job.askedBy.name,
  state: job.state,
  ...(job.rows === undefined ? {} : { rows: job.rows }),
});

/** Starts an export of a date range of the centre; it is always a job, however small. */
export const startExport = async (
  context: Context,
  caller: StaffCaller,
  given: { readonly id: string; readonly body: z.infer<typeof exportBody> },
): Promise<Result<ExportJob>> => {
  const { id, body } = given;
  if (daysBetween(body.from, body.to) > LONGEST_DAYS) return invalid('/to', 'too-long');
  const stamp = stampOf(context, caller, body.mutationId);
  const gone = Math.floor(context.now().add({ hours: KEEP_HOURS }).epochMilliseconds / 1000);
  const owner = { of: 'centre' as const, centre: caller.centre };
  const spent = await spend(context, caller, owner, 'export-centre');
  if (!spent.ok) return spent;
  const job: Job = {
    centre: caller.centre,
    export: id,
    from: body.from,
    to: body.to,
    askedAt: stamp.at,
    askedBy: { account: caller.account, name: caller.username },
    state: 'waiting',
    ...created(stamp, gone),
  };
  const bell = {
    outbox: id,
    owner,
    at: stamp.at,
    job: { kind: 'export' as const, export: id },
    state: 'waiting' as const,
    notBefore: stamp.at,
    attempts: 0,
    ...created(stamp, gone),
  };
  const happening = {
    action: 'start-export',
    about: id,
    after: `${body.from}/${body.to}`,
    mutationId: body.mutationId,
  };
  return writeAtCentre(
    context,
    caller,
    {
      acts: [
        { act: 'put', label: 'export', entity: exportJob, item: job, over: 'absent' },
        { act: 'put', label: 'bell', entity: outbox, item: bell, over: 'absent' },
      ],
      happening,
      value: jobOf(job),
    },
    (refused) => (doneBefore(refused, 'export', body.mutationId) ? ok(jobOf(job)) : fail('taken')),
  );
};

/** The centre's exports of the last days, newest first. */
export const listExports = async (context: Context, caller: StaffCaller, cursor: string | undefined) => {
  const page = await context.store.query(patterns.exportsOf(caller.centre), { cursor, limit: PAGE });
  const items = page.items.map(({ item }) => jobOf(item)).sort((a, b) => (a.askedAt < b.askedAt ? 1 : -1));
  return ok({ items, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) });
};

/** One export; when it is ready, with a link that is signed now, lives a few minutes and is in the audit. */
export const readExport = async (
  context: Context & { readonly files: Files },
  caller: StaffCaller,
  id: string,
): Promise<Result<ExportJob>> => {
  const job = await context.store.get(exportJob, exportJob.key({ centre: caller.centre, export: id }));
  if (job === undefined) return fail('not-found');
  if (job.objectKey === undefined) return ok(jobOf(job));
  await noteView(
    context,
    caller,
    { of: 'centre', centre: caller.centre },
    { action: 'read-export', about: id, shown: 'everyone' },
  );
  const link = await context.files.link(job.objectKey, `haemdiary-${job.from}-${job.to}.xlsx`);
  return ok({ ...jobOf(job), link });
};
