import { findProduct } from '#catalogue/catalogue.ts';
import type { Recall, RecallBody } from '#contracts/stock.ts';
import { normaliseBatch } from '#domain/batch.ts';
import { recall } from '#table/entities/stock.ts';
import type { Fields } from '#table/entity.ts';
import { changed, created } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { doneBefore, writeAtCentre } from '#usecases/centre/change-centre.ts';
import { answerAgain } from '#usecases/diary/answer-again.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';

/** As staff read it. */
export const recallShown = ({
  recall: id,
  product,
  batch,
  since,
  note,
  endedAt,
}: Fields<typeof recall>): Recall => ({
  id,
  productId: product,
  productName: findProduct(product)?.name ?? product,
  batch,
  since,
  note,
  ...(endedAt === undefined ? {} : { endedAt }),
});

/** The batches that the centre calls back, newest first; those it no longer does stay readable. */
export const listRecalls = async (
  context: Context,
  caller: StaffCaller,
): Promise<Result<{ items: Recall[] }>> => {
  const found = await context.store.queryAll(patterns.recallsOf(caller.centre));
  const items = found.map(({ item }) => recallShown(item));
  return ok({ items: items.sort((a, b) => b.since.localeCompare(a.since)) });
};

/**
 * Calls a batch back, or ends that. From then on it is flagged wherever it is held or recorded, however it is typed;
 * the functions that ask at recording learn it within a minute.
 */
export const recallBatch = async (
  context: Context,
  caller: StaffCaller,
  { id, body }: { readonly id: string; readonly body: RecallBody },
): Promise<Result<Recall>> => {
  if (findProduct(body.productId) === undefined) return invalid('/productId', 'not-in-catalogue');
  const stamp = stampOf(context, caller, body.mutationId);
  const before = await context.store.get(recall, recall.key({ centre: caller.centre, recall: id }));
  if (before?.mutationId === body.mutationId)
    return answerAgain(context, caller, {
      diary: { centre: caller.centre, patient: '-' },
      statement: 0,
      value: recallShown(before),
    });
  const fields = {
    centre: caller.centre,
    recall: id,
    product: body.productId,
    batch: body.batch,
    normalisedBatch: normaliseBatch(body.batch),
    since: body.since,
    note: body.note,
    ...(body.ended ? { endedAt: stamp.at } : {}),
  };
  const after = { ...created(stamp), ...fields, ...(before === undefined ? {} : changed(before, stamp)) };
  const value = recallShown(after);
  const happening = {
    action: 'recall-batch',
    mutationId: body.mutationId,
    about: id,
    ...(before === undefined ? {} : { before: recallShown(before) }),
    after: value,
  };
  return writeAtCentre(
    context,
    caller,
    {
      acts: [{ act: 'put', label: 'recall', entity: recall, item: after, over: before?.version ?? 'absent' }],
      happening,
      value,
    },
    (refused) => (doneBefore(refused, 'recall', body.mutationId) ? ok(value) : fail('busy')),
  );
};
