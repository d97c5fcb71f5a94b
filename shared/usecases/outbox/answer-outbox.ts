import { outbox } from '#table/entities/system.ts';
import type { Key } from '#table/entity.ts';
import { runExport, type ExportContext } from '#usecases/export/run-export.ts';
import type { Mailer } from '#usecases/ports/mailer.ts';
import { doneJob, type Outbox } from './mail-rules.ts';
import { reassessCentre } from './reassess-centre.ts';
import { sendMail, type Sent } from './send-mail.ts';

export type OutboxContext = ExportContext & { readonly mailer: Mailer };

const runJob = async (context: OutboxContext, item: Outbox): Promise<void> => {
  const { job, owner } = item;
  if (owner.of !== 'centre') throw new Error('Only a centre has such a job.');
  if (job.kind === 'export') await runExport(context, owner.centre, job.export);
  else await reassessCentre(context, owner.centre);
};

/**
 * Does what one outbox item asks for. The item is read again: whoever rang may know less than the table.
 *
 * @throws when trying again may help
 */
export const answerOutbox = async (context: OutboxContext, key: Key): Promise<Sent | 'done'> => {
  const item = await context.store.get(outbox, key);
  if (item?.state !== 'waiting') return 'skipped';
  if (item.job.kind === 'mail') return sendMail(context, key);
  await runJob(context, item);
  await context.store.transact([
    { act: 'put', label: 'outbox', entity: outbox, item: doneJob(context, item), over: item.version },
  ]);
  return 'done';
};
