import { outbox } from '#table/entities/system.ts';
import type { Key } from '#table/entity.ts';
import { centreOfKey } from '#table/key.ts';
import { runExport, type ExportContext } from '#usecases/export/run-export.ts';
import type { Files } from '#usecases/ports/files.ts';
import type { Scope, Scopes } from '#usecases/ports/scopes.ts';
import type { Mailer } from '#usecases/ports/mailer.ts';
import { doneJob, type Outbox } from './mail-rules.ts';
import { reassessCentre } from './reassess-centre.ts';
import { doTellOfHelp, type Finder } from './tell-of-help.ts';
import { sendMail, type Sent } from './send-mail.ts';

/** What the outbox works with, at one centre. */
type AtCentre = ExportContext & Scopes & { readonly mailer: Mailer; readonly finder: Finder };
export type OutboxContext = Omit<AtCentre, 'files'> & { readonly filesWithin: (scope: Scope) => Files };

const runJob = async (context: AtCentre, item: Outbox): Promise<void> => {
  const { job, owner } = item;
  if (owner.of !== 'centre') throw new Error('Only a centre has such a job.');
  if (job.kind === 'tell-of-help') await doTellOfHelp(context, item, job);
  else if (job.kind === 'export') await runExport(context, owner.centre, job.export);
  else await reassessCentre(context, owner.centre);
};

/**
 * Does what one outbox item asks for. The item is read again: whoever rang may know less than the table.
 *
 * @throws when trying again may help
 */
export const answerOutbox = async (all: OutboxContext, key: Key): Promise<Sent | 'done'> => {
  const centre = centreOfKey(key.pk);
  if (centre === undefined) throw new Error('An outbox item belongs to no centre.');
  const scope = { of: 'centre', centre } as const;
  const context = { ...all, store: all.within(scope), files: all.filesWithin(scope) };
  const item = await context.store.get(outbox, key);
  if (item?.state !== 'waiting') return 'skipped';
  if (item.job.kind === 'mail') return sendMail(context, key);
  await runJob(context, item);
  await context.store.transact([
    { act: 'put', label: 'outbox', entity: outbox, item: doneJob(context, item), over: item.version },
  ]);
  return 'done';
};
