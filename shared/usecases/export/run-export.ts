import { Temporal } from 'temporal-polyfill';
import { addDays } from '#domain/calendar-day.ts';
import { exportJob } from '#table/entities/centre.ts';
import type { state } from '#table/entities/state.ts';
import type { Fields, Stored } from '#table/entity.ts';
import { changed } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { readEntry } from '#usecases/diary/read-entry.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Files } from '#usecases/ports/files.ts';
import type { Workbooks } from '#usecases/ports/workbook.ts';
import { entrySheets, type ExportRow } from './sheets.ts';
import { countsIn, readFrom } from './span.ts';

type Job = Stored<typeof exportJob>;
export type ExportContext = Context & { readonly files: Files; readonly workbooks: Workbooks };

const PAGE = 500;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const namesOf = async (context: Context, centre: string): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const page = await context.store.queryProjected(patterns.rosterOf(centre, ''), { cursor, limit: PAGE });
    for (const item of page.items) {
      const { identity, patient } = item as Pick<Fields<typeof state>, 'identity' | 'patient'>;
      names.set(patient, `${identity.familyName}, ${identity.givenName}`);
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return names;
};

const monthsOf = (from: string, to: string): string[] => {
  const months: string[] = [];
  let month = Temporal.PlainYearMonth.from(from.slice(0, 7));
  while (month.toString() <= to.slice(0, 7)) {
    months.push(month.toString());
    month = month.add({ months: 1 });
  }
  return months;
};

/** Every entry of the centre that counts for a day of the span, each once, page by page. */
async function* rowsOf(context: Context, job: Job): AsyncGenerator<ExportRow> {
  const names = await namesOf(context, job.centre);
  // A local day is at most a day away from its day in UTC.
  const start = readFrom(job);
  const [from, to] = [addDays(start, -1), addDays(job.to, 1)];
  for (const month of monthsOf(from, to)) {
    let cursor: string | undefined;
    do {
      const page = await context.store.query(patterns.centreEntries(job.centre, month, from, to), {
        cursor,
        limit: PAGE,
      });
      for (const { item } of page.items) {
        // Of a period’s items the first that lies in what is read tells of it.
        const isFirst = item.part === undefined ? item.day >= start : item.day === start;
        if (!isFirst || !countsIn(item, job)) continue;
        const entry = readEntry(item, ({ staff, of }) => (staff ? (of?.name ?? 'centre') : 'family'));
        yield { entry, person: { name: names.get(item.patient) ?? '', number: item.patient } };
      }
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
}

const move = async (context: Context, job: Job, change: Partial<Job>): Promise<Job | undefined> => {
  const stamp = {
    at: context.now().toString({ smallestUnit: 'second' }),
    by: 'outbox',
    mutationId: context.newId(),
  };
  const after: Job = { ...job, ...change, ...changed(job, stamp) };
  const outcome = await context.store.transact([
    { act: 'put', label: 'export', entity: exportJob, item: after, over: job.version },
  ]);
  return outcome.done ? after : undefined;
};

async function* counted(rows: AsyncIterable<ExportRow>, count: { rows: number }): AsyncGenerator<ExportRow> {
  for await (const row of rows) {
    count.rows += 1;
    yield row;
  }
}

/**
 * Writes a centre's export of a span to its file. Run again after a fault it starts from the beginning: the file is
 * only named once it is whole.
 */
export const runExport = async (context: ExportContext, centre: string, id: string): Promise<void> => {
  const found = await context.store.get(exportJob, exportJob.key({ centre, export: id }));
  if (found === undefined || found.state === 'ready') return;
  const job = await move(context, found, { state: 'running' });
  if (job === undefined) return;
  const count = { rows: 0 };
  const objectKey = `centre/${centre}/${id}.xlsx`;
  const sheets = entrySheets(counted(rowsOf(context, job), count), true);
  await context.files.write(objectKey, XLSX, context.workbooks.write(sheets));
  await move(context, job, { state: 'ready', rows: count.rows, objectKey });
};
